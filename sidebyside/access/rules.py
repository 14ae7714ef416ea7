"""Rules about what people need, as plain functions of plain values."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from sidebyside.kit.verdict import YES, Verdict, no

FACILITATOR, NOTE_TAKER, VENUE, GROUP = "facilitator", "note_taker", "venue", "group"
READERS = (FACILITATOR, NOTE_TAKER, VENUE, GROUP)
RUNS_IT = frozenset({"facilitator", "officer"})
TO_DO, BOOKED, NOT_POSSIBLE = "to_do", "booked", "not_possible"
STATES = (TO_DO, BOOKED, NOT_POSSIBLE)
GOT = ("yes", "partly", "no", "did_not_need")
AT_LEAST = 5  # fewer answers would give away what one person said (decision 3)
LATELY = timedelta(weeks=12)
ASK_AGAIN = timedelta(weeks=10)  # so that a letter is back before twelve weeks are over
STEPS = ("identify", "record", "flag", "share", "meet", "review")  # Accessible Information Standard, DAPB1605


def can_share(*, kind: str, joined: bool, same_person: bool, joins_as: Collection[str], decides: bool) -> Verdict:
    """May she let this person of this project read what she marked for this kind of reader?

    Whoever assesses, pays for or manages her care never can (decision 30). Facilitator and venue: somebody who runs
    the project. Note taker: anybody in it. The group is no one person.
    """
    if kind not in READERS or kind == GROUP:
        return no("no_such_reader")
    if same_person:
        return no("it_is_yours_already")
    if not joined:
        return no("reader_is_not_in_this_project")
    if decides:
        return no("decides_about_her_care")
    if kind != NOTE_TAKER and not RUNS_IT & set(joins_as):
        return no("reader_does_not_run_this")
    return YES


def may_read(*, seen_by: Iterable[str], given: Iterable[str], decides: bool) -> bool:
    """Is an answer open to a reader? seen_by: whom she marked it for; given: as what she lets this person read, here."""
    return not decides and bool(set(seen_by) & set(given))


def can_arrange(*, owner_reads: bool, due_on: date | None, today: date, new: bool) -> Verdict:
    """Whoever is to do it must be somebody whom she lets read what she needs."""
    if not owner_reads:
        return no("owner_may_not_read_it")
    return no("arrange_by_a_day_to_come") if new and due_on and due_on < today else YES


def can_become(*, state: str, why_not: str) -> Verdict:
    """What cannot be done says why: silence would look like forgetting."""
    if state not in STATES:
        return no("no_such_state")
    return no("say_why_it_is_not_possible") if state == NOT_POSSIBLE and not why_not.strip() else YES


def is_due_again(*, asked_at: datetime | None, said_at: datetime | None, now: datetime) -> bool:
    """Is it time to ask her again? Counted from what came last: the asking, or what she said.

    Bristol policy, Access Needs, Defining Access Needs: needs are fluid, so several check-ins are needed.
    """
    last = max((moment for moment in (asked_at, said_at) if moment), default=None)
    return last is not None and now >= last + ASK_AGAIN


def word_on_getting(words: Iterable[str]) -> str:
    """One word for what people confirmed: "all", "some", "few", or "not_enough". Never how many.

    words: yes, partly, no or did_not_need, one for each person who said (her lowest). A single "no" is never "all".
    """
    said = list(words)
    if len(said) < AT_LEAST:
        return "not_enough"
    good = [word for word in said if word in ("yes", "did_not_need")]
    if len(good) == len(said):
        return "all"
    half = [word for word in said if word != "no"]
    return "some" if len(half) * 2 >= len(said) else "few"


def lowest_word(words: Iterable[str]) -> str:
    """What one person said of several things: the lowest of it."""
    order = ["no", "partly", "did_not_need", "yes"]
    return min(words, key=order.index)
