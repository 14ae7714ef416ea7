"""The car park: put something in it, take it on, say what became of it."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import no
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.sessions import forms_parking as forms
from sidebyside.sessions import pages_parking as pages
from sidebyside.sessions import parking
from sidebyside.sessions.guard import meeting_guard, runs
from sidebyside.sessions.models import CarParkItem
from sidebyside.who_can import Act, may


@guard(Act.READ_MEETINGS)
def car_park(request, project):
    page = pages.of_the_project(project, today=today()) | {"may_park": bool(may(request.roles, Act.COME_IN))}
    return render(request, "sessions/car_park.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.COME_IN)
def park(request, project, meeting):
    form = forms.Park(sent(request))
    by = request.by if form.is_valid() and form.cleaned_data["named"] else None
    if form.is_valid() and tried(
        form, parking.park, meeting=meeting, words=form.cleaned_data["words"], by=by, now=now()
    ):
        return redirect("park", slug=project.slug, meeting=meeting.ref)
    page = pages.of_a_meeting(meeting, today=today()) | {"meeting": meeting, "form": form}
    return render(request, "sessions/park.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.COME_IN)
def parked(request, project, meeting, item):
    return _one(request, meeting, _its(meeting, item))


@meeting_guard(Act.COME_IN)
@require_POST
def take_on(request, project, meeting, item):
    row = _its(meeting, item)
    form = forms.TakeOn(request.POST, people=_people(request, meeting))
    if form.is_valid() and tried(form, parking.take_on, item=row, by=request.by, now=now(), **form.answers()):
        return redirect("park", slug=project.slug, meeting=meeting.ref)
    return _one(request, meeting, row, take_on=form)


@meeting_guard(Act.COME_IN)
@require_POST
def answer_parked(request, project, meeting, item):
    row = _its(meeting, item)
    if not pages.may_answer(row, request.person, runs=runs(request, meeting)):
        raise NotAllowed(no("parked_is_not_yours"))
    form = forms.AnswerParked(request.POST)
    if form.is_valid() and tried(form, parking.answer_parked, item=row, by=request.by, now=now(), **form.answers()):
        return redirect("park", slug=project.slug, meeting=meeting.ref)
    return _one(request, meeting, row, answer=form)


def _its(meeting, item: str) -> CarParkItem:
    return its(meeting.car_park.select_related(*pages.WITH, "meeting__group"), ref=item)


def _people(request, meeting) -> list:
    """Whom she may give it to: whoever runs the meeting, anybody here; everybody else, herself."""
    here = parking.people_of(meeting)
    return here if runs(request, meeting) else [person for person in here if person == request.person]


def _one(request, meeting, row: CarParkItem, *, take_on=None, answer=None):
    mine = pages.may_answer(row, request.person, runs=runs(request, meeting))
    first = {"owner": row.owner.ref if row.owner else "", "answer_by": row.answer_by}
    page = {
        "item": pages.one(row, today=today()),
        "meeting": meeting,
        "take_on": take_on or forms.TakeOn(people=_people(request, meeting), initial=first),
        "answer": answer or (forms.AnswerParked() if mine else None),
        "form": take_on or answer,
    }
    return render(request, "sessions/parked.html", frame(request, meeting.project, "meetings") | page)
