"""What is wrong in a pack, said in plain words: which file, which line, what is wrong, what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import isclass
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sidebyside.recipes.lines import Where
from sidebyside.recipes.shape import FACT, ID, LINK, SOMETHING, VERSION, Files

_PATTERNS = {
    ID: ("is not a good id", "Use small letters, numbers and hyphens, such as equal-relationship."),
    FACT: ("is not the name of a fact", "Write part.fact_name in small letters, such as projects.timeline_shared."),
    VERSION: ("is not a version", "Write three numbers, such as 1.0.0."),
    LINK: ("is not a link", "Begin it with https://."),
    SOMETHING: ("is empty", "Write its words."),
}
_TYPES = {
    "string_type": ("text", "Put it in quote marks."),
    "int_type": ("a whole number", "Write the number without quote marks."),
    "bool_type": ("true or false", "Write true or false, without quote marks."),
    "tuple_type": ("a list", "Write a list in square brackets, or tables with two: [[{key}]]."),
    "dict_type": ("a table", 'Write it so: {key} = {{ money = "partly" }}.'),
    "model_type": ("a table", "Write it as a table, with its keys below it."),
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a pack. `wrong` and `right` are whole sentences."""

    file: str
    line: int
    wrong: str
    right: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.wrong} {self.right}"


class Problem(NamedTuple):
    """A fault whose line is not looked up yet. The place begins with the file's name."""

    place: Where
    wrong: str
    right: str


def nearest(word: object, known: Iterable[str], otherwise: str = "") -> str:
    """'Did you mean "title"?' or, with nothing near, what is known."""
    names = list(known)
    close = get_close_matches(str(word), names, n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else otherwise or f"Use one of these: {', '.join(names)}."


def in_plain_words(error: Any) -> Problem | None:
    """One of pydantic's errors as a problem. None for an echo of another error."""
    place = tuple(step for step in error["loc"] if step != "[key]")
    kind, given, more = error["type"], error["input"], error.get("ctx", {})
    key = next(str(step) for step in reversed(place) if isinstance(step, str))
    if kind == "missing":
        return _missing(place, key, given)
    if kind == "too_short":
        return None if len(given) >= more["min_length"] else _too_short(place, key, more["min_length"])
    if kind == "extra_forbidden":
        return Problem(place, f'The key "{key}" is not known here.', nearest(key, _keys(_model_at(place[:-1]))))
    if kind == "string_pattern_mismatch":
        wrong, right = _PATTERNS[more["pattern"]]
        return Problem(place, f"{_named(place, key, given)} {wrong}.", right)
    if kind == "literal_error":
        return Problem(place, f"{_named(place, key, given)} is not known.", nearest(given, _choices(more["expected"])))
    if kind == "greater_than_equal":
        return Problem(place, f'"{key}" is {given}.', f"Write {more['ge']} or more.")
    if kind in _TYPES:
        wanted, right = _TYPES[kind]
        return Problem(place, f'"{key}" must be {wanted}.', right.format(key=key))
    return Problem(place, f'"{key}" is wrong: {error["msg"]}.', "Mend it.")


def _missing(place: Where, key: str, given: Any) -> Problem:
    text = key.removesuffix("_easy")
    if text != key and text in given:
        return Problem((*place[:-1], text), f'"{text}" has no Easy Read pair.', f"Write {key}: the same in Easy Read.")
    about = _field(_model_at(place[:-1]), key).description
    return Problem(place, f'"{key}" is missing.', f"Add it. {about}")


def _too_short(place: Where, key: str, least: int) -> Problem:
    return Problem(place, f'"{key}" has too few.', f"Give at least {least}.")


def _named(place: Where, key: str, given: object) -> str:
    """'"title"' for nothing at all, '"soon" in "when"' for something that is wrong."""
    return f'"{given}" in "{key}"' if str(given).strip() else f'"{key}"'


def _choices(expected: str) -> list[str]:
    return expected.replace("'", "").replace(" or ", ", ").split(", ")


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _field(model: type[BaseModel], key: str) -> FieldInfo:
    return next(field for name, field in model.model_fields.items() if key in (field.alias, name))


def _model_at(place: Where) -> type[BaseModel]:
    """The model that describes what stands at a place."""
    model: type[BaseModel] = Files
    for step in place:
        if isinstance(step, str):
            model = _model_in(_field(model, step).annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
