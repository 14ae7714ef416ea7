"""What holds in the room, as plain functions of plain values: the timer, whose turn it is, what may be shown of a check."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sidebyside.kit.verdict import YES, Verdict, no

OPENS, CLOSES = timedelta(hours=3), timedelta(hours=1)  # before it starts, after it is over
SAID = {"temperature": ("good", "so_so", "not_good"), "sense": ("yes", "partly", "no")}
WAYS = ("card", "phone", "nod")
FEW = 3  # fewer answers, or fewer people of a kind, and nothing is shown
LEFT = (90, 60, 45, 30, 25, 20, 15, 10, 5, 2)  # minutes at which the timer says something new
MOST_SEATS, MOST_COUNTED = 100, 500
TRIES, TRIES_WITHIN = 20, timedelta(minutes=10)
KINDS = {
    "lived_expertise": "lived",
    "organisation": "community",
    "officer": "professional",
    "facilitator": "professional",
    "leader": "professional",
    "researcher": "research",
}
Step = tuple[datetime, str, int]  # from when on, a code, minutes


def room_opens(*, starts_at: datetime, over_at: datetime, off: bool, now: datetime) -> Verdict:
    """The room is there from three hours before a meeting until an hour after it is over."""
    if off:
        return no("meeting_is_off")
    if now < starts_at - OPENS:
        return no("room_is_not_open_yet")
    return no("room_is_closed") if now > over_at + CLOSES else YES


def can_try_a_code(tried: Sequence[datetime], *, now: datetime) -> Verdict:
    """From one browser at most twenty codes that are not right in ten minutes."""
    lately = [at for at in tried if now - at < TRIES_WITHIN]
    return no("too_many_codes_tried") if len(lately) >= TRIES else YES


def can_begin(*, starts_at: datetime, ends_at: datetime, off: bool, over: bool, now: datetime) -> Verdict:
    """A meeting begins on its day. Once it was ended, or its time is past, it is over."""
    verdict = room_opens(starts_at=starts_at, over_at=ends_at, off=off, now=now)
    return no("meeting_is_over") if verdict and (over or now >= ends_at) else verdict


def timer(*, started_at: datetime, minutes: int, ends_at: datetime) -> list[Step]:
    """What a gentle timer says, and from when on. It never stops anything: when the time is up the group decides.

    Bristol policy, Time within sessions. A timer that was left running ends with the meeting.
    """
    up = started_at + timedelta(minutes=minutes)
    steps = [(started_at, _left(minutes), minutes)]
    steps += [(up - timedelta(minutes=left), "timer_left", left) for left in LEFT if left < minutes]
    steps += [(up, "timer_up", 0)]
    return [step for step in steps if step[0] < ends_at] + [(ends_at, "timer_over", 0)]


def _left(minutes: int) -> str:
    return "timer_left" if minutes > 1 else "timer_last"


def break_due_at(items: Iterable[Any], began_at: datetime) -> datetime | None:
    """When the next break is due, as it was planned: counted from how the meeting began, or from the break before."""
    since, minutes = began_at, 0
    for item in items:
        if item.kind != "break":
            minutes += item.minutes
        elif item.ended_at:
            since, minutes = item.ended_at, 0
        else:
            return None if item.started_at else since + timedelta(minutes=minutes)
    return None


def process_due_at(items: Iterable[Any], ends_at: datetime) -> datetime | None:
    """When the time that is kept for how we work together has to begin, so that nothing else eats it.

    Bristol policy, Time within sessions: time at the end for any other business and for process.
    """
    kept = [item for item in items if item.kind in ("process", "other_business") and not item.started_at]
    if not any(item.kind == "process" for item in kept):
        return None
    return ends_at - timedelta(minutes=sum(item.minutes for item in kept))


def next_item(items: Sequence[Any], current: Any) -> Any:
    """What comes next. What did not make sense to everybody comes first after the break, or at once when none is to come."""
    waiting = [item for item in items if item.started_at is None]
    again = [item for item in items if item.first_after_break and item != current]
    break_to_come = any(item.kind == "break" for item in waiting)
    if again and ((current is not None and current.kind == "break") or not break_to_come):
        return again[0]
    return waiting[0] if waiting else None


def half_of(items: Iterable[Any]) -> int:
    """The second half begins with the break. Without one the whole meeting is the first."""
    return 2 if any(item.kind == "break" and item.started_at for item in items) else 1


def fair_order(hands: Iterable[tuple[Any, str, datetime]], heard: Mapping[str, int]) -> list[Any]:
    """Whoever was heard least comes first; then whoever put a hand up first. hands: (hand, whose, when it went up)."""
    return [hand for hand, whose, _up in sorted(hands, key=lambda one: (heard.get(one[1], 0), one[2]))]


def can_open_check(*, kind: str, half: int, running: bool, another: bool) -> Verdict:
    if kind not in SAID or half not in (1, 2):
        return no("choose_an_answer")
    if not running:
        return no("meeting_is_not_running")
    return no("a_check_is_open") if another else YES


def can_count(*, kind: str, said: str, how_many: int, way: str) -> Verdict:
    if said not in SAID[kind] or way not in WAYS:
        return no("choose_an_answer")
    return YES if 0 < how_many <= MOST_COUNTED else no("count_at_least_one")


def result(kind: str, said: Mapping[str, int], *, seats: int = 0) -> list[tuple[str, int]] | None:
    """How many said what, or None where fewer than three answered: then nobody could be sure to stay unknown.

    seats: how many of these were said from a seat. One or two of them would be seen by whoever counted all the others.
    """
    rows = [(one, said.get(one, 0)) for one in SAID[kind]]
    few = sum(number for _one, number in rows) < FEW or 0 < seats < FEW
    return None if few else rows


def not_clear(kind: str, said: Mapping[str, int]) -> bool:
    """Did anything not make sense to anybody? One is enough."""
    return kind == "sense" and any(said.get(one) for one in ("partly", "no"))


def heard_in_words(heard: Mapping[str, int], here: Mapping[str, int]) -> dict[str, str] | None:
    """Kind of knowledge -> lot, less or not_yet: as its part of what was heard is to its part of the people here.

    Only kinds that at least three people here bring, and only when there are two such kinds and enough was heard.
    """
    kinds = [kind for kind, people in here.items() if people >= FEW]
    times, people = sum(heard.get(kind, 0) for kind in kinds), sum(here[kind] for kind in kinds)
    if len(kinds) < 2 or times < FEW:
        return None
    return {kind: _how_much(heard.get(kind, 0) * people, here[kind] * times) for kind in kinds}


def _how_much(heard: int, fair: int) -> str:
    if not heard:
        return "not_yet"
    return "lot" if heard >= fair else "less"


def can_say_words(words: str, most: int) -> Verdict:
    if not words.strip():
        return no("write_a_few_words")
    return YES if len(words.strip()) <= most else no("write_fewer_words")
