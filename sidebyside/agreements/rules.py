"""How a group agrees, as plain functions of plain values."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sidebyside.kit.verdict import YES, Verdict, no

NEVER_NOT_NEEDED = frozenset({"access", "money", "power"})  # decision 4
OPEN_DAYS = 14
AT_LEAST = 5
ANSWERS = ("yes", "no", "stand_aside")
# Texts of which a group has one each. Bristol policy, Culture: what kind of culture the group wishes to build.
TEXTS = ("values", "conflict", "hard_things", "who_stays_near", "how_to_stop", "access_means")
ONE_OF_A_KIND = frozenset({"claim", "own_name", "way_of_deciding", "delivery_and_review", "ask_budget", *TEXTS})
ONE_OF_A_SUBJECT = frozenset({"not_needed", "ground_rule", "definition"})
LOOKED_AT_AGAIN = frozenset({"way_of_deciding", "delivery_and_review", "ask_budget", "ground_rule", *TEXTS})
# What binds nothing on a label can be agreed by fewer than five, when all of them answer.
MAY_BE_FEW = frozenset(
    {"own_name", "take_back", "ask_budget", "pause_work", "ground_rule", "definition", "notes", *TEXTS}
)
MEMBERS_ALONE = frozenset({"pause_work"})  # nobody here by their job can keep members at work that does them no good
OWN_KINDS = frozenset(
    {"way_of_deciding", "strategic_decision", "ground_rule", "definition", "notes", "take_back", *TEXTS}
)
SUBJECT_IS_A_CODE = frozenset({"claim", "not_needed", "take_back", "notes"})  # in the others it is somebody's words
WAYS_OF_DECIDING = ("majority", "consensus", "both")
NEVER_LOCKED = frozenset({"way_of_deciding", "take_back"})  # or one way of deciding could never be left again
LONGEST_WORD = 60
FARTHEST = timedelta(days=5 * 366)  # nobody looks at something again after that: a proposal, check before use
FEWEST_MINUTES, MOST_MINUTES = 5, 600
PARTS = {
    "way_of_deciding": ("how", "both_means"),
    "ground_rule": ("why", "notice", "do"),
    "ask_budget": ("minutes",),
    "definition": ("easy",),
}


@dataclass(frozen=True)
class Outcome:
    agreed: bool
    why: str  # a code
    tally: dict[str, dict[str, int]]


def enough(answered: int, counted: int, *, kind: str, own: bool = False) -> bool:
    """At least half of those counted, and at least five of them.

    What bears on no label (the group's own name, a ground rule) can be agreed by fewer than five, when all of them
    answer; and so can taking something back, so that a group is never bound by what it cannot undo. own: what a group
    keeps to itself, which bears on no label whatever it is.
    """
    least = min(AT_LEAST, counted) if own or kind in MAY_BE_FEW else AT_LEAST
    return answered >= least and answered * 2 >= counted and answered > 0


def outcome(
    *,
    kind: str,
    method: str,
    counted: Sequence[str],
    others: Sequence[str],
    said: Mapping[str, str],
    own: bool = False,
) -> Outcome:
    """What the group has agreed. counted, others: opaque names; said: name -> yes, no or stand_aside.

    Majority: more than half of the counted people who said yes or no say yes. Consent: nobody counted says no. Others
    are asked and shown apart, and can only lower: a majority of them against (majority) or any "no" (consent) stops it.
    They cannot stop members from stopping. Where an answer must be left out (decision 6), the caller leaves it out and
    asks again: both must agree.
    """
    ours = [said[ref] for ref in counted if ref in said]
    theirs = [said[ref] for ref in others if ref in said]
    tally = {"counted": _tally(ours), "others": _tally(theirs)}
    theirs = [] if kind in MEMBERS_ALONE else theirs
    if not enough(len(ours), len(counted), kind=kind, own=own):
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
    how: str = "",
) -> Verdict:
    """May this be put to the group now?

    always_needed: what the recipe says no group can do without, beside our own three. agreed: what it could take back.
    how: the way of deciding that the group agreed, if it did.
    """
    if not running:
        return no("project_not_running")
    if same_open:
        return no("already_asking_this")
    if not words.strip() and kind != "pause_work":
        return no("proposal_needs_words")
    if method not in ("majority", "consent"):
        return no("choose_how_to_decide")
    if method not in methods_for(kind, how):
        return no("group_decides_by_majority" if how == "majority" else "group_decides_by_consensus")
    if kind == "not_needed" and subject in NEVER_NOT_NEEDED | set(always_needed):
        return no("always_needed")
    return _is_there(kind, subject, {"claim": rungs, "take_back": agreed, "not_needed": ingredients})


CHOOSE = {"claim": "choose_a_rung", "take_back": "choose_what_to_take_back", "not_needed": "choose_an_ingredient"}


def _is_there(kind: str, subject: str, things: Mapping[str, Collection[str]]) -> Verdict:
    return no(CHOOSE[kind]) if kind in things and subject not in things[kind] else YES


def methods_for(kind: str, how: str) -> tuple[str, ...]:
    """By which methods can this be decided, once the group agreed how it decides?

    Bristol policy, Introduction: "majority rules, consensus, both". How it decides, and taking back, stay open to both:
    under consensus one no would else keep it for ever.
    """
    if kind not in NEVER_LOCKED:
        if how == "majority":
            return ("majority",)
        if how == "consensus":
            return ("consent",)
    return ("majority", "consent")


def can_say(kind: str, parts: Mapping[str, Any]) -> Verdict:
    """Do the parts of a proposal say what its kind needs? Parts that the kind does not have raise ValueError."""
    if set(parts) - set(PARTS.get(kind, ())):
        raise ValueError(f"a proposal of the kind {kind} has no {sorted(parts)}")
    if kind == "way_of_deciding" and parts.get("how"):
        if parts["how"] not in WAYS_OF_DECIDING:
            return no("choose_a_way_of_deciding")
        if parts["how"] == "both" and not parts.get("both_means"):
            return no("say_what_both_means")
    if kind == "ask_budget":
        minutes = parts.get("minutes")
        if not isinstance(minutes, int) or not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
            return no("say_how_many_minutes", fewest=FEWEST_MINUTES, most=MOST_MINUTES)
    if kind == "definition" and not parts.get("easy"):
        return no("meaning_needs_easy_read")
    return YES


def key_of(word: str) -> str:
    """How words are compared: without capitals, and with single spaces."""
    return " ".join(word.split()).casefold()


def can_point_at(word: str) -> Verdict:
    longest = max(len(key_of(word)), len(" ".join(word.split())))
    return YES if 0 < longest <= LONGEST_WORD else no("word_is_needed")


def pieces(text: str, terms: Collection[str]) -> list[tuple[str, str]]:
    """The text cut where it says one of these terms for the first time: (piece, the term that it is, or "").

    Whole words, whatever their capitals; the longest first, so that "care plan" is never found as "care". Joined again,
    the pieces are the text.
    """
    longest = sorted((term for term in terms if term.strip()), key=lambda term: (-len(term), term))
    if not longest:
        return [(text, "")] if text else []
    either = "|".join("(" + r"\s+".join(map(re.escape, term.split())) + ")" for term in longest)
    found: list[tuple[str, str]] = []
    at, used = 0, set[str]()
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text, re.IGNORECASE):
        term = longest[(match.lastindex or 1) - 1]
        if term not in used:
            found += [(text[at : match.start()], ""), (match.group(), term)]
            at = match.end()
            used.add(term)
    return [(piece, term) for piece, term in [*found, (text[at:], "")] if piece]


def can_look_again(review_on: date | None, *, today: date) -> Verdict:
    """The day on which the group looks at something again lies ahead, and not too far."""
    if review_on is None or today < review_on <= today + FARTHEST:
        return YES
    return no("look_again_on_a_coming_day")
