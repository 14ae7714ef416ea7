"""Coming to a meeting and missing one, as plain functions of plain values."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sidebyside.kit.verdict import YES, Verdict, no

IN_PERSON, ONLINE, PHONE, VIEWS, NO = "in-person", "online", "phone", "views", "no"
THERE = (IN_PERSON, ONLINE, PHONE)
ASKED_BEFORE = timedelta(days=14)  # so that a letter can go and come back
AGENDA_MINUTES, TITLE = 10, 200
WAYS_IN = {
    "online": (ONLINE,),
    "phone": (PHONE,),
    "hybrid": (IN_PERSON, ONLINE, PHONE),
}


def ways(way: str) -> tuple[str, ...]:
    """What somebody may say to a meeting that is held this way: how she comes, or that she sends what she thinks, or no."""
    return (*WAYS_IN.get(way, (IN_PERSON,)), VIEWS, NO)


def can_ask_before(*, running: bool, off: bool, starts_at: datetime, now: datetime) -> Verdict:
    if not running:
        return no("project_not_running")
    if off:
        return no("meeting_is_off")
    return no("meeting_is_past") if starts_at <= now else YES


def can_write_who_came(*, off: bool, agreed: bool, starts_at: datetime, now: datetime) -> Verdict:
    """Who came is written down from the start of a meeting on, and can be corrected until its notes are agreed."""
    if off:
        return no("meeting_is_off")
    if agreed:
        return no("notes_are_agreed")
    return no("meeting_has_not_begun") if now < starts_at else YES


def came(said: Mapping[int, str], written: Mapping[int, str]) -> dict[int, str]:
    """person -> how she took part: what was written down, or else what she said before."""
    return dict(said) | dict(written)


def missed(how: Mapping[int, str]) -> set[int]:
    """Who was not there, and sent nothing that she thinks.

    Bristol policy, Methods, During: who could not come is heard in another way.
    """
    return {person for person, way in how.items() if way == NO}


def title_and_words(said: str) -> tuple[str, str]:
    """What somebody wants on the agenda, as its title and what more she wrote."""
    first, _newline, more = said.strip().partition("\n")
    if len(first) <= TITLE:
        return first.strip(), more.strip()
    return f"{first[: TITLE - 1].rsplit(' ', 1)[0]}…", said.strip()
