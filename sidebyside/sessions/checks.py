"""Quick checks in the room: how does it feel, did that make sense? One answer a seat; cards, nods and calls are counted."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.living import agenda, held, is_running
from sidebyside.sessions.models import AgendaItem, Check, Counted, Meeting, Seat, SeatAnswer
from sidebyside.sessions.room import sent_before, show_the_room


@transaction.atomic
def open_check(
    *, meeting: Meeting, kind: str, by: Acting, now: datetime, half: int | None = None, item: AgendaItem | None = None
) -> Check:
    """Ask the room: temperature, or did that make sense. One at a time; the same again is the same one. Raises Refused.

    half: of the meeting; worked out from whether the break has begun when it is not given. item: what is asked about.
    """
    meeting = held(meeting)
    there = meeting.checks.filter(closed_at=None).first()
    if there and there.kind == kind:
        return there
    half = half or rules.half_of(agenda(meeting))
    refuse_unless(rules.can_open_check(kind=kind, half=half, running=is_running(meeting), another=bool(there)))
    item = item or (meeting.now_item if kind == "sense" else None)
    check = Check.objects.create(meeting=meeting, kind=kind, half=half, item=item, opened_at=now)
    show_the_room(meeting)
    return check


@transaction.atomic
def answer(*, check: Check, seat: Seat, said: str, now: datetime) -> None:
    """What this seat says. It may change until the check closes, and counts once. The room learns nothing by it yet.

    Raises Refused: when the check has closed, nothing is changed, and whoever runs the meeting can still count it as late.
    """
    held(check.meeting)
    check.refresh_from_db(fields=["closed_at"])
    if seat.meeting_id != check.meeting_id or said not in rules.SAID[check.kind]:
        raise Refused(no("choose_an_answer"))
    if check.closed_at:
        raise Refused(no("check_is_closed"))
    SeatAnswer.objects.update_or_create(check_of=check, seat=seat, defaults={"said": said})


@transaction.atomic
def close_check(*, check: Check, by: Acting, now: datetime) -> None:
    """Nobody answers any more, and the room sees the result. What did not make sense to somebody comes after the break."""
    meeting = held(check.meeting)
    if Check.objects.filter(pk=check.pk, closed_at=None).update(closed_at=now):
        _come_back_to_it(check, said_in([check])[check.pk])
        show_the_room(meeting)


@transaction.atomic
def count(
    *, check: Check, said: str, how_many: int, way: str, by: Acting, now: datetime, once: str = ""
) -> Counted | None:
    """Cards held up, calls or nods are counted by hand. After it closed they are late: they stand beside the result.

    None when this very count was sent before. Raises Refused.
    """
    meeting = held(check.meeting)
    refuse_unless(rules.can_count(kind=check.kind, said=said, how_many=how_many, way=way))
    if sent_before(meeting, once):
        return None
    check.refresh_from_db(fields=["closed_at"])
    made = Counted.objects.create(
        check_of=check, said=said, how_many=how_many, way=way, late=bool(check.closed_at), counted_by=by.person,
        counted_at=now,
    )  # fmt: skip
    if check.closed_at:
        _come_back_to_it(check, {said: how_many})
    show_the_room(meeting)
    return made


@transaction.atomic
def take_back_count(*, check: Check, said: str, way: str, by: Acting, now: datetime) -> None:
    """The newest count of this kind was a mistake. Once the check has closed only what came late can be taken back."""
    meeting = held(check.meeting)
    check.refresh_from_db(fields=["closed_at"])
    newest = check.counted.filter(said=said, way=way, late=bool(check.closed_at)).order_by("-id").first()
    if newest:
        newest.delete()
        show_the_room(meeting)


def _come_back_to_it(check: Check, said: dict[str, int]) -> None:
    if check.item_id and rules.not_clear(check.kind, said):
        AgendaItem.objects.filter(pk=check.item_id).update(first_after_break=True)


def said_in(checks: list[Check], *, late: bool = False) -> dict[int, Counter]:
    """How many said what, for each of these checks, by seat and by hand: in time, or late. Two queries at most."""
    found: dict[int, Counter] = {check.pk: Counter() for check in checks}
    if not late:
        seats = SeatAnswer.objects.filter(check_of__in=checks).values_list("check_of", "said")
        for pk, said, number in seats.annotate(number=Count("id")):
            found[pk][said] += number
    for row in Counted.objects.filter(check_of__in=checks, late=late):
        found[row.check_of_id][row.said] += row.how_many
    return found


def from_seats(checks: list[Check]) -> Counter:
    """How many answers to each of these checks (its pk) came from a seat. One query."""
    return Counter(SeatAnswer.objects.filter(check_of__in=checks).values_list("check_of", flat=True))


def how_many_answered(meeting: Meeting) -> int:
    """How many seats have answered the check that is open. Not what: that is seen when it closes."""
    return SeatAnswer.objects.filter(check_of__meeting=meeting, check_of__closed_at=None).count()
