"""Facts: what a part can show about a project, by name. Standing reads them by name and knows nothing else of the part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

NOT_YET, PARTLY, SHOWN = "not_yet", "partly", "shown"
ORDER = [NOT_YET, PARTLY, SHOWN]


@dataclass(frozen=True)
class Fact:
    """One thing that is shown, partly shown or not yet, with the code and values that say why.

    good_until: when it stops being so unless something happens; None means it does not run out.
    """

    status: str
    code: str
    values: dict = field(default_factory=dict)
    good_until: datetime | None = None


Offer = Callable[[Any, datetime], dict]
_facts: list[tuple[frozenset[str], Offer]] = []
_events: list[tuple[frozenset[str], Offer]] = []


def offers(*names: str) -> Callable[[Offer], Offer]:
    """Mark a function `(project, now) -> {name: Fact}` as the one that answers for these facts, all at once."""
    return _register(_facts, names)


def tells_when(*names: str) -> Callable[[Offer], Offer]:
    """Mark a function `(project, now) -> {name: moment or None}` as the one that knows when these things happened."""
    return _register(_events, names)


def _register(where, names):
    def register(function: Offer) -> Offer:
        where.append((frozenset(names), function))
        return function

    return register


def offered() -> frozenset[str]:
    """The name of every fact that some part offers."""
    return frozenset().union(*(names for names, _ in _facts))


def gather(project, now: datetime) -> dict[str, Fact]:
    """Every fact that any part offers about this project."""
    return _gather(_facts, project, now)


def when_things_happened(project, now: datetime) -> dict[str, datetime | None]:
    """Every event that any part knows of in this project, with the moment it first happened."""
    return _gather(_events, project, now)


def _gather(offers_of, project, now):
    found: dict = {}
    for names, function in offers_of:
        got = function(project, now)
        if set(got) != names:
            raise ValueError(f"{function.__module__} promised {sorted(names)} and gave {sorted(got)}")
        found |= got
    return found
