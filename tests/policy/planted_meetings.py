"""Words planted in a meeting, and in what is booked for Amara at it, who shares what she needs with Grace."""

from datetime import timedelta

from sidebyside.sessions.models import Booking, Meeting
from tests.cast import Cast, moment

NOON = moment("2024-03-12 12:00")
CODES = {
    "meetings.Meeting": {"ref", "way", "venue", "template"},
    "meetings.Booking": {"ref", "line", "state"},
}


def plant_meetings(cast: Cast, w) -> None:
    meeting = Meeting.objects.create(
        project=cast.project,
        **{name: w("meetings.Meeting", name) for name in ("title", "place", "join_how", "layout")},
        starts_at=NOON + timedelta(days=30),
        ends_at=NOON + timedelta(days=30, hours=2),
        planned_by=cast.grace,
        planned_at=NOON,
    )
    booking = Booking.objects.create(
        meeting=meeting,
        what=w("meetings.Booking", "what", cast.amara),
        why_not=w("meetings.Booking", "why_not", cast.amara),
        state="not_possible",
        owner=cast.grace,
        book_by=NOON.date(),
        made_at=NOON,
        changed_at=NOON,
    )
    booking.people.set([cast.amara])
