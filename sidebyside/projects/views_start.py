"""Starting a project, one question a page; and starting again from an old one."""

from django.shortcuts import redirect, render

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.people.guard import signed_in
from sidebyside.projects import actions, following, forms, forms_start, journey, pages, pages_start
from sidebyside.projects.guard import guard
from sidebyside.who_can import Act


@signed_in(Act.START_PROJECT)
def start(request):
    form = forms_start.NewProject(forms.sent(request), packs=pages_start.packs(easy=request.looks.easy))
    if form.is_valid():
        project = actions.start_draft(by=request.by, now=now(), **form.answers())
        return redirect("start-step", project.slug, project.step)
    return render(request, "projects/start/new.html", {"form": form, "drafts": pages_start.drafts(request.person)})


@guard(Act.SHAPE_PROJECT)
def start_step(request, project, step):
    way = journey.of(project)
    if not way.knows(step):
        return redirect(pages_start.where_we_are(way))
    asked = journey.step_of(way, step, easy=request.looks.easy, mending="put-right" in request.GET)
    form = asked.form(forms.sent(request), initial=journey.first_said(way, step))
    if form.is_valid() and tried(
        form, journey.take, project=project, name=step, step=asked, by=request.by, now=now(), **form.answers()
    ):
        return redirect(journey.address(journey.of(project), step, put_right=form.cleaned_data.get("put_right")))
    page = pages_start.step(way, step, today=today(), easy=request.looks.easy)
    return render(request, asked.template, pages.frame(request, project) | page | {"nav": [], "form": form})


@guard(Act.SHAPE_PROJECT)
def start_again(request, project):
    form = forms.StartAgain(forms.sent(request), initial={"title": project.title})
    if form.is_valid():
        draft = following.start_again(project=project, by=request.by, now=now(), **form.answers())
        return redirect("start-step", draft.slug, draft.step)
    return render(request, "projects/start/again.html", pages.frame(request, project) | {"form": form})
