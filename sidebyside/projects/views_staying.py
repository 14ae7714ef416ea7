"""Staying or not: my place here, a break, leaving, more time, and what I was told."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.acting import answering
from sidebyside.projects import forms, longer, pages, pages_staying, staying
from sidebyside.projects import forms_staying as asked
from sidebyside.projects.guard import guard, its
from sidebyside.who_can import Act


@guard(Act.TAKE_BREAK)
def my_place(request, project):
    mine = its(project.memberships.joined().select_related("project", "person"), person=request.person)
    resting = pages_staying.break_of(mine)
    form = asked.TakeBreak(forms.sent(request), initial={"until_on": resting.until_on if resting else None})
    said = {"said": staying.BREAK, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, staying.say_of_my_place, membership=mine, **said, **form.answers()):
        return redirect("my-place", project.slug)
    page = {"form": form, "my_break": resting}
    return render(request, "projects/my_place.html", pages.frame(request, project, "people") | page)


@guard(Act.TAKE_BREAK)
@require_POST
def come_back(request, project):
    mine, form = its(project.memberships.joined(), person=request.person), asked.ComeBack(request.POST)
    said = {"said": staying.STAY, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, staying.say_of_my_place, membership=mine, **said):
        return redirect("project", project.slug)
    return redirect("longer", project.slug)


@guard(Act.LEAVE_PROJECT)
def leave(request, project):
    mine = its(project.memberships.joined(), person=request.person)
    form = forms.Leave(forms.sent(request))
    said = {"said": staying.LEAVE, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, staying.say_of_my_place, membership=mine, **said):
        return redirect(f"{reverse('projects')}?done=left")
    return render(request, "projects/leave.html", pages.frame(request, project, "people") | {"form": form})


@guard(Act.PLAN_MORE_TIME)
def more_time(request, project):
    page = pages_staying.more_time(project)
    form = asked.PlanMoreTime(forms.sent(request), stages=page["can_grow"], initial={"seen_until": page["until"]})
    if form.is_valid() and tried(
        form, longer.plan_more_time, project=project, by=request.by, now=now(), **form.answers()
    ):
        return redirect("people", project.slug)
    return render(request, "projects/more_time.html", pages.frame(request, project, "timeline") | page | {"form": form})


@guard(Act.SAY_IF_I_GO_ON)
def go_on(request, project):
    by = answering(request)
    mine = its(project.memberships.joined().select_related("project", "person"), person=by.person)
    page = pages_staying.to_go_on(project, mine)
    form = asked.SayIfIGoOn(forms.sent(request), initial={"said": page["said"]})
    if form.is_valid() and tried(form, longer.say_if_i_go_on, membership=mine, by=by, now=now(), **form.answers()):
        return redirect("people-i-help" if by.helper else "longer", *([] if by.helper else [project.slug]))
    page |= {"form": form, "whose": by.person.name if by.helper else ""}
    return render(request, "projects/longer.html", pages.frame(request, project) | page)


@guard(Act.LEAVE_PROJECT)
def told(request, project):
    mine = its(project.memberships.joined().select_related("project"), person=request.person)
    page = {"told": pages_staying.what_i_was_told(mine, easy=request.looks.easy), "since": mine.joined_at}
    return render(request, "projects/told.html", pages.frame(request, project) | page)
