"""What an ask asks, in plain words, so that it can travel by any door and be answered there (decision 9).

Each part says for each of its kinds, in its `sheets.py`, what the sheet is and what to do with what was said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from sidebyside.kit.languages import language_for
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask

LONGEST = 2000  # letters and spaces in own words


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """One question of a sheet: choose one (choices), or own words (no choices).

    alone: only she herself answers it; it is left off for a helper, and what a helper says to it is not taken.
    """

    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    needed: bool = True
    alone: bool = False


@dataclass(frozen=True)
class Sheet:
    """title: what it is. about: what she needs to know to answer, a sentence or paragraph each. seen_by: who sees it."""

    title: str
    about: tuple[str, ...]
    questions: tuple[Question, ...]
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Travel:
    """sheet(ask, easy) says what is asked. answered(ask, said, by, now, said_at) does what the page of the ask does."""

    sheet: Callable[[Ask, bool], Sheet]
    answered: Callable[[Ask, dict[str, str], Acting, datetime, datetime], None]


TRAVELS: dict[str, Travel] = {}


def travels(kind: str, *, sheet, answered) -> None:
    """A part says how asks of this kind travel. Called once for each kind, in the part's `sheets.py`."""
    TRAVELS[kind] = Travel(sheet, answered)


def language_of(person) -> str:
    """The language code in which we write to somebody."""
    return language_for(person.language, easy=person.format == "easy-read").locale


def sheet_of(ask: Ask) -> Sheet:
    """What is asked, in the format and language of the person who is asked. Its words are plain strings."""
    with translation.override(language_of(ask.person)):
        return TRAVELS[ask.kind].sheet(ask, ask.person.format == "easy-read")


def checked(sheet: Sheet, said: Mapping[str, str], *, by_helper: bool = False) -> dict[str, str]:
    """What was said, by question, without what is empty. Raises Refused when something is not one of the answers."""
    questions = {question.name: question for question in sheet.questions if not (by_helper and question.alone)}
    kept = {name: str(words).strip() for name, words in said.items() if str(words).strip()}
    if set(kept) - set(questions):
        raise Refused(no("choose_an_answer"))
    for name, question in questions.items():
        allowed = [choice.value for choice in question.choices]
        if name not in kept:
            if question.needed:
                raise Refused(no("answer_is_missing"))
        elif allowed and kept[name] not in allowed:
            raise Refused(no("choose_an_answer"))
        elif len(kept[name]) > LONGEST:
            raise Refused(no("answer_is_too_long"))
    return kept


def take(ask: Ask, said: Mapping[str, str], *, by: Acting, now: datetime, said_at: datetime | None = None) -> None:
    """Record what was said to an ask, whatever its kind and door. said: question name -> the value chosen, or own words.

    said_at: when she said it, if earlier (paper, phone). Raises Refused, and then nothing was recorded.
    """
    if said_at and said_at > now:
        raise Refused(no("said_in_the_future"))
    sheet = TRAVELS[ask.kind].sheet(ask, False)
    TRAVELS[ask.kind].answered(ask, checked(sheet, said, by_helper=by.helper is not None), by, now, said_at or now)
