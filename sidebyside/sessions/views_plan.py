"""Planning a meeting: choose a template, say when and how, what it is like there, and move it."""

from django.shortcuts import redirect, render

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.projects.guard import guard
from sidebyside.projects.pages import frame
from sidebyside.sessions import forms_plan, moving, pages_plan, pages_when, plans
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it
from sidebyside.who_can import Act


def shown(request, project, template, page):
    return render(request, f"sessions/{template}.html", frame(request, project, "meetings") | page)


@guard(Act.PLAN_MEETING)
def choose(request, project):
    return shown(request, project, "choose_template", pages_plan.to_choose(request, project, "plan-from"))


@guard(Act.PLAN_MEETING)
def plan_from(request, project, template):
    return planning(request, project, template, group=None)


def planning(request, project, template, group):
    """The page that asks when and how. group: whose own meeting it is."""
    page = pages_plan.to_plan(project, template, group=group, easy=request.looks.easy)
    first = page["first"] | pages_when.first_words(project, request.person, request.GET)
    form = forms_plan.PlanMeeting(sent(request), initial=first)
    what = {"project": project, "group": group, "template": page["template"], "by": request.by, "now": now()}
    if form.is_valid() and tried(form, plans.plan_from, **what, **form.answers()):
        made = pages_plan.just_planned(project, group, form.answers())
        return redirect("meeting", slug=project.slug, meeting=made.ref)
    return shown(request, project, "plan", page | {"form": form, "group": group})


@meeting_guard(Act.RUN_MEETING)
def what_it_is_like(request, project, meeting):
    only_who_runs_it(request, meeting)
    form = forms_plan.WhatItIsLike(sent(request), initial=pages_plan.as_it_is(meeting))
    what = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, plans.say_what_it_is_like, **what, **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    return shown(request, project, "what_it_is_like", {"form": form, "meeting": meeting})


@meeting_guard(Act.RUN_MEETING)
def move(request, project, meeting):
    only_who_runs_it(request, meeting)
    form = forms_plan.MoveMeeting(sent(request), initial=pages_plan.as_it_is(meeting))
    what = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, moving.move, **what, **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    page = {"form": form, "meeting": meeting, "rung": pages_plan.to_ring(meeting)}
    return shown(request, project, "move", page)
