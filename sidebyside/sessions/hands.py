"""Hands up, in a fair order; and, by one tap, which kinds of knowledge were heard. Never who."""

from collections import Counter
from datetime import datetime

from django.db import transaction

from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.living import held, is_running
from sidebyside.sessions.models import Hand, Heard, Meeting, Seat
from sidebyside.sessions.models_live import KNOWLEDGE
from sidebyside.sessions.room import sent_before, show_the_room


@transaction.atomic
def put_up(
    *, meeting: Meeting, now: datetime, seat: Seat | None = None, called: str = "", by: Acting | None = None
) -> Hand:
    """Somebody wants to speak: from a seat; or by whoever runs the meeting, called by a name. Once until she was heard.

    Raises Refused.
    """
    meeting = held(meeting)
    if not is_running(meeting):
        raise Refused(no("meeting_is_not_running"))
    if seat is None:
        refuse_unless(rules.can_say_words(called, 40))
    whose = {"seat": seat, "called": "" if seat else called.strip()}
    there = meeting.hands.filter(**whose, heard_at=None, down_at=None).first()
    if there:
        return there
    made = Hand.objects.create(meeting=meeting, up_at=now, **whose)
    show_the_room(meeting)
    return made


@transaction.atomic
def put_down(*, hand: Hand, now: datetime, by: Acting | None = None) -> None:
    """She does not want to speak any more."""
    meeting = held(hand.meeting)
    if Hand.objects.filter(pk=hand.pk, heard_at=None, down_at=None).update(down_at=now):
        show_the_room(meeting)


@transaction.atomic
def put_mine_down(*, seat: Seat, now: datetime) -> None:
    """Whoever sits on this seat puts her hand down. Without one up, nothing changes."""
    hand = seat.meeting.hands.filter(seat=seat, heard_at=None, down_at=None).select_related("meeting__project").first()
    if hand:
        put_down(hand=hand, now=now)


@transaction.atomic
def heard(*, hand: Hand, by: Acting, now: datetime) -> None:
    """She spoke. Her next hand comes after those who were heard less."""
    meeting = held(hand.meeting)
    if Hand.objects.filter(pk=hand.pk, heard_at=None, down_at=None).update(heard_at=now):
        show_the_room(meeting)


@transaction.atomic
def heard_kind(*, meeting: Meeting, kind: str, by: Acting, now: datetime, once: str = "") -> None:
    """Somebody spoke from this kind of knowledge. It is kept with no moment of its own, so that it fits no hand."""
    meeting = held(meeting)
    if kind not in KNOWLEDGE:
        raise Refused(no("choose_an_answer"))
    if not sent_before(meeting, once):
        Heard.objects.create(meeting=meeting, kind=kind, at=meeting.began_at or meeting.starts_at)
        show_the_room(meeting)


def in_order(meeting: Meeting) -> list[Hand]:
    """The hands that are up, whoever was heard least first. One query."""
    rows = list(meeting.hands.filter(down_at=None).select_related("seat"))
    times = Counter(_whose(row) for row in rows if row.heard_at)
    return rules.fair_order([(row, _whose(row), row.up_at) for row in rows if not row.heard_at], times)


def _whose(hand: Hand) -> str:
    return f"seat:{hand.seat_id}" if hand.seat_id else f"called:{hand.called.lower()}"
