"""What each part holds about a person: shown to her, taken with her, forgotten, and dropped when it is old.

Each part says so in its own `holdings.py` (loaded by itself, like `jobs.py`), with the functions below:

    holds("people.details", title="held_details", why="held_details_why", rows=my_details)
    consents("access.passport", title="consent_passport", given=what_i_said_yes_to, withdraw=take_back)
    forgets(forget_person)
    comes_first(what_is_owed)
    keeps("people.links", title="kept_links", default_days=30, overdue=old_links, why="kept_links_why")

title, why and the like are codes with a sentence in the part's words.py. Nothing here knows what a person is but by `.ref`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from sidebyside.kit.verdict import Verdict

GOES, STAYS, PARTLY = "goes", "stays", "partly"  # what happens to it when she is forgotten


@dataclass(frozen=True)
class Holding:
    """One kind of thing that is held about a person. See `holds`."""

    kind: str
    title: str
    why: str
    rows: Callable[[Any], Iterable[dict]]
    forgotten: str
    stays_because: str
    change_at: str


@dataclass(frozen=True)
class Given:
    """A yes that she gave and can take back. ref: what `withdraw` is told. words: a code; values: for its sentence."""

    ref: str
    words: str
    since: datetime
    values: dict


@dataclass(frozen=True)
class Consents:
    """One kind of yes. See `consents`."""

    kind: str
    title: str
    given: Callable[[Any], Iterable[Given]]
    withdraw: Callable[..., None]


@dataclass(frozen=True)
class Keeping:
    """One kind of thing that is not kept for ever. See `keeps`."""

    kind: str
    title: str
    why: str
    default_days: int
    overdue: Callable[[datetime], QuerySet]
    drop: Callable[..., Any]


_holdings: dict[str, Holding] = {}
_consents: dict[str, Consents] = {}
_keepings: dict[str, Keeping] = {}
_forgetters: list[Callable[..., None]] = []
_first: list[Callable[[Any], Iterable[Verdict]]] = []


def holds(
    kind: str,
    *,
    title: str,
    why: str,
    rows: Callable[[Any], Iterable[dict]],
    forgotten: str = GOES,
    stays_because: str = "",
    change_at: str = "",
) -> None:
    """A kind of thing that is held about a person.

    kind: "part.noun". title: what it is; why: what it is used for. rows(person): a dict for each thing held, newest
    first. Its keys are codes whose sentence is the label ("data_email"); its values are plain: words, numbers, yes or
    no, days, moments, lists of words, None. A key that ends in `_code` has a code as its value (or a list of codes),
    which is worded. Sealed values are opened: it is hers. Leave out names and words of other people, digests and refs.
    forgotten: GOES, STAYS or PARTLY when she is forgotten; stays_because: the reason, for the last two.
    change_at: the name of the page where she can change it, if there is one.
    """
    _holdings[kind] = Holding(kind, title, why, rows, forgotten, stays_because, change_at)


def consents(kind: str, *, title: str, given: Callable[[Any], Iterable[Given]], withdraw: Callable[..., None]) -> None:
    """A kind of yes that a person gives and can take back as easily.

    given(person): each one that stands. withdraw(*, ref, by, now): take it back; twice is once; may raise Refused.
    """
    _consents[kind] = Consents(kind, title, given, withdraw)


def forgets(function: Callable[..., None]) -> Callable[..., None]:
    """`function(*, person, by, now)` empties what this part holds of her, in the transaction that forgets her.

    by: people.acting.Acting. Parts above are asked before parts below, so a part still finds what it stands on. No word
    of hers may be left in any table; a decision of the group stays, with nobody's name. Her row itself is emptied last.
    """
    _forgetters.append(function)
    return function


def comes_first(function: Callable[[Any], Iterable[Verdict]]) -> Callable[[Any], Iterable[Verdict]]:
    """`function(person)` gives what must be done before she can be forgotten (money that is owed, a desk to hand on),

    each as a no with its reason. Nothing when there is nothing.
    """
    _first.append(function)
    return function


def keeps(
    kind: str,
    *,
    title: str,
    why: str,
    default_days: int,
    overdue: Callable[[datetime], QuerySet],
    drop: Callable[..., Any] | None = None,
) -> None:
    """A kind of thing that is dropped by the worker when it is old. Nothing that is in the history can be.

    default_days: a proposal, which the hub's desk can change. why: why so long. overdue(before): those whose last use was
    before that moment, in any order. drop(*, rows, now): what is done with such rows (a queryset, at most 500); without
    it they are deleted. It may also ask instead of dropping, as long as they are not overdue afterwards.
    """
    _keepings[kind] = Keeping(kind, title, why, default_days, overdue, drop or _delete)


def _delete(*, rows: QuerySet, now: datetime) -> None:
    rows.delete()


def _load() -> None:
    for config in apps.get_app_configs():
        if config.name.startswith("sidebyside.") and find_spec(f"{config.name}.holdings"):
            import_module(f"{config.name}.holdings")


def all_holdings() -> list[Holding]:
    """Every kind, in the order of the parts."""
    _load()
    return list(_holdings.values())


def all_consents() -> list[Consents]:
    _load()
    return list(_consents.values())


def what_comes_first(person: Any) -> list[Verdict]:
    _load()
    return [verdict for function in _first for verdict in function(person)]


def all_keepings() -> list[Keeping]:
    _load()
    return list(_keepings.values())


def all_forgetters() -> list[Callable[..., None]]:
    """From the top part to the bottom one."""
    _load()
    return _forgetters[::-1]
