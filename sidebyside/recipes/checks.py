"""What must be true between the things of a pack, once each of them has the right shape."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from sidebyside.recipes.faults import Problem, nearest
from sidebyside.recipes.lines import Where
from sidebyside.recipes.shape import (
    ALWAYS_NEEDED,
    INGREDIENTS,
    PARTS_THAT_OFFER_FACTS,
    RUNGS,
    TESTS,
    Files,
    Rung,
    Thing,
)

LADDER, CAKE, METHODS = "ladder.toml", "ingredients.toml", "methods.toml"


def problems(files: Files, offered: frozenset[str] | None) -> Iterator[Problem]:
    """Everything wrong with the ladder, the ingredients and the methods. offered: the facts that parts offer now."""
    ladder, cake, methods = files.ladder.rungs, files.ingredients.ingredients, files.methods.methods
    yield from same_id_twice((LADDER, "rung"), ladder)
    yield from same_id_twice((CAKE, "ingredient"), cake)
    yield from same_id_twice((METHODS, "method"), methods)
    for number, ingredient in enumerate(cake):
        yield from same_id_twice((CAKE, "ingredient", number, "part"), ingredient.parts)
    yield from _left_out(LADDER, "rung", RUNGS, ladder)
    yield from _left_out(CAKE, "ingredient", INGREDIENTS, cake)
    yield from _levels(ladder)
    yield from _order(ladder)
    for number, rung in enumerate(ladder):
        yield from _rung((LADDER, "rung", number), rung, [ingredient.id for ingredient in cake])
    yield from _needed(files)
    yield from _methods(files)
    if offered is not None:
        yield from _facts(files, offered)


def same_id_twice(place: Where, things: Sequence[Any]) -> Iterator[Problem]:
    """The same id used again in one list."""
    seen: set[str] = set()
    for number, thing in enumerate(things):
        if thing.id in seen:
            yield Problem((*place, number, "id"), f'The id "{thing.id}" is used twice.', "Give each its own id.")
        seen.add(thing.id)


def _left_out(file: str, kind: str, needed: Iterable[str], things: Sequence[Any]) -> Iterator[Problem]:
    there = [thing.id for thing in things]
    for name in needed:
        if name not in there:
            yield Problem((file,), f'The {kind} "{name}" is missing.', f'Add a [[{kind}]] with id = "{name}".')


def _levels(ladder: Sequence[Rung]) -> Iterator[Problem]:
    for number, rung in enumerate(ladder):
        if rung.level != number + 1:
            yield Problem(
                (LADDER, "rung", number, "level"),
                f'The rung "{rung.id}" has level {rung.level}.',
                f"Write level = {number + 1}. Levels go 1, 2, 3 and so on, lowest first, with no gap.",
            )


def _order(ladder: Sequence[Rung]) -> Iterator[Problem]:
    known = [(number, rung.id) for number, rung in enumerate(ladder) if rung.id in RUNGS]
    for (_, below), (number, above) in pairwise(known):
        if RUNGS.index(below) > RUNGS.index(above):
            yield Problem(
                (LADDER, "rung", number, "id"),
                f'The rung "{above}" stands above "{below}".',
                f"Keep this order: {', '.join(RUNGS)}.",
            )


def _rung(place: Where, rung: Rung, cake: list[str]) -> Iterator[Problem]:
    yield from same_id_twice((*place, "test"), rung.tests)
    for ingredient in rung.group_says:
        if ingredient not in cake:
            yield _no_such((*place, "group_says", ingredient), "ingredient", ingredient, cake)
    if rung.group_says_any > len(cake):
        yield Problem(
            (*place, "group_says_any"),
            f'"group_says_any" is {rung.group_says_any}.',
            f"There are {len(cake)} ingredients. Write that or fewer.",
        )
    if not (rung.facts or rung.tests or rung.group_says or rung.group_says_any or rung.every_ingredient):
        yield Problem(
            place,
            f'The rung "{rung.id}" needs nothing, so every project would stand on it.',
            "Say what it needs: facts, group_says, group_says_any, every_ingredient or [[rung.test]].",
        )
    if rung.id == "co-production":
        yield from _definition(place, rung)


def _definition(place: Where, rung: Rung) -> Iterator[Problem]:
    """Co-production is an equal relationship, from design to delivery, with strategic decisions shared."""
    if not rung.every_ingredient:
        yield Problem(
            (*place, "every_ingredient"),
            "Co-production does not need every ingredient here.",
            "Write every_ingredient = true.",
        )
    there = [test.id for test in rung.tests]
    for test in TESTS:
        if test not in there:
            yield Problem(place, f'Co-production has no test "{test}".', f'Add a [[rung.test]] with id = "{test}".')


def _needed(files: Files) -> Iterator[Problem]:
    for number, ingredient in enumerate(files.ingredients.ingredients):
        if ingredient.id in ALWAYS_NEEDED and not ingredient.always_needed:
            yield Problem(
                (CAKE, "ingredient", number, "always_needed"),
                f'The ingredient "{ingredient.id}" is not always needed here.',
                "Write always_needed = true.",
            )


def _methods(files: Files) -> Iterator[Problem]:
    cake = [ingredient.id for ingredient in files.ingredients.ingredients]
    for number, method in enumerate(files.methods.methods):
        if method.ingredient not in cake:
            yield _no_such((METHODS, "method", number, "ingredient"), "ingredient", method.ingredient, cake)


def _no_such(place: Where, kind: str, name: str, known: Iterable[str]) -> Problem:
    return Problem(place, f'There is no {kind} "{name}".', nearest(name, known))


def _facts(files: Files, offered: frozenset[str]) -> Iterator[Problem]:
    """Names of facts that no part offers, though their part is there. Parts that come later may be named already."""
    parts = PARTS_THAT_OFFER_FACTS | {name.partition(".")[0] for name in offered}
    for place, fact in _named_facts(files):
        if fact.partition(".")[0] in parts and fact not in offered:
            yield Problem(place, f'No part offers the fact "{fact}".', nearest(fact, sorted(offered)))


def _named_facts(files: Files) -> Iterator[tuple[Where, str]]:
    for number, rung in enumerate(files.ladder.rungs):
        yield from (((LADDER, "rung", number, "facts"), fact) for fact in rung.facts)
        yield from (((LADDER, "rung", number, "test", n, "fact"), test.fact) for n, test in enumerate(rung.tests))
    for number, method in enumerate(files.methods.methods):
        yield from (((METHODS, "method", number, "shown_by"), fact) for fact in method.shown_by)


def missing_pairs(place: Where, thing: Thing) -> Iterator[Problem]:
    """A text that may be left out must still bring its Easy Read pair when it is there, and the other way round."""
    for name in thing.pairs():
        easy = f"{name}_easy"
        if thing.text(name) and not thing.text(easy):
            yield Problem((*place, name), f'"{name}" has no Easy Read pair.', f"Write {easy}: the same in Easy Read.")
        if thing.text(easy) and not thing.text(name):
            yield Problem((*place, easy), f'"{easy}" has no "{name}" beside it.', f"Write {name} too.")
