"""What changed between two versions of a pack, in plain words."""

from collections.abc import Sequence
from typing import Any

from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import Thing

_CALLED = {
    "ask": "question",
    "due": "list of what makes it due",
    "shown_by": "list of facts that show it",
    "goes_to": "next step",
    "facts": "list of facts it needs",
    "fact": "fact that shows it",
    "every_ingredient": "need for every ingredient",
    "group_says": "list of what the group must say",
    "group_says_any": "number of ingredients the group must say partly or yes about",
    "always_needed": "rule that it is always needed",
    "prompt": "question to members",
    "when": "time to do it",
    "statement_prompt": "prompt for a statement",
    "leads": "one who leads",
    "minutes": "number of minutes",
    "ways": "list of ways to meet",
    "order": "place in the order",
}
_KINDS = {"tests": "test", "parts": "part", "answers": "answer", "credits": "credit", "items": "agenda item"}


def compare(old: Pack, new: Pack) -> list[str]:
    """One sentence for each difference that people read or the hub goes by. None: nothing of that kind changed."""
    said = _fields("The pack", old.files.about, new.files.about, leave_out=("version",))
    said += _things("rung", old.rungs, new.rungs)
    said += _things("ingredient", old.ingredients, new.ingredients)
    said += _things("method", old.methods, new.methods)
    said += _things("question", old.questions, new.questions)
    said += _things("outcome", old.outcomes, new.outcomes)
    said += _things("template for a meeting", old.templates, new.templates)
    if old.about != new.about:
        said.append("The page about the pack changed.")
    if old.about_easy != new.about_easy:
        said.append("The Easy Read page about the pack changed.")
    return said


def _things(kind: str, old: Sequence[Any], new: Sequence[Any], within: str = "") -> list[str]:
    """Things that came, went, moved or changed. `within` names what holds them."""
    before, after = {_id(thing): thing for thing in old}, {_id(thing): thing for thing in new}
    said = [f"Taken away{within}: the {kind} {_name(before[one])}." for one in before if one not in after]
    said += [f"New{within}: the {kind} {_name(after[one])}." for one in after if one not in before]
    both = [one for one in before if one in after]
    if both != [one for one in after if one in before]:
        said.append(f"The {kind}s{within} are in another order.")
    for one in both:
        said += _fields(f"The {kind} {_name(before[one])}{within}", before[one], after[one])
    return said


def _fields(who: str, old: Thing, new: Thing, leave_out: tuple[str, ...] = ()) -> list[str]:
    said = []
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name in leave_out:
            continue
        if name in _KINDS:
            said += _things(_KINDS[name], before, after, f" in {who[0].lower()}{who[1:]}")
        else:
            said.append(f"{who}: the {_called(name)} was {_in_words(before)}. It is now {_in_words(after)}.")
    return said


def _called(name: str) -> str:
    plain = name.removesuffix("_easy")
    called = _CALLED.get(plain, plain.replace("_", " "))
    return f"{called} in Easy Read" if plain != name else called


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {word}" for key, word in value.items()) or "empty"
    if isinstance(value, tuple):
        return ", ".join(f"“{item}”" for item in value) or "empty"
    return f"“{value}”" if value not in ("", None) else "empty"


def _id(thing: Any) -> str:
    return getattr(thing, "id", None) or thing.title


def _name(thing: Any) -> str:
    return f"“{getattr(thing, 'title', None) or getattr(thing, 'ask', None) or thing.label}”"
