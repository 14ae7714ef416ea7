"""Meeting new people: opening a project to them, writing down who would like to meet, and answering each of them."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.projects import forms, meeting, pages, pages_meeting
from sidebyside.projects import forms_meeting as asked
from sidebyside.projects.guard import guard, its
from sidebyside.who_can import Act


@guard(Act.OPEN_TO_NEW_PEOPLE)
def opening(request, project):
    page = pages_meeting.opening_page(project, today=today())
    form = asked.OpenUp(forms.sent(request), initial=page["initial"])
    if form.is_valid() and tried(
        form,
        meeting.open_to_new_people,
        project=project,
        by=request.by,
        now=now(),
        today=today(),
        **form.answers(),
    ):
        return redirect("opening", project.slug)
    return render(request, "projects/opening.html", pages.frame(request, project, "people") | page | {"form": form})


@guard(Act.OPEN_TO_NEW_PEOPLE)
@require_POST
def close_opening(request, project):
    meeting.close_to_new_people(project=project, by=request.by, now=now())
    return redirect("opening", project.slug)


@guard(Act.MEET_NEW_PEOPLE)
def write_hello_down(request, project):
    form = asked.WriteHelloDown(forms.sent(request))
    if form.is_valid() and tried(
        form, meeting.write_down, project=project, by=request.by, now=now(), today=today(), **form.answers()
    ):
        return redirect("people", project.slug)
    return render(request, "projects/write_hello_down.html", pages.frame(request, project, "people") | {"form": form})


@guard(Act.MEET_NEW_PEOPLE)
def hello(request, project, ref):
    row = its(project.hellos.select_related("project", "recorded_by"), ref=ref)
    page = pages_meeting.hello(row, today=today())
    return render(request, "projects/hello.html", pages.frame(request, project, "people") | page)


def _answer(form_of, action, template):
    """A page with one form that answers a hello, and then goes back to it."""

    @guard(Act.MEET_NEW_PEOPLE)
    def view(request, project, ref):
        row = its(project.hellos.filter(answered_at=None).select_related("project"), ref=ref)
        form = form_of(forms.sent(request), initial=row.meeting or {})
        if form.is_valid() and tried(form, action, hello=row, by=request.by, now=now(), **form.answers()):
            return redirect("hello", project.slug, row.ref)
        page = {"form": form, "hello": row, "name": row.said["name"]}
        return render(request, template, pages.frame(request, project, "people") | page)

    return view


arrange = _answer(asked.Arrange, meeting.arrange, "projects/arrange.html")
not_now = _answer(asked.NotNow, meeting.say_not_now, "projects/not_now.html")
ask_to_join = _answer(asked.AskToJoin, meeting.ask_to_join, "projects/ask_to_join.html")


@guard(Act.MEET_NEW_PEOPLE)
@require_POST
def was_told(request, project, ref):
    meeting.was_told(hello=its(project.hellos, ref=ref), by=request.by, now=now())
    return redirect("hello", project.slug, ref)


@guard(Act.MEET_NEW_PEOPLE)
@require_POST
def take_back(request, project, ref):
    row = project.hellos.select_related("project").filter(ref=ref, answered_at=None).first()
    if row:
        meeting.take_back(hello=row, by=request.by, now=now())
    return redirect(reverse("people", args=[project.slug]))
