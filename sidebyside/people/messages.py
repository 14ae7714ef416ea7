"""Telling a person something, by the door she chose. Going out by a door is the work of `doors`."""

from collections.abc import Iterable
from datetime import datetime

from sidebyside.people.models import Ask, Message, Person


def tell(person: Person, code: str, values: dict | None = None, *, now: datetime, door: str = "") -> Message:
    """Put something where she will find it: on her own page at once, and out by her door when the worker comes to it.

    code: a code that kit.words can word. values: plain values for its sentence. door: by this one, whatever is first now.
    """
    return Message.objects.create(person=person, code=code, values=values or {}, made_at=now, due_at=now, door=door)


def bring(asks: Iterable[Ask], code: str, *, now: datetime, due_at: datetime | None = None) -> None:
    """Send these questions out, each by the door of whoever is asked. Her own page shows the ask itself, not this."""
    Message.objects.bulk_create(
        [
            Message(person=ask.person, ask=ask, code=code, values=ask.values, made_at=now, due_at=due_at or now)
            for ask in asks
        ]
    )


def let_the_past_rest(*, before: datetime, now: datetime) -> None:
    """A past that was replayed writes to nobody: what was made before this moment stays on people's own pages."""
    Message.objects.filter(sent_at=None, trouble="", made_at__lt=before).update(sent_at=now)


def seen(person: Person, *, now: datetime) -> None:
    Message.objects.filter(person=person, ask=None, seen_at=None).update(seen_at=now)
