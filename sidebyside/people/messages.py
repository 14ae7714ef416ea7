"""Telling a person something, by the door she chose."""

from datetime import datetime

from sidebyside.people.models import Message, Person


def tell(person: Person, code: str, values: dict | None = None, *, now: datetime) -> Message:
    """Put something where she will find it: on her own page at once, and out by her door when the worker comes to it.

    code: a code that kit.words can word. values: plain values for its sentence.
    """
    return Message.objects.create(person=person, code=code, values=values or {}, door=person.door, made_at=now)


def seen(person: Person, *, now: datetime) -> None:
    Message.objects.filter(person=person, seen_at=None).update(seen_at=now)
