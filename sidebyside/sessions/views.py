"""Meetings of a project: when and where, and what is booked so that everybody can take part."""

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
from sidebyside.sessions import actions, forms, pages
from sidebyside.sessions.models import Booking
from sidebyside.who_can import Act, may


@guard(Act.READ_MEETINGS)
def meetings(request, project):
    page = pages.meetings(project, now=now()) | {"may_plan": bool(may(request.roles, Act.PLAN_MEETING))}
    return render(request, "sessions/meetings.html", frame(request, project, "meetings") | page)


@guard(Act.PLAN_MEETING)
def plan(request, project):
    form = forms.PlanMeeting(request.POST or None)
    if form.is_valid() and tried(form, actions.plan, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("meetings", slug=project.slug)
    return render(request, "sessions/plan.html", frame(request, project, "meetings") | {"form": form})


@guard(Act.READ_MEETINGS)
def meeting(request, project, meeting):
    row, may_plan = its(project.meetings.all(), ref=meeting), bool(may(request.roles, Act.PLAN_MEETING))
    page = pages.meeting(row, request.person, now=now(), today=today(), may_plan=may_plan)
    return render(request, "sessions/meeting.html", frame(request, project, "meetings") | page | {"may_plan": may_plan})


@guard(Act.PLAN_MEETING)
@require_POST
def call_off(request, project, meeting):
    row = its(project.meetings.all(), ref=meeting)
    try:
        actions.call_off(meeting=row, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("meetings", slug=project.slug)


@guard(Act.PLAN_MEETING)
def book(request, project, meeting):
    no_card(request)
    row = its(project.meetings.filter(off_at=None), ref=meeting)
    page = pages.booking(row, request.person, request.GET, now=now())
    form = forms.Book(request.POST or None, initial=page["first"], people=page["people"])
    if form.is_valid() and tried(form, actions.book, meeting=row, by=request.by, now=now(), **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=row.ref)
    context = {"form": form, "meeting": row, "shares": bool(page["people"])}
    return render(request, "sessions/book.html", frame(request, project, "meetings") | context)


@guard(Act.PLAN_MEETING)
def booking(request, project, meeting, booking):
    no_card(request)
    readable = actions.readable_people(project, request.person)
    rows = Booking.objects.filter(meeting__project=project, meeting__ref=meeting, people__in=readable).distinct()
    row = its(rows.select_related("meeting__project"), ref=booking)
    first = {"state": row.state, "why_not": row.why_not, "cost": row.cost_pence and row.cost_pence / 100}
    form = forms.ChangeBooking(request.POST or None, initial=first)
    if form.is_valid() and tried(form, actions.change_booking, booking=row, by=request.by, now=now(), **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting)
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
