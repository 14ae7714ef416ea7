"""A practice hub's cast: made-up people that anybody may sign in as. A real install has none of this."""

import json
from dataclasses import dataclass

from django.conf import settings

from sidebyside.people.models import Person


@dataclass(frozen=True)
class Part:
    """One of the cast: opaque name, name, who she is in one line, and a short word for her."""

    person: str
    name: str
    who: str
    word: str


def is_practice() -> bool:
    return bool(settings.PRACTICE)


def cast() -> list[Part]:
    """Whom the sign-in page of a practice hub lists. Nobody in a real one."""
    file = settings.DATA_DIR / "practice.json"
    if not is_practice() or not file.exists():
        return []
    parts = json.loads(file.read_text()).get("cast", [])
    return [
        Part(p["person"], p["name"], p.get("who", ""), p.get("word") or p["name"].split()[0].lower()) for p in parts
    ]


def person_called(asked: str) -> Person | None:
    """Somebody of the cast, by opaque name, name or word. Nobody outside the cast, however she is asked for."""
    asked = asked.strip().casefold()
    for part in cast():
        if asked in {part.person.casefold(), part.name.casefold(), part.word.casefold()}:
            return Person.objects.filter(ref=part.person, erased_at=None).first()
    return None


def forget(ref: str) -> None:
    """She is no longer of the cast: her name goes from the file that lists it."""
    file = settings.DATA_DIR / "practice.json"
    if not is_practice() or not file.exists():
        return
    kept = json.loads(file.read_text())
    kept["cast"] = [part for part in kept.get("cast", []) if part["person"] != ref]
    new = file.with_suffix(".new")
    new.write_text(json.dumps(kept, indent=1, ensure_ascii=False))
    new.replace(file)
