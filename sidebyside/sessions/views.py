"""Meetings of a project: when and where, and what is booked so that everybody can take part."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.access.guard import no_card
from sidebyside.doors.forms import SheetForm
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import answering
from sidebyside.people.guard import NotAllowed
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.sessions import actions, feelings, forms, pages, pages_plan
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.sessions.models import Booking
from sidebyside.who_can import INSIDE, Act, may


@guard(Act.READ_MEETINGS)
def meetings(request, project):
    may_plan = bool(may(request.roles, Act.PLAN_MEETING))
    no_good = may_plan and feelings.does_no_good(project, now=now())
    page = pages.meetings(project, now=now()) | {"may_plan": may_plan, "no_good": no_good}
    return render(request, "sessions/meetings.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.READ_MEETINGS)
def meeting(request, project, meeting):
    may_plan, running = bool(may(request.roles, Act.PLAN_MEETING)), runs(request, meeting)
    page = pages.meeting(meeting, request.person, now=now(), today=today(), may_plan=may_plan)
    page |= pages_plan.about(meeting, request.person, page, now=now(), easy=request.looks.easy, running=running)
    may_add = pages_plan.may_add(request, meeting, now())
    more = {"may_plan": may_plan, "running": running, "may_add": may_add, "inside": bool(request.roles & INSIDE)}
    return render(request, "sessions/meeting.html", frame(request, project, "meetings") | page | more)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def call_off(request, project, meeting):
    only_who_runs_it(request, meeting)
    try:
        actions.call_off(meeting=meeting, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("meetings", slug=project.slug)


@meeting_guard(Act.PLAN_MEETING)
def book(request, project, meeting):
    no_card(request)
    if meeting.off_at:
        raise Http404
    page = pages.booking(meeting, request.person, request.GET, now=now())
    form = forms.Book(request.POST or None, initial=page["first"], people=page["people"])
    if form.is_valid() and tried(form, actions.book, meeting=meeting, by=request.by, now=now(), **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    context = {"form": form, "meeting": meeting, "shares": bool(page["people"])}
    return render(request, "sessions/book.html", frame(request, project, "meetings") | context)


@meeting_guard(Act.PLAN_MEETING)
def booking(request, project, meeting, booking):
    no_card(request)
    readable = actions.readable_people(project, request.person)
    rows = Booking.objects.filter(meeting=meeting, people__in=readable).distinct()
    row = its(rows.select_related("meeting__project"), ref=booking)
    first = {"state": row.state, "why_not": row.why_not, "cost": row.cost_pence and row.cost_pence / 100}
    form = forms.ChangeBooking(request.POST or None, initial=first)
    if form.is_valid() and tried(form, actions.change_booking, booking=row, by=request.by, now=now(), **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    context = {"form": form, "what": row.what, "meeting": row.meeting}
    return render(request, "sessions/booking.html", frame(request, project, "meetings") | context)


@guard(Act.ANSWER_AFTER_MEETING)
def after(request, project, meeting):
    row, by = its(project.meetings.all(), ref=meeting), answering(request)
    ask = its(by.person.asks.select_related("person"), question=f"{actions.AFTER}:{row.ref}")
    sheet, helped = sheet_of(ask), by.helper is not None
    form = SheetForm(request.POST or None, sheet=sheet, by_helper=helped, earlier={} if helped else actions.said(ask))
    if form.is_valid() and tried(form, take, ask=ask, said=form.answers(), by=by, now=now()):
        return redirect("meeting", slug=project.slug, meeting=row.ref)
    context = {"form": form, "sheet": sheet, "meeting": row}
    return render(request, "sessions/after.html", frame(request, project, "meetings") | context)
