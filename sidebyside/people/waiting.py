"""What waits at the hub's desk. Each part adds what it brings there, so that the desk sees on one page how much there is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from sidebyside.kit.words import say


@dataclass(frozen=True)
class Wait:
    """title: a code with words. page: the name of the page where it is done. count(now): how many; one query."""

    title: str
    page: str
    count: Callable[[datetime], int]


WAITS: dict[str, Wait] = {}


def waits(title: str, page: str, count: Callable[[datetime], int]) -> None:
    """A part says what waits at the desk, when it is loaded (in its `apps.py`). Said twice is said once."""
    WAITS[title] = Wait(title, page, count)


def what_waits(*, now: datetime) -> list[dict]:
    """What there is to do at the desk, the most first; then what has nothing waiting, in the order of its words."""
    rows = [{"words": say(one.title), "href": reverse(one.page), "count": one.count(now)} for one in WAITS.values()]
    return sorted(rows, key=lambda row: (-row["count"], row["words"]))
