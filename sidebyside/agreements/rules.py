"""How a group agrees, as plain functions of plain values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sidebyside.kit.verdict import YES, Verdict, no

NEVER_NOT_NEEDED = frozenset({"access", "money", "power"})  # decision 4
OPEN_DAYS = 14
AT_LEAST = 5
ANSWERS = ("yes", "no", "stand_aside")
MAY_BE_FEW = frozenset({"own_name", "take_back"})


@dataclass(frozen=True)
class Outcome:
    agreed: bool
    why: str  # a code
    tally: dict[str, dict[str, int]]


def enough(answered: int, counted: int, *, kind: str) -> bool:
    """At least half of those counted, and at least five of them.

    What bears on no label (the group's own name) can be agreed by fewer than five, when all of them answer; and so can
    taking something back, so that a group is never bound by what it cannot undo.
    """
    least = min(AT_LEAST, counted) if kind in MAY_BE_FEW else AT_LEAST
    return answered >= least and answered * 2 >= counted and answered > 0


def outcome(
    *, kind: str, method: str, counted: Sequence[str], others: Sequence[str], said: Mapping[str, str]
) -> Outcome:
    """What the group has agreed. counted, others: opaque names; said: name -> yes, no or stand_aside.

    Majority: more than half of the counted people who said yes or no say yes. Consent: nobody counted says no. Others
    are asked and shown apart, and can only lower: a majority of them against (majority) or any "no" (consent) stops it.
    Where an answer must be left out (decision 6), the caller leaves it out and asks again: both must agree.
    """
    ours = [said[ref] for ref in counted if ref in said]
    theirs = [said[ref] for ref in others if ref in said]
    tally = {"counted": _tally(ours), "others": _tally(theirs)}
    if not enough(len(ours), len(counted), kind=kind):
        return Outcome(False, "not_enough_answered", tally)
    if ours.count("yes") == 0:
        return Outcome(False, "nobody_said_yes", tally)
    if method == "consent":
        objection = "no" in ours or "no" in theirs
        return Outcome(not objection, "somebody_said_no" if objection else "nobody_said_no", tally)
    if ours.count("yes") <= ours.count("no"):
        return Outcome(False, "no_majority", tally)
    if theirs.count("no") > theirs.count("yes"):
        return Outcome(False, "others_said_no", tally)
    return Outcome(True, "majority_said_yes", tally)


def _tally(said: list[str]) -> dict[str, int]:
    return {answer: said.count(answer) for answer in ANSWERS}


def can_propose(
    *,
    kind: str,
    subject: str,
    words: str,
    method: str,
    running: bool,
    rungs: Sequence[str],
    ingredients: Sequence[str],
    same_open: bool,
    always_needed: Collection[str] = (),
    agreed: Collection[str] = (),
) -> Verdict:
    """May this be put to the group now?

    always_needed: what the recipe says no group can do without, beside our own three. agreed: what it could take back.
    """
    if not running:
        return no("project_not_running")
    if same_open:
        return no("already_asking_this")
    if not words.strip():
        return no("proposal_needs_words")
    if method not in ("majority", "consent"):
        return no("choose_how_to_decide")
    if kind == "claim" and subject not in rungs:
        return no("choose_a_rung")
    if kind == "take_back" and subject not in agreed:
        return no("choose_what_to_take_back")
    if kind == "not_needed":
        if subject in NEVER_NOT_NEEDED or subject in always_needed:
            return no("always_needed")
        if subject not in ingredients:
            return no("choose_an_ingredient")
    return YES
