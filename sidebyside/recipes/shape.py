"""The shape of a pack: what each file holds. Nothing here knows Django.

A text that people read is a pair: `title` and `title_easy`. `source` says where in the policy a thing comes from
("Ingredients, Money, Payment for Involvement"), or "proposal" when it is our own: check before use.
"""

from typing import Annotated, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FACT = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"
VERSION = r"^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}$"
LINK = r"^https?://\S+$"
SOMETHING = r"\S"

RUNGS = ("coercion", "educating", "informing", "consultation", "engagement", "co-design", "co-production")
TESTS = ("equal-relationship", "design-to-delivery", "strategic-decisions")
INGREDIENTS = (
    "values",
    "access",
    "culture",
    "time",
    "money",
    "environment",
    "knowledge",
    "representation",
    "training",
    "power",
)
ALWAYS_NEEDED = ("access", "money", "power")
PARTS_THAT_OFFER_FACTS = frozenset({"projects", "agreements", "sessions"})

Event = Literal[
    "projects.started",
    "projects.first_invited",
    "projects.first_joined",
    "projects.pay_offered",
    "projects.five_joined",
    "projects.weeks_after_joining_8",
    "projects.weeks_after_joining_16",
    "sessions.held",
    "sessions.four_held",
    "projects.made_what_it_set_out_to_make",
    "projects.twelve_weeks_past_the_end_members_were_told",
]
EVENTS: tuple[str, ...] = get_args(Event)
LONGEST_MEETING = 12 * 60  # minutes: a meeting ends on the day it starts

T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(strict=False)]
Text = Annotated[str, Field(pattern=SOMETHING)]
Easy = Annotated[str, Field(pattern=SOMETHING, description="The same in Easy Read: no sentence over 15 words.")]
Id = Annotated[str, Field(pattern=ID)]
FactName = Annotated[str, Field(pattern=FACT)]
Source = Annotated[str, Field(pattern=SOMETHING, description='Where in the policy this comes from, or "proposal".')]


class Thing(BaseModel):
    """Anything in a pack. Unknown keys are refused and nothing is guessed from a wrong type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    def text(self, name: str, easy: bool = False) -> str:
        """The words called `name`, in Easy Read if asked. Words that may be left out and are come back empty."""
        return getattr(self, f"{name}_easy" if easy else name) or ""

    @classmethod
    def pairs(cls) -> tuple[str, ...]:
        """The names of the texts that have an Easy Read pair."""
        return tuple(name for name in cls.model_fields if f"{name}_easy" in cls.model_fields)


class Credit(Thing):
    title: Text = Field(description="The name of the work we thank. A name is not a text, so it has no pair.")
    link: Annotated[str, Field(pattern=LINK)] | None = Field(None, description="Where to read it.")
    note: Text = Field(description="What we took from it.")
    note_easy: Easy


class About(Thing):
    """pack.toml: what this pack is."""

    id: Id = Field(description="The name of the pack's folder.")
    version: Annotated[str, Field(pattern=VERSION)] = Field(
        description="The name of the version's folder, such as 1.0.0."
    )
    title: Text = Field(description="What people call this pack.")
    title_easy: Easy
    licence: Text = Field(description="The licence others may use it by, such as CC-BY-4.0.")
    sources: Many[Text] = Field(description="The documents that every `source` points into.", min_length=1)
    credits: Many[Credit] = Field((), description="The works and people we thank.")


class RungTest(Thing):
    """One test of the definition that a rung stands on."""

    id: Id = Field(description="A short name.")
    title: Text = Field(description="The test, in words.")
    title_easy: Easy
    fact: FactName = Field(description="The fact that shows it, such as agreements.decides_as_equals.")
    source: Source


class Rung(Thing):
    id: Id = Field(description="A short name, such as co-design.")
    level: int = Field(ge=1, description="1 is the lowest.")
    title: Text = Field(description="The rung's name.")
    title_easy: Easy
    meaning: Text = Field(description="What it means to stand here.")
    meaning_easy: Easy
    facts: Many[FactName] = Field((), description="Facts that must all hold.")
    every_ingredient: bool = Field(False, description="Whether every ingredient must be there.")
    group_says: dict[Id, Literal["partly", "yes"]] = Field(
        default_factory=dict, description="What the group must say, at least, of an ingredient."
    )
    group_says_any: int = Field(0, ge=0, description="Of how many ingredients the group says partly or yes.")
    tests: Many[RungTest] = Field((), alias="test", description="Tests that must all hold.")
    source: Source


class Ladder(Thing):
    """ladder.toml: the rungs, lowest first."""

    rungs: Many[Rung] = Field(alias="rung", min_length=1, description="The rungs, lowest first.")


class Part(Thing):
    """One part of an ingredient."""

    id: Id = Field(description="A short name, used once in the ingredient.")
    title: Text = Field(description="The part's name.")
    title_easy: Easy
    meaning: Text = Field(description="What good looks like.")
    meaning_easy: Easy
    prompt: Text = Field(description="A question to talk about together.")
    prompt_easy: Easy
    source: Source


class Ingredient(Thing):
    id: Id = Field(description="A short name, such as money.")
    title: Text = Field(description="The ingredient's name.")
    title_easy: Easy
    meaning: Text = Field(description="What good looks like.")
    meaning_easy: Easy
    prompt: Text = Field(description="The question a member is asked in a round.")
    prompt_easy: Easy
    always_needed: bool = Field(False, description='True where the group can never say "not needed here".')
    parts: Many[Part] = Field((), alias="part", description="What it is made of.")
    source: Source


class Ingredients(Thing):
    """ingredients.toml: what the cake is made of."""

    ingredients: Many[Ingredient] = Field(alias="ingredient", min_length=1, description="The ingredients.")


class Method(Thing):
    id: Id = Field(description="A short name.")
    when: Literal["before", "during", "after"] = Field(description="Before, during or after.")
    ingredient: Id = Field(description="The ingredient it belongs to.")
    title: Text = Field(description="What to do, in a few words.")
    title_easy: Easy
    words: Text = Field(description="What to do, and why.")
    words_easy: Easy
    due: Many[Event] = Field(min_length=1, description="Events that make it due. The first that happens counts.")
    shown_by: Many[FactName] = Field((), description="Facts that show it was done, the best first.")
    statement_prompt: Text = Field(description="What a person is asked when no fact can show it.")
    statement_prompt_easy: Easy
    source: Source


class Methods(Thing):
    """methods.toml: what to do before, during and after."""

    methods: Many[Method] = Field(alias="method", min_length=1, description="The methods.")


class Answer(Thing):
    """One answer a person can choose."""

    id: Id = Field(description="A short name, used once in the question.")
    label: Text = Field(description="The answer, as people choose it.")
    label_easy: Easy
    goes_to: Id = Field(description="The id of the next question, or of an outcome.")
    fix: Text | None = Field(None, description="What would change this answer for the better. Offered first.")
    fix_easy: Easy | None = Field(None, description="The same in Easy Read: no sentence over 15 words.")
    reason: Text = Field(description="What this answer means for the kind of participation.")
    reason_easy: Easy


class Question(Thing):
    id: Id = Field(description="A short name. No outcome has the same.")
    order: int = Field(ge=1, description="Its place in the list. The lowest is asked first.")
    ask: Text = Field(description="The question.")
    ask_easy: Easy
    help: Text = Field(description="What helps to answer it.")
    help_easy: Easy
    answers: Many[Answer] = Field(alias="answer", min_length=2, description="The answers to choose from.")
    source: Source


class Outcome(Thing):
    id: Id = Field(description="A short name. No question has the same.")
    title: Text = Field(description="The kind of participation.")
    title_easy: Easy
    meaning: Text = Field(description="What it means for the project.")
    meaning_easy: Easy
    rung: str = Field("", description="The rung it aims for. Empty: none.")
    leads: Literal["community", "council", ""] = Field("", description="Who leads. Empty: not said.")
    source: Source


class Participation(Thing):
    """participation.toml: which kind of participation?"""

    questions: Many[Question] = Field(alias="question", min_length=1, description="The questions.")
    outcomes: Many[Outcome] = Field(alias="outcome", min_length=1, description="Where the questions end.")


class Item(Thing):
    """One thing on an agenda."""

    kind: Literal["welcome", "words", "values", "content", "break", "process", "other_business"] = Field(
        description="What sort of thing it is, such as content or break."
    )
    title: Text = Field(description="What it is called on the agenda.")
    title_easy: Easy
    words: Text | None = Field(None, description="What to know of it.")
    words_easy: Easy | None = Field(None, description="The same in Easy Read: no sentence over 15 words.")
    minutes: int = Field(ge=1, description="How many minutes it takes.")


class Template(Thing):
    """A way to begin planning a meeting."""

    id: Id = Field(description="A short name, such as two-hours.")
    title: Text = Field(description="What sort of meeting it is.")
    title_easy: Easy
    words: Text = Field(description="What it is for and what happens in it.")
    words_easy: Easy
    ways: Many[Literal["in-person", "online", "phone", "hybrid", "outdoors", "making"]] = Field(
        min_length=1, description="The ways of meeting it fits, the usual one first."
    )
    whose: Literal["everybody", "lived-expertise-group"] = Field("everybody", description="Whose meeting it is.")
    items: Many[Item] = Field(alias="item", min_length=1, description="Its agenda.")
    source: Source

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)


class Meetings(Thing):
    """meetings.toml: ways to begin planning a meeting."""

    templates: Many[Template] = Field(alias="template", min_length=1, description="The templates.")


NO_MEETINGS = Meetings.model_construct(templates=())


class Files(Thing):
    """The files of a pack, by their names. A file that may be left out has a default."""

    about: About = Field(alias="pack.toml", description="What this pack is.")
    ladder: Ladder = Field(alias="ladder.toml", description="The rungs and what each needs.")
    ingredients: Ingredients = Field(alias="ingredients.toml", description="What the cake is made of.")
    methods: Methods = Field(alias="methods.toml", description="What to do before, during and after.")
    participation: Participation = Field(alias="participation.toml", description="Which kind of participation?")
    meetings: Meetings = Field(
        NO_MEETINGS, alias="meetings.toml", description="Ways to begin planning a meeting. It may be left out."
    )


TOML_FILES = tuple(field.alias or name for name, field in Files.model_fields.items())
NEEDED_FILES = tuple(field.alias or name for name, field in Files.model_fields.items() if field.is_required())
