"""Facts: what a part can show about a project, by name. Standing reads them by name and knows nothing else of the part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

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


Offer = Callable[[object, datetime], dict[str, Fact]]
_offers: list[tuple[frozenset[str], Offer]] = []
_events: dict[str, Callable] = {}


def offers(*names: str):
    """Mark a function `(project, now) -> {name: Fact}` as the one that answers for these facts, all at once."""

    def register(function: Offer) -> Offer:
        _offers.append((frozenset(names), function))
        return function

    return register


def offered() -> frozenset[str]:
    return frozenset().union(*(names for names, _ in _offers))


def gather(project, now: datetime) -> dict[str, Fact]:
    """Every fact that any part offers about this project."""
    facts: dict[str, Fact] = {}
    for names, function in _offers:
        got = function(project, now)
        if set(got) != names:
            raise ValueError(f"{function.__module__} promised {sorted(names)} and gave {sorted(got)}")
        facts |= got
    return facts
