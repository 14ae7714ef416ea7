"""Notes and the car park, as plain functions of plain values."""

from datetime import date, timedelta

from sidebyside.kit.verdict import YES, Verdict, no

LINES = ("decision", "point", "action", "quote")
PARKED = ("waiting", "answered", "next_agenda", "passed_on", "closed")
LONGEST = 2000  # letters and spaces in one line
LONGEST_PARKED = 5000  # room for what stood on an agenda, title and words, and for what came on a sheet
ANSWERED_WITHIN = timedelta(days=28)  # ours: what has no day of its own is late after four weeks


def can_park(*, words: str, running: bool) -> Verdict:
    """Anything may be kept for later. Bristol policy, Introduction: a car park keeps the group on its topic."""
    if not running:
        return no("project_not_running")
    return can_say(words, missing="parked_needs_words", longest=LONGEST_PARKED)


def can_say(words: str, *, missing: str, longest: int = LONGEST) -> Verdict:
    if not words.strip():
        return no(missing)
    return no("note_is_too_long") if len(words.strip()) > longest else YES


def can_take_on(*, is_here: bool, answer_by: date, today: date) -> Verdict:
    """Whoever is to answer is in this project (or this group) now, and says by which day."""
    if not is_here:
        return no("owner_is_not_here")
    return no("day_is_past") if answer_by < today else YES


def can_answer_parked(*, state: str, answer: str, has_meeting: bool) -> Verdict:
    """Nothing leaves the car park without a word on what became of it; the next agenda needs a next meeting."""
    if state not in PARKED or state == "waiting":
        return no("choose_an_answer")
    if state == "next_agenda":
        return YES if has_meeting else no("no_meeting_to_come")
    return can_say(answer, missing=f"parked_{state}_needs_words")


def answer_due(*, answer_by: date | None, made_on: date) -> date:
    return answer_by or made_on + ANSWERED_WITHIN


def can_write(*, kind: str, words: str, owner: bool, due: bool, quoted: bool, agreed: bool, asking: bool) -> Verdict:
    """A line of notes: an action says who does it by when, a quote says whose it is."""
    if kind not in LINES:
        return no("choose_an_answer")
    frozen = can_change(agreed=agreed, asking=asking)
    if not frozen:
        return frozen
    if kind == "action" and not (owner and due):
        return no("action_needs_owner_and_day")
    if kind == "quote" and not quoted:
        return no("quote_needs_a_person")
    return can_say(words, missing="note_needs_words")


def can_change(*, agreed: bool, asking: bool) -> Verdict:
    """Once agreed, notes stay as they are; while the group is asked, they stay too, so that all answer about the same."""
    if agreed:
        return no("notes_are_agreed")
    return no("notes_are_being_agreed") if asking else YES


def can_ask_to_agree(*, over: bool, lines: int, beside: int, quotes: int) -> Verdict:
    """What the group is asked about is whole: nothing waits to be chosen, and nobody is quoted who has not said yes or no."""
    if not over:
        return no("meeting_is_not_over")
    if not lines:
        return no("notes_are_empty")
    if beside:
        return no("a_wording_waits")
    return no("a_quote_waits") if quotes else YES
