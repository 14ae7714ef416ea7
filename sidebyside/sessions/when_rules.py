"""Asking when to meet, as plain functions of plain values."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sidebyside.kit.verdict import YES, Verdict, no

LONDON = ZoneInfo("Europe/London")
CAN, IF_NEED_BE, CANNOT = "yes", "if_need_be", "no"
SAID = (CAN, IF_NEED_BE, CANNOT)
FEWEST, MOST = 2, 6
LONGEST = timedelta(hours=12)
# Usual hours of an office: a proposal, to be checked where you are.
OFFICE_FROM, OFFICE_UNTIL, SATURDAY = time(9), time(17), 5
Times = Sequence[tuple[datetime, datetime]]


def can_ask_when(*, title: str, times: Times, closes_at: datetime, now: datetime, running: bool) -> Verdict:
    """Two to six different times to come, and time to answer before the first of them."""
    if not running:
        return no("project_not_running")
    if not title.strip():
        return no("meeting_needs_a_name")
    if not FEWEST <= len(set(times)) <= MOST:
        return no("when_needs_times")
    if any(not timedelta(0) < ends - starts <= LONGEST for starts, ends in times):
        return no("meeting_ends_before_it_starts")
    if closes_at <= now or min(starts for starts, _ends in times) <= closes_at:
        return no("when_closes_before_it_could_be")
    return YES


def in_office_hours(starts_at: datetime, ends_at: datetime) -> bool:
    """Does it lie wholly in the usual hours of an office? That suits who is paid to be there, and not others who work."""
    start, end = starts_at.astimezone(LONDON), ends_at.astimezone(LONDON)
    return start.weekday() < SATURDAY and start.time() >= OFFICE_FROM and end.time() <= OFFICE_UNTIL


def left_out(said: Mapping[int, Mapping[str, str]], option: str) -> list[int]:
    """Whom this time leaves out: who said that she cannot."""
    return [person for person, words in said.items() if words.get(option) == CANNOT]


def count(said: Mapping[int, Mapping[str, str]], option: str) -> dict[str, int]:
    """How many said yes, if need be and no to one time."""
    return {word: sum(words.get(option) == word for words in said.values()) for word in SAID}
