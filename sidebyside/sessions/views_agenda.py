"""The agenda: anybody here puts something on it; whoever runs the meeting puts it in order."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sidebyside.agreements.pages_terms import meanings
from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import its
from sidebyside.sessions import agenda as actions
from sidebyside.sessions import forms_plan, pages_plan
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.sessions.views_plan import shown
from sidebyside.who_can import Act


def back(meeting):
    return redirect("agenda", slug=meeting.project.slug, meeting=meeting.ref)


def the_item(meeting, ref):
    return its(meeting.agenda.filter(taken_off_at=None).select_related("meeting__project", "meeting__group"), ref=ref)


@meeting_guard(Act.READ_MEETINGS)
def agenda(request, project, meeting):
    page = pages_plan.agenda(meeting, easy=request.looks.easy)
    may = {"running": runs(request, meeting), "may_add": pages_plan.may_add(request, meeting, now())}
    return shown(request, project, "agenda", {"meeting": meeting, "agreed": meanings(project)} | page | may)


@meeting_guard(Act.ADD_TO_AGENDA)
def add(request, project, meeting):
    form = forms_plan.ForAgenda(sent(request))
    what = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, actions.add_to_agenda, **what, **form.answers()):
        return back(meeting)
    return shown(request, project, "add_to_agenda", {"form": form, "meeting": meeting})


@meeting_guard(Act.ADD_TO_AGENDA)
def change(request, project, meeting, item):
    row = the_item(meeting, item)
    if row.added_by_id != request.person.pk:
        only_who_runs_it(request, meeting)
    form = forms_plan.ForAgenda(sent(request), initial={"title": row.title, "words": row.words, "minutes": row.minutes})
    if form.is_valid() and tried(form, actions.change_item, item=row, by=request.by, now=now(), **form.answers()):
        return back(meeting)
    return shown(request, project, "agenda_item", {"form": form, "meeting": meeting, "item": row})


@meeting_guard(Act.RUN_MEETING)
@require_POST
def put(request, project, meeting, item):
    only_who_runs_it(request, meeting)
    to = request.POST.get("to", "")
    try:
        actions.put(item=the_item(meeting, item), to=int(to[:4]) if to.isdecimal() else -1, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return back(meeting)


@meeting_guard(Act.ADD_TO_AGENDA)
def take_off(request, project, meeting, item):
    row, form = the_item(meeting, item), forms_plan.TakeOff(sent(request))
    if row.added_by_id != request.person.pk:
        only_who_runs_it(request, meeting)
    if form.is_valid() and tried(form, actions.take_off, item=row, by=request.by, now=now(), **form.answers()):
        return back(meeting)
    return shown(request, project, "take_off_agenda", {"form": form, "meeting": meeting, "item": row})
