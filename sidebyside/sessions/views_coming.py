"""Who is coming, the one sheet to prepare, who came, and being left alone."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.doors.forms import SheetForm
from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import answering
from sidebyside.people.guard import NotAllowed
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.sessions import actions, coming, forms_coming, pages_coming
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.who_can import Act


@meeting_guard(Act.READ_MEETINGS)
def who_is_coming(request, project, meeting):
    plans, running = pages_coming.plans(request, meeting), runs(request, meeting)
    page = pages_coming.who_is_coming(meeting, request.person, now=now(), plans=plans, runs=running)
    context = frame(request, project, "meetings") | page | {"plans": plans, "running": running}
    return render(request, "sessions/who_is_coming.html", context)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def ask_who_comes(request, project, meeting):
    only_who_runs_it(request, meeting)
    try:
        coming.ask_before(meeting=meeting, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("who-is-coming", slug=project.slug, meeting=meeting.ref)


def form_of(request, ask, by):
    """The form of what was asked, and its sheet; with what she said before, but never for a helper to see."""
    sheet, helped = sheet_of(ask), by.helper is not None
    earlier = {} if helped else actions.said(ask)
    return SheetForm(sent(request), sheet=sheet, by_helper=helped, earlier=earlier), sheet


@meeting_guard(Act.ANSWER_BEFORE_MEETING)
def before(request, project, meeting):
    by = answering(request)
    ask = its(by.person.asks.select_related("person"), question=coming.question_of(meeting))
    form, sheet = form_of(request, ask, by)
    if form.is_valid() and tried(form, take, ask=ask, said=form.answers(), by=by, now=now()):
        return redirect("who-is-coming", slug=project.slug, meeting=meeting.ref)
    page = {"form": form, "sheet": sheet, "meeting": meeting, "said": form.initial, "begun": meeting.starts_at <= now()}
    return render(request, "sessions/before.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.RUN_MEETING)
def who_came(request, project, meeting):
    only_who_runs_it(request, meeting)
    form = forms_coming.WhoCame(sent(request), people=coming.who_can_have_come(meeting), how=coming.how(meeting))
    said = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, coming.write_who_came, **said, **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    page = {"form": form, "meeting": meeting, "begun": meeting.starts_at <= now()}
    return render(request, "sessions/who_came.html", frame(request, project, "meetings") | page)


@guard(Act.TAKE_BREAK)
def when_i_miss(request, project):
    alone = request.person.pk in coming.left_alone(project)
    form = forms_coming.WhenIMiss(sent(request), initial={"contact": "no" if alone else "yes"})
    said = {"project": project, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, coming.leave_alone, **said, **form.answers()):
        return redirect("my-place", project.slug)
    return render(request, "sessions/when_i_miss.html", frame(request, project, "people") | {"form": form})
