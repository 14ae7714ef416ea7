"""Who does what at a meeting, and who would like to."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.sessions import forms_plan, pages_plan, pages_roles, plans, taking_roles
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.sessions.views_plan import shown
from sidebyside.who_can import Act


def back(meeting):
    return redirect("meeting-roles", slug=meeting.project.slug, meeting=meeting.ref)


@meeting_guard(Act.READ_MEETINGS)
def roles(request, project, meeting):
    page = pages_roles.roles(meeting, request.person, now=now()) | {"running": runs(request, meeting)}
    page["may_offer"] = pages_plan.may_add(request, meeting, now())
    return shown(request, project, "roles", page)


@meeting_guard(Act.RUN_MEETING)
def would_like(request, project, meeting):
    mine = pages_roles.mine(meeting, request.person)
    form = forms_plan.WouldLike(sent(request), initial={"roles": mine})
    what = {"project": project, "group": meeting.group, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, taking_roles.would_like, **what, **form.answers()):
        return back(meeting)
    return shown(request, project, "would_like", {"form": form, "meeting": meeting})


@meeting_guard(Act.RUN_MEETING)
def give(request, project, meeting):
    only_who_runs_it(request, meeting)
    form = forms_plan.GiveRole(sent(request), people=plans.whom(meeting))
    what = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, taking_roles.give_role, **what, **form.answers()):
        return back(meeting)
    return shown(request, project, "give_role", {"form": form, "meeting": meeting})


@meeting_guard(Act.RUN_MEETING)
@require_POST
def end(request, project, meeting):
    row = pages_roles.the_role(meeting, request.POST)
    if row.person_id != request.person.pk:
        only_who_runs_it(request, meeting)
    try:
        taking_roles.end_role(meeting=meeting, person=row.person, role=row.role, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return back(meeting)
