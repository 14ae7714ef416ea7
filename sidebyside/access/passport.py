"""The questions of the access passport, read from a file, so that they can be changed without code."""

import tomllib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pydantic import Field, ValidationError

from sidebyside.recipes.shape import Easy, Id, Many, Text, Thing


class PassportFault(Exception):
    """The file of questions cannot be used, and why, in a sentence."""


class Choice(Thing):
    id: Id
    label: Text
    label_easy: Easy


class Question(Thing):
    """One question. `first`: what was said to it is shown to others before everything else."""

    id: Id
    ask: Text
    ask_easy: Easy
    help: str = ""
    help_easy: str = ""
    choices: Many[Choice] = Field(())
    first: bool = False

    def in_words(self, chosen: list[str], easy: bool) -> list[str]:
        """The labels of these choices. One that is not offered any more is left out."""
        return [choice.text("label", easy) for choice in self.choices if choice.id in chosen]


class Group(Thing):
    id: Id
    title: Text
    title_easy: Easy
    question: Many[Question]


class Passport(Thing):
    """Every question. `status` is "proposal" until people with lived expertise have checked them."""

    version: Text
    status: Text
    note: str = ""
    note_easy: str = ""
    group: Many[Group]

    @property
    def questions(self) -> list[Question]:
        return [question for group in self.group for question in group.question]

    def find(self, name: str) -> Question | None:
        return next((question for question in self.questions if question.id == name), None)


def passport() -> Passport:
    """The questions of this hub. Raises PassportFault."""
    return read_passport(settings.PASSPORT_FILE)


@lru_cache(maxsize=4)
def read_passport(path: Path) -> Passport:
    """Raises PassportFault, with the place of the first fault."""
    try:
        found = Passport.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PassportFault(f"The questions in {path.name} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"])
        raise PassportFault(f"The questions in {path.name} have a fault at {where}: {first['msg']}.") from error
    names = [question.id for question in found.questions]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise PassportFault(f'Two questions in {path.name} are called "{twice[0]}". Give one another id.')
    return found
