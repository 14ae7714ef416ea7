"""That somebody took a seat in a room, as she reads it herself. Which seat it was, nobody can say: it is kept nowhere."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from sidebyside.kit.holdings import forgets, holds, keeps
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions.models import Hand, Meeting, SeatTaken, Sent


def my_seats(person: Person) -> Iterator[dict]:
    rows = SeatTaken.objects.filter(person=person, meeting__in=Meeting.objects.open_to(person))
    for row in rows.select_related("meeting__project").order_by("-meeting__starts_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_when": row.meeting.starts_at,
        }


@forgets
def forget_seats(*, person: Person, by: Acting, now: datetime) -> None:
    SeatTaken.objects.filter(person=person).delete()


def old_seats(before: datetime) -> QuerySet:
    return SeatTaken.objects.filter(meeting__ends_at__lt=before)


def old_hands(before: datetime) -> QuerySet:
    return Hand.objects.filter(meeting__ends_at__lt=before)


def old_sendings(before: datetime) -> QuerySet:
    return Sent.objects.filter(meeting__ends_at__lt=before)


holds("meetings.seats", title="held_seats", why="held_seats_why", rows=my_seats)
keeps("meetings.seats", title="kept_seats", why="kept_live_why", default_days=1, overdue=old_seats)
keeps("meetings.hands", title="kept_hands", why="kept_live_why", default_days=1, overdue=old_hands)
keeps("meetings.sendings", title="kept_sendings", why="kept_live_why", default_days=1, overdue=old_sendings)
