"""Rules about projects, as plain functions of plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from sidebyside.kit.verdict import YES, Verdict, no

EXTRA = 0.2  # Bristol policy, Time, Timeline of Project: a 20% contingency for time and money
BY_THEIR_JOB = frozenset({"officer", "facilitator", "leader"})
NEXT_STATES = {
    "draft": {"running"},
    "running": {"paused", "stopped", "finished"},
    "paused": {"running", "stopped"},
    "stopped": set(),
    "finished": set(),
}


@dataclass(frozen=True)
class Planned:
    """A stage on the timeline: planned days, and the day it ends when the extra time is used."""

    title: str
    kind: str
    starts_on: date
    ends_on: date
    ends_with_extra: date


def timeline(stages: Iterable[tuple[str, str, date, int]]) -> list[Planned]:
    """Lay out stages (title, kind, planned first day, weeks), each with 20% extra time, in whole days.

    A stage begins on its planned day, or when the one before it ends with its extra time if that is later.
    """
    planned: list[Planned] = []
    for title, kind, starts_on, weeks in stages:
        start = max(starts_on, planned[-1].ends_with_extra) if planned else starts_on
        days = weeks * 7
        extra = ceil(days * EXTRA)
        planned.append(Planned(title, kind, start, start + timedelta(days=days), start + timedelta(days=days + extra)))
    return planned


def can_begin(*, about: str, fixed: str, outcome_rung: str | None, stages: int) -> Verdict:
    """A project begins when it says what it is about, what is already fixed, which kind it is, and by when."""
    if not about:
        return no("begin_needs_about")
    if not fixed:
        return no("begin_needs_fixed")
    if not outcome_rung:
        return no("begin_needs_kind")
    if not stages:
        return no("begin_needs_timeline")
    return YES


def can_become(*, state: str, wanted: str) -> Verdict:
    return YES if wanted in NEXT_STATES[state] else no("project_cannot_become", state_code=f"state_{state}")


def can_invite(*, state: str, joins_as: str, has_organisation: bool, already_here: bool, by_job_here: bool) -> Verdict:
    """Somebody who is here by their job cannot also be here as a member: it is one or the other (decision 6)."""
    if state not in ("running", "draft"):
        return no("project_not_running")
    if already_here:
        return no("already_in_this_project")
    if joins_as == "organisation" and not has_organisation:
        return no("organisation_needed")
    if by_job_here and joins_as not in BY_THEIR_JOB:
        return no("was_here_by_their_job")
    return YES


def can_answer_invitation(*, joined: bool, said_no: bool, left: bool, state: str) -> Verdict:
    if joined or left:
        return no("invitation_already_taken_up")
    if said_no:
        return no("invitation_already_declined")
    return YES if state in ("running", "draft") else no("project_not_running")


def can_end_place(*, joins_as: str, is_theirs: bool, by_desk: bool) -> Verdict:
    """Nobody ends a member's place but she herself, or the hub's desk when she says so there. Jobs can be handed on."""
    if is_theirs or by_desk or joins_as in BY_THEIR_JOB:
        return YES
    return no("only_she_can_leave")


def is_counted(*, joins_as: str, led_by_lived_expertise: bool, ever_by_job: bool) -> bool:
    """Whose word counts: lived expertise, or an organisation led by people with it, and never by their job here."""
    if ever_by_job:
        return False
    return joins_as == "lived_expertise" or (joins_as == "organisation" and led_by_lived_expertise)


def weeks_after(moment: datetime | None, weeks: int) -> datetime | None:
    return moment + timedelta(weeks=weeks) if moment else None


def is_open(*, state: str, until_on: date | None, closed: bool, today: date) -> bool:
    """Is a project open to new people? While it runs, through the day that it said."""
    return state == "running" and until_on is not None and not closed and today <= until_on


def can_open(*, state: str, until_on: date, today: date) -> Verdict:
    """A project opens to new people while it runs, until a day to come, a year at most: a year old, it is looked at again."""
    if state != "running":
        return no("project_not_running")
    if until_on < today:
        return no("opening_day_is_past")
    return no("opening_is_for_a_year_at_most") if (until_on - today).days > 366 else YES


HELLOS_AN_HOUR = 10  # from one address: a library or a day centre may be one address for everybody in it


def can_say_hello(*, state: str, is_open: bool, written_down: bool, lately: int) -> Verdict:
    """By the web while the project is open. What somebody at the desk or a facilitator wrote down is never turned away."""
    if state not in ("running", "paused"):
        return no("project_not_running")
    if written_down:
        return YES
    if not is_open:
        return no("not_open_to_new_people")
    return no("many_wrote_from_here") if lately >= HELLOS_AN_HOUR else YES


def can_answer_hello(*, answered: bool) -> Verdict:
    return no("hello_is_answered") if answered else YES


def can_take_break(*, until_on: date | None, today: date) -> Verdict:
    """A break needs no reason. The day is about when; none means: until I say so."""
    return no("break_day_is_past") if until_on and until_on <= today else YES


def can_plan_more_time(*, state: str, stage_ended: bool, weeks: int, was_until: date, seen_until: date) -> Verdict:
    """Only a stage that has not ended grows, from the plan that was seen: two people adding at once do not add twice."""
    if state != "running":
        return no("project_not_running")
    if stage_ended:
        return no("stage_has_ended")
    if was_until != seen_until:
        return no("plan_was_changed")
    return YES if weeks > 0 else no("more_time_is_some_weeks")


def is_asked_again(*, told_until: date | None, until: date) -> bool:
    """Whoever was told an earlier end is asked again; what she was told had the extra time in it already.

    Bristol policy, Time, Timeline of Project: when it is unexpectedly longer, ask whether that respects everybody's time.
    """
    return told_until is None or until > told_until
