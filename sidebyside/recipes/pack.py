"""A pack that has been read and found sound."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sidebyside.recipes.shape import Files, Ingredient, Method, Outcome, Question, Rung, Template

T = TypeVar("T", Rung, Ingredient, Method, Question, Outcome, Template)


@dataclass(frozen=True)
class Pack:
    """The recipe a project follows. `.rung("co-design")` and its like raise KeyError for an id that is not there."""

    files: Files
    checksum: str
    about: str = ""
    about_easy: str = ""

    @property
    def id(self) -> str:
        return self.files.about.id

    @property
    def version(self) -> str:
        return self.files.about.version

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Lowest first."""
        return self.files.ladder.rungs

    @property
    def ingredients(self) -> tuple[Ingredient, ...]:
        return self.files.ingredients.ingredients

    @property
    def methods(self) -> tuple[Method, ...]:
        return self.files.methods.methods

    @property
    def questions(self) -> tuple[Question, ...]:
        """In the order in which they are asked."""
        return tuple(sorted(self.files.participation.questions, key=lambda question: question.order))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self.files.participation.outcomes

    @property
    def templates(self) -> tuple[Template, ...]:
        """Ways to begin planning a meeting."""
        return self.files.meetings.templates

    def rung(self, name: str) -> Rung:
        return _one(self.rungs, name)

    def ingredient(self, name: str) -> Ingredient:
        return _one(self.ingredients, name)

    def method(self, name: str) -> Method:
        return _one(self.methods, name)

    def methods_for(self, ingredient: str) -> tuple[Method, ...]:
        """The methods of one ingredient, in the pack's order."""
        return tuple(method for method in self.methods if method.ingredient == ingredient)

    def question(self, name: str) -> Question:
        return _one(self.questions, name)

    def outcome(self, name: str) -> Outcome:
        return _one(self.outcomes, name)

    def template(self, name: str) -> Template:
        return _one(self.templates, name)

    def text(self, name: str, easy: bool = False) -> str:
        """pack.text("title", easy): the pack's own words."""
        return self.files.about.text(name, easy)


def pack_text(thing: Any, name: str, easy: bool = False) -> str:
    """The words of a pack or of anything in it, in Easy Read if asked: pack_text(rung, "title", easy=True)."""
    return thing.text(name, easy)


def _one(things: Iterable[T], name: str) -> T:
    for thing in things:
        if thing.id == name:
            return thing
    raise KeyError(name)
