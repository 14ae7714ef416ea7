"""Planning a meeting, booking what people need for it, and asking afterwards whether they got it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from sidebyside.access.facts import needs_in, shared_with
from sidebyside.access.rules import GROUP
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project
from sidebyside.sessions import coming, rules
from sidebyside.sessions.afterwards import AFTERWARDS as AFTERWARDS
from sidebyside.sessions.afterwards import answer_afterwards as answer_afterwards
from sidebyside.sessions.afterwards import ask_after_meetings as ask_after_meetings
from sidebyside.sessions.afterwards import said as said
from sidebyside.sessions.facts import AFTER as AFTER
from sidebyside.sessions.models import Booking, Meeting
from sidebyside.sessions.plans import plan_from, tell_all
from sidebyside.sessions.room import show_the_room
from sidebyside.sessions.suggesting import lines


def plan(
    *, project: Project, title: str, place: str, starts_at: datetime, ends_at: datetime, by: Acting, now: datetime
) -> Meeting:
    """A meeting of everybody in one place, with an empty agenda. Raises Refused."""
    return plan_from(
        project=project,
        template="",
        title=title,
        place=place,
        way="in-person",
        join_how="",
        starts_at=starts_at,
        ends_at=ends_at,
        by=by,
        now=now,
    )


@transaction.atomic
def call_off(*, meeting: Meeting, by: Acting, now: datetime) -> None:
    """It does not take place. Everybody is told, and whoever booked something sees what to cancel."""
    hold(meeting.project)
    if meeting.starts_at <= now or meeting.began_at:
        raise Refused(no("meeting_is_past"))
    if Meeting.objects.filter(pk=meeting.pk, off_at=None).update(off_at=now):
        history.note(meeting.room, by, "meeting-called-off", meeting.ref, now=now)
        meeting.off_at = now
        coming.follow_the_meeting(meeting, now=now)
        tell_all(meeting, "told_meeting_off", by=by, now=now, on_a_break=True)
        show_the_room(meeting)


Given = dict[int, set[str]]  # person -> as what she lets a reader read her needs
Said = list[tuple[str, str, Any]]  # person ref, question, ids of what she chose


def said_by_name(meeting: Meeting, reader: Person, *, now: datetime, given: Given | None = None) -> Said:
    """What people say that they need, where they share it with this reader by name. given: see `needs_in`."""
    given = shared_with(meeting.project, reader) if given is None else given
    said: Said = []
    for one in needs_in(meeting.project, reader, now, given):
        for need in one.needs if given[one.person.pk] - {GROUP} else ():
            kept: Any = need.said
            said.append((one.person.ref, need.question, kept.get("chosen", [])))
    return said


def suggested(
    meeting: Meeting,
    reader: Person,
    *,
    now: datetime,
    said: Said | None = None,
    bookings: Sequence[Booking] | None = None,
) -> list[rules.Suggestion]:
    """What this reader could book, from the needs that people share with her by name. Their refs are in each suggestion.

    said, bookings: where they were read already, the bookings with their people.
    """
    rows = meeting.bookings.prefetch_related("people") if bookings is None else bookings
    there = {(row.line, person.ref) for row in rows for person in row.people.all()}
    usual, long_hours = lines()
    return rules.suggestions(
        said_by_name(meeting, reader, now=now) if said is None else said,
        usual,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        long_hours=long_hours,
        there=there,
    )


def readable_people(project: Project, reader: Person) -> set[int]:
    """Whose needs this reader may read by name here: what is booked for anybody else she does not see."""
    return by_name(shared_with(project, reader))


def by_name(given: Given) -> set[int]:
    """Those who share what they need with this very reader, and not only with the whole group."""
    return {pk for pk, kinds in given.items() if kinds - {GROUP}}


@transaction.atomic
def book(
    *,
    meeting: Meeting,
    people: Sequence[str],
    what: str,
    how_many: int,
    book_by: date,
    cost_pence: int | None,
    by: Acting,
    now: datetime,
    line: str = "",
) -> Booking:
    """Write down something to book for these people (refs), who share their needs with whoever plans. Raises Refused."""
    project = hold(meeting.project)
    chosen = list(Person.objects.filter(ref__in=people).order_by("id"))
    if not chosen or {person.pk for person in chosen} - readable_people(project, by.person):
        raise Refused(no("she_does_not_share_with_you"))
    if not what.strip():
        raise Refused(no("booking_needs_words"))
    for there in meeting.bookings.filter(line=line, book_by=book_by).prefetch_related("people"):
        if there.what == what.strip() and {person.pk for person in there.people.all()} == {p.pk for p in chosen}:
            return there
    made = Booking.objects.create(
        meeting=meeting,
        line=line,
        what=what.strip(),
        how_many=how_many,
        owner=by.person,
        book_by=book_by,
        cost_pence=cost_pence,
        made_at=now,
        changed_at=now,
    )
    made.people.set(chosen)
    history.note(project.room, by, "booking-made", made.ref, now=now)
    return made


@transaction.atomic
def change_booking(
    *, booking: Booking, state: str, why_not: str, cost_pence: int | None, by: Acting, now: datetime
) -> None:
    """It is booked, or cannot be. Those whom it is for are told what became of it. Raises Refused."""
    project = hold(booking.meeting.project)
    people = list(booking.people.all())
    if {person.pk for person in people} - readable_people(project, by.person):
        raise Refused(no("she_does_not_share_with_you"))
    refuse_unless(rules.can_become(state=state, why_not=why_not, got=booking.meeting.asked_after_at is not None))
    changed = booking.state != state
    booking.state, booking.cost_pence, booking.changed_at = state, cost_pence, now
    booking.why_not = why_not.strip() if state == rules.NOT_POSSIBLE else ""
    booking.save(update_fields=["state", "cost_pence", "changed_at", "why_not"])
    if changed and state != rules.TO_DO:
        history.note(project.room, by, "booking-changed", booking.ref, now=now, values={"state": state})
        for person in people:
            tell(person, f"told_booking_{state}", {"project": project.name}, now=now)
