"""Rules about forgetting and about how long things are kept, as plain functions of plain values."""

from datetime import datetime, timedelta

from sidebyside.kit.verdict import YES, Verdict, no

# Long enough for a letter to reach her and for her word to come back (3 to 5 days each way), with days to think.
TIME_TO_STOP = timedelta(days=14)
SOON = timedelta(days=14)  # what goes in these days is listed at the desk
TIME_TO_MEND = timedelta(days=7)  # before a shorter time counts
LONGEST = 20 * 365


def can_write_down(*, same_person: bool, runs_a_project_of_hers: bool, waiting: bool) -> Verdict:
    """The desk writes down that somebody asked to be forgotten: not about itself, nor about members of its own project."""
    if same_person:
        return no("desk_does_not_record_itself")
    if runs_a_project_of_hers:
        return no("recorder_runs_a_project_of_hers")
    return no("forgetting_is_written_down") if waiting else YES


def can_keep_for(days: int) -> Verdict:
    """At least a day, and twenty years at most: nothing is kept for ever without anybody looking."""
    return YES if 1 <= days <= LONGEST else no("keep_for_days_that_make_sense")


def days_that_count(
    *, default: int, days: int | None, before: int | None, changed_at: datetime | None, now: datetime
) -> int:
    """The days that count now. A shorter time counts a week after it was chosen, so that a slip can be mended."""
    if days is None or changed_at is None:
        return default
    return max(days, before or 0) if now < changed_at + TIME_TO_MEND else days
