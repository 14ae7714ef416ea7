"""What is booked for a person, as she reads it herself; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from sidebyside.kit.holdings import forgets, holds
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions.models import Booking


def my_bookings(person: Person) -> Iterator[dict]:
    rows = Booking.objects.filter(people=person).select_related("meeting__project")
    for row in rows.order_by("-meeting__starts_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_when": row.meeting.starts_at,
            "data_booked": row.what,
            "data_book_by": row.book_by,
        }


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """What was for her alone goes. What others need too stays theirs, and no longer says that it was for her."""
    for booking in Booking.objects.filter(people=person):
        booking.people.remove(person)
        if not booking.people.exists():
            booking.delete()


holds("sessions.bookings", title="held_bookings", why="held_bookings_why", rows=my_bookings)
