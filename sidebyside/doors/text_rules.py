"""Text messages as plain functions of plain values: what we write, and what somebody meant by what she wrote back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sidebyside.people.sheets import Question

A_DAY = timedelta(days=1)
STOP = {"stop", "stopall", "stop all", "unsubscribe", "quit", "end", "cancel", "stopio"}
START = {"start", "unstop", "cychwyn"}
LEAVE_OUT = "0"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST = 600  # letters and spaces in one of our texts: some four that the network counts
LETTER_FIRST = re.compile(
    r"^([A-Za-z])\s*[:.)-]?\s*(\d.*)$|^([A-Za-z])\s*[:.)-]\s*(.+)$|^([A-Za-z])\s+(\S+)$", re.DOTALL
)


@dataclass(frozen=True)
class Meant:
    """What a text meant: a value for the question, "leave_out", "stop", "start", or a code for why it is not clear."""

    value: str = ""
    what: str = "answer"


def letter_and_rest(text: str, *, open_letters: Sequence[str]) -> tuple[str, str]:
    """ "B2", "b: yes" and "B no" are the letter of an open question and what was said; without one the letter is empty."""
    match = LETTER_FIRST.match(text.strip())
    if match:
        letter, rest = [group for group in match.groups() if group]
        if letter.upper() in open_letters:
            return letter.upper(), rest.strip()
    return "", text.strip()


def plain(text: str) -> str:
    """Small letters and figures with single spaces: full stops, smileys and capitals change nothing."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s']", " ", text.casefold())).strip()


def command(text: str) -> str:
    """ "stop" or "start" when the whole text is one of the words for it, else nothing."""
    said = plain(text)
    return "stop" if said in STOP else "start" if said in START else ""


def meant(text: str, question: Question, yes_and_no: Mapping[str, str]) -> Meant:
    """What a text says to this question.

    yes_and_no: other words for values ("y" -> "yes"), in her languages. A number is the choice at that place, from 1; "0"
    leaves out a question that may be left out; with no choices, her own words as they are.
    """
    said = plain(text)
    if said == LEAVE_OUT and not question.needed:
        return Meant(what="leave_out")
    if not question.choices:
        return Meant(text.strip()) if text.strip() else Meant(what="text_is_empty")
    words = {plain(choice.label): choice.value for choice in question.choices}
    words |= {plain(choice.value.replace("_", " ")): choice.value for choice in question.choices}
    words |= {str(number): choice.value for number, choice in enumerate(question.choices, 1)}
    values = {choice.value for choice in question.choices}
    words |= {word: value for word, value in yes_and_no.items() if value in values}
    if said in words:
        return Meant(words[said])
    return Meant(what="text_is_not_clear")


def free_letter(taken: Sequence[str]) -> str | None:
    """The first letter that no open question of this number has."""
    return next((letter for letter in LETTERS if letter not in taken), None)


def shortened(words: str, room: int) -> str:
    """Whole words that fit, and "…" where some were left out."""
    if len(words) <= room:
        return words
    return words[: max(room - 1, 0)].rsplit(" ", 1)[0] + "…"
