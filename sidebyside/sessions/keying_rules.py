"""What is typed in from the papers of a meeting, as plain functions of plain values: letters, names, days and lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sidebyside.kit.fields import MONTHS
from sidebyside.kit.verdict import Refused, no

CAME = {"r": "in-person", "o": "online", "p": "phone", "v": "views", "n": "no"}
LINES = {"d": "decision", "p": "point", "a": "action"}
HALVES = (1, 2)
BETWEEN = " / "  # words / who does it / by when
Whoever = TypeVar("Whoever")


@dataclass(frozen=True)
class Line:
    """One line from paper: its words, and who sees to it by when, as they were typed; empty where nothing was."""

    words: str
    owner: str = ""
    day: str = ""


def letter_of(came: str) -> str:
    """The letter that stands on the paper for a way to take part."""
    return next((letter for letter, code in CAME.items() if code == came), "")


def came_by(letter: str) -> str:
    """How somebody took part. Raises Refused when the letter is none of the five."""
    if letter.strip().lower() not in CAME:
        raise Refused(no("letter_of_who_came"))
    return CAME[letter.strip().lower()]


def line_of(typed: str) -> Line:
    """`Ring the hall / Edwin / 27 3`: the last two parts are left out where nobody, or no day, was written."""
    words, *more = (part.strip() for part in typed.rsplit(BETWEEN, 2))
    return Line(words, *more)


def kind_and_words(typed: str) -> tuple[str, str]:
    """`d We meet on Tuesdays`: a decision, and its words. Raises Refused when the letter says no kind of line."""
    letter, _gap, words = typed.strip().partition(" ")
    if letter.lower() not in LINES:
        raise Refused(no("letter_of_a_note"))
    return LINES[letter.lower()], words.strip()


def called(typed: str, people: Mapping[Whoever, str]) -> Whoever:
    """Whoever is meant by a name, a first name or the beginning of one. Raises Refused when it is nobody, or several."""
    wanted = " ".join(typed.lower().split())
    names = {person: name.lower() for person, name in people.items()}
    fits = [person for person, name in names.items() if name == wanted]
    fits = fits or [person for person, name in names.items() if wanted in name.split()]
    fits = fits or [person for person, name in names.items() if name.startswith(wanted)]
    if len(fits) != 1:
        raise Refused(no("name_fits_several" if fits else "name_fits_nobody", name=typed.strip()))
    return fits[0]


def day_of(typed: str, *, since: date) -> date:
    """`27 3`, `27 mar` or `27.3.2024`. Without a year the first such day since the meeting. Raises Refused."""
    day, month, year = [*re.split(r"[\s./-]+", typed.strip()), "", "", ""][:3]
    month = str(MONTHS.get(month[:3].lower(), month))
    if not (day.isdigit() and month.isdigit() and (year.isdigit() or not year)):
        raise Refused(no("day_cannot_be_read", day=typed.strip()))
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else range(since.year, since.year + 5)
    for one in years:
        try:
            found = date(one, int(month), int(day))
        except ValueError:
            continue
        if year or found >= since:
            return found
    raise Refused(no("day_cannot_be_read", day=typed.strip()))
