"""Seats in the room of a meeting: a number, and a code on paper. Nothing anywhere says whose a seat is.

Seats up to a hundred are for paper. Those after are for people who are signed in: each gets one by chance.
"""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac

from sidebyside.kit.refs import LETTERS
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest, plain
from sidebyside.projects.actions import hold
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.models import Meeting, Seat, SeatTaken

LENGTH = 8
BY_CHANCE = 20  # free seats to choose from, at least, for each who is signed in


def is_open(meeting: Meeting, now: datetime) -> Verdict:
    """Is its room there to come into now?"""
    over_at = meeting.over_at or meeting.ends_at
    return rules.room_opens(starts_at=meeting.starts_at, over_at=over_at, off=bool(meeting.off_at), now=now)


def code_of(meeting: Meeting, number: int) -> str:
    """The code of a seat, `k7mq-2xpd`. It follows from the hub's keys, so that it can be printed again and is kept nowhere."""
    left = int.from_bytes(salted_hmac("sidebyside.seat-code", f"{meeting.ref}:{number}", algorithm="sha256").digest())
    letters = ""
    for _ in range(LENGTH):
        left, place = divmod(left, len(LETTERS))
        letters += LETTERS[place]
    return f"{letters[:4]}-{letters[4:]}"


@transaction.atomic
def make(meeting: Meeting, how_many: int) -> list[Seat]:
    """Seats on paper from number 1 on, at least so many; those that are there stay as they are. Raises Refused."""
    if not 0 < how_many <= rules.MOST_SEATS:
        raise Refused(no("seats_from_one_to_a_hundred"))
    hold(meeting.project)
    _make(meeting, range(1, how_many + 1))
    return list(on_paper(meeting))


def _make(meeting: Meeting, numbers: range) -> None:
    there = set(meeting.seats.values_list("number", flat=True))
    Seat.objects.bulk_create(
        Seat(meeting=meeting, number=number, code_digest=digest("seat", code_of(meeting, number)))
        for number in numbers
        if number not in there
    )


def on_paper(meeting: Meeting):
    return meeting.seats.filter(number__lte=rules.MOST_SEATS).order_by("number")


def codes(meeting: Meeting) -> list[tuple[int, str]]:
    """Number and code of each seat on paper, to print."""
    return [(seat.number, code_of(meeting, seat.number)) for seat in on_paper(meeting)]


def address(code: str = "") -> str:
    """Where a phone goes, with a code or to type one."""
    return settings.SITE_URL + (reverse("room-by-code", args=[code]) if code else reverse("room"))


def with_code(code: str, *, now: datetime) -> Seat:
    """The seat with this code, when its room is open. Raises Refused."""
    rows = Seat.objects.select_related("meeting__project", "meeting__group")
    seat = rows.filter(code_digest=digest("seat", code)).first() if len(plain(code)) == LENGTH else None
    if seat is None or seat.number > rules.MOST_SEATS:
        raise Refused(no("seat_code_unknown"))
    refuse_unless(is_open(seat.meeting, now))
    return seat


def sit_down(*, code: str, now: datetime) -> Seat:
    """Come in with a code from paper. The same code again is the same seat: its answers still count once. Raises Refused."""
    seat = with_code(code, now=now)
    Seat.objects.filter(pk=seat.pk, taken=False).update(taken=True)
    return seat


@transaction.atomic
def come_in(*, meeting: Meeting, by: Acting, now: datetime) -> Seat | None:
    """A seat by chance for somebody who is signed in; None when she took one before. Raises Refused.

    That she took one is kept, so that she takes no second; which one is kept nowhere.
    """
    refuse_unless(is_open(meeting, now))
    hold(meeting.project)
    _taken, first = SeatTaken.objects.get_or_create(meeting=meeting, person=by.person)
    if not first:
        return None
    free = _free(meeting)
    seat = secrets.choice(free)
    Seat.objects.filter(pk=seat.pk).update(taken=True)
    return seat


def _free(meeting: Meeting) -> list[Seat]:
    """Seats for people who are signed in that nobody has: always enough that chance means something."""
    rows = meeting.seats.filter(number__gt=rules.MOST_SEATS)
    free = list(rows.filter(taken=False))
    if len(free) >= BY_CHANCE:
        return free
    first = rules.MOST_SEATS + 1 + rows.count()
    _make(meeting, range(first, first + 2 * BY_CHANCE))
    return list(rows.filter(taken=False))
