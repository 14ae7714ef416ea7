"""Counts the keys that somebody presses to fill in a form by keyboard alone, read from the page she really has before her."""

from dataclasses import dataclass

from django.http import QueryDict
from lxml import html as parse

SHIFTED = set('~!@#$%^&*()_+{}|:"<>?“”')


@dataclass(frozen=True)
class Control:
    """What can be filled in: its name and kind, and what stands there when the page opens."""

    name: str
    kind: str
    value: str


def controls(page: bytes, *, form: int = -1) -> list[Control]:
    """The boxes of a form that sends something, in the order in which Tab reaches them. Of radios, one for all."""
    found: dict[str, Control] = {}
    sends = parse.document_fromstring(page.decode()).xpath("//form[translate(@method,'POST','post')='post']")
    for field in sends[form].xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        kind = field.get("type", "text") if field.tag == "input" else field.tag
        if kind in ("submit", "button") or field.get("name") == "csrfmiddlewaretoken":
            continue
        found.setdefault(field.get("name"), Control(field.get("name"), kind, _value(field, kind)))
        if kind == "radio" and field.get("checked") is not None:
            found[field.get("name")] = Control(field.get("name"), kind, field.get("value"))
    return list(found.values())


def _value(field, kind: str) -> str:
    if kind in ("radio", "checkbox"):
        return field.get("value", "on") if kind == "checkbox" and field.get("checked") is not None else ""
    return (field.get("value") or field.text or "").strip()


def filled(page: bytes) -> dict[str, str]:
    """What stands in a form when its page opens."""
    return {one.name: one.value for one in controls(page)}


def typing(words: str) -> int:
    """A key for each letter, and one more for each that needs Shift."""
    return len(words) + sum(1 for letter in words if letter.isupper() or letter in SHIFTED)


def keystrokes(page: bytes, said: dict[str, str]) -> int:
    """Keys from the first box to the button: Tab past each, new words over old ones, an arrow for radios; then Enter."""
    pressed = 0
    for one in controls(page):
        new = said.get(one.name, one.value)
        if one.kind == "hidden":
            continue
        if new != one.value:
            pressed += typing(new) if one.kind not in ("radio", "checkbox") else 1
            pressed += 1 if not new else 0  # what is there is taken out
        pressed += 1
    return pressed + 1


def as_sent(page: bytes, said: dict[str, str]) -> QueryDict:
    """What her browser sends: all that stands in the boxes, with what she typed."""
    data = QueryDict(mutable=True)
    unticked = [one.name for one in controls(page) if one.kind in ("radio", "checkbox") and not one.value]
    for name, value in {**filled(page), **said}.items():
        if value or name not in unticked:
            data[name] = value
    return data
