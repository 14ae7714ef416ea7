"""Planning a meeting from everybody's needs, as plain functions of plain values."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sidebyside.kit.verdict import YES, Verdict, no

TO_DO, BOOKED, NOT_POSSIBLE = "to_do", "booked", "not_possible"
STATES = (TO_DO, BOOKED, NOT_POSSIBLE)
ASKED_AFTER = timedelta(days=21)  # so that a letter can go and come back
LONGEST = timedelta(hours=12)


@dataclass(frozen=True)
class Line:
    """Something that is usually booked when somebody made this choice."""

    question: str
    choice: str
    what: str
    days_before: int
    how_many: int = 1
    how_many_long: int = 0
    for_group: bool = False

    @property
    def name(self) -> str:
        return f"{self.question}:{self.choice}"


@dataclass(frozen=True)
class Suggestion:
    """Something to book for these people (refs), by a day. line: where it comes from, so that it is suggested once."""

    line: str
    what: str
    how_many: int
    book_by: date
    people: tuple[str, ...]


def suggestions(
    said: Iterable[tuple[str, str, Collection[str]]],
    lines: Iterable[Line],
    *,
    starts_at: datetime,
    ends_at: datetime,
    long_hours: float,
    there: Collection[tuple[str, str]],
) -> list[Suggestion]:
    """What to book for a meeting.

    said: (person ref, question, ids of choices). there: (line, person ref) that a booking serves already. A line for the
    group is one booking for all who need it, unless one is there.
    """
    long = ends_at - starts_at >= timedelta(hours=long_hours)
    found = []
    needs = list(said)
    for line in lines:
        people = [ref for ref, question, chosen in needs if question == line.question and line.choice in chosen]
        people = [ref for ref in dict.fromkeys(people) if (line.name, ref) not in there]
        how_many = line.how_many_long if long and line.how_many_long else line.how_many
        by = starts_at.date() - timedelta(days=line.days_before)
        groups = [tuple(people)] if line.for_group and people else [(ref,) for ref in people]
        found += [Suggestion(line.name, line.what, how_many, by, group) for group in groups]
    return sorted(found, key=lambda one: (one.book_by, one.what, one.people))


def can_plan(*, title: str, starts_at: datetime, ends_at: datetime, now: datetime, running: bool) -> Verdict:
    """A meeting is to come, and ends on the day it starts."""
    if not running:
        return no("project_not_running")
    if not title.strip():
        return no("meeting_needs_a_name")
    if starts_at <= now:
        return no("meeting_is_past")
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        return no("meeting_ends_before_it_starts")
    return YES


def can_become(*, state: str, why_not: str, got: bool) -> Verdict:
    """A booking is to do, booked, or not possible, which says why."""
    if state not in STATES:
        return no("choose_an_answer")
    if got:
        return no("booking_was_confirmed")
    return no("say_why_not_possible") if state == NOT_POSSIBLE and not why_not.strip() else YES
