"""What everything that the room sees has in common: the room's version goes up, and a thing that is sent twice is done once."""

from django.db import IntegrityError, transaction
from django.db.models import F

from sidebyside.sessions.models import Meeting, Sent


def show_the_room(meeting: Meeting) -> None:
    """Something changed that the room sees: whoever polls next is given it. One query."""
    Meeting.objects.filter(pk=meeting.pk).update(live_version=F("live_version") + 1)


def sent_before(meeting: Meeting, once: str) -> bool:
    """Was this very thing sent to this meeting before? once: the name its browser gave it, or empty: then it is new."""
    if not once:
        return False
    try:
        with transaction.atomic():
            Sent.objects.create(meeting=meeting, once=once[:40])
    except IntegrityError:
        return True
    return False
