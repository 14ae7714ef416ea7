"""Rules about people, asks and answers, as plain functions of plain values."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from sidebyside.kit.verdict import YES, Verdict, no


class Said(Protocol):
    said_at: datetime
    recorded_at: datetime
    entered_by_id: int


A = TypeVar("A", bound=Said)


def the_answer_that_counts(answers: Iterable[A], *, person_id: int) -> A | None:
    """The latest said counts; said at the same moment, the person's own counts; then the latest recorded (DECISIONS 8)."""
    return max(answers, key=lambda a: (a.said_at, a.entered_by_id == person_id, a.recorded_at), default=None)


def can_answer(*, closes_at: datetime | None, withdrawn_at: datetime | None, said_at: datetime, erased: bool) -> Verdict:
    """An ask can be answered until it closes. What was said in time counts, however late it is keyed in."""
    if withdrawn_at:
        return no("ask_was_withdrawn")
    if erased:
        return no("person_was_forgotten")
    if closes_at and said_at >= closes_at:
        return no("ask_has_closed")
    return YES


def can_help(*, kind: str, kinds: Iterable[str], confirmed: bool, ended: bool, until_on: date, today: date) -> Verdict:
    """A helper answers only the kinds of ask that the member chose, once she has said so, until the day she chose."""
    if ended or today > until_on:
        return no("helping_has_ended")
    if not confirmed:
        return no("helping_not_confirmed")
    if kind not in kinds:
        return no("helper_not_chosen_for_this")
    return YES


def can_be_helper(*, same_person: bool, runs_a_project_of_hers: bool) -> Verdict:
    """Officers and facilitators of a project never enter a member's views (DECISIONS 9)."""
    if same_person:
        return no("nobody_is_her_own_helper")
    if runs_a_project_of_hers:
        return no("helper_runs_a_project_of_hers")
    return YES
