"""How somebody is reached: her doors in her order, how much each may say, and when to leave her alone (decision 10)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from sidebyside.kit.clock import LONDON
from sidebyside.people.models import Person

EVERYTHING, WAITING, NOTHING = "everything", "waiting", "nothing"
HOW_MUCH = (EVERYTHING, WAITING, NOTHING)
TOGETHER_AT = 10  # o'clock, where she chose once a day
QUIET = (20, 8)  # from this hour in the evening to that in the morning nothing goes out that makes a noise


@dataclass(frozen=True)
class Reach:
    """doors: the first is tried first. says: what she chose for a door. quiet: hours, or None. together: one a day."""

    doors: tuple[str, ...]
    says: dict[str, str] = field(default_factory=dict)
    quiet: tuple[int, int] | None = QUIET
    together: bool = False


def reach_of(person: Person) -> Reach:
    kept = person.reach
    others = [door for door in kept.get("others", []) if door != person.door]
    quiet = kept.get("quiet", QUIET)
    return Reach(
        (person.door, *others), kept.get("says", {}), tuple(quiet) if quiet else None, kept.get("together", False)
    )


def has(person: Person) -> set[str]:
    """The doors that we know an address for. Her own page is always there, and so is the desk."""
    known = {"email": person.email, "text": person.phone, "phone": person.phone, "post": person.post_address}
    return {door for door, address in known.items() if address} | {"web", "in-person"}


def may_say(door: str, *, reveals: str, says: dict[str, str]) -> str:
    """How much may be said at this door of something that reveals this much: everything, waiting, or nothing.

    On her own page, behind her sign-in, and face to face everything. Elsewhere an open question in full; of the rest only
    that something is waiting, until she herself says "everything" for that door. What she says goes down for all.
    """
    if door in ("web", "in-person"):
        return EVERYTHING
    chosen = says.get(door)
    if chosen in HOW_MUCH:
        return chosen
    return EVERYTHING if reveals == "open" else WAITING


def next_door(reach: Reach, *, known: Collection[str], tried: Iterable[str], reveals: str) -> str | None:
    """The first of her doors that we have an address for, that may say something, and that has not failed for this."""
    tried = set(tried)
    for door in reach.doors:
        if door in known and door not in tried and may_say(door, reveals=reveals, says=reach.says) != NOTHING:
            return door
    return None


def when_to_send(reach: Reach, *, door: str, now: datetime) -> datetime:
    """Now, or the end of her quiet hours, for doors that make a noise where she is (text and phone, and email).

    Where she chose once a day, all together: the next ten o'clock in the morning, for email and text.
    """
    if reach.together and door in ("text", "email"):
        here = now.astimezone(LONDON)
        day = here.date() + timedelta(days=1 if here.hour > TOGETHER_AT else 0)
        return now if here.hour == TOGETHER_AT else datetime.combine(day, time(TOGETHER_AT), tzinfo=LONDON)
    if reach.quiet is None or door not in ("text", "phone", "email"):
        return now
    here, (start, end) = now.astimezone(LONDON), reach.quiet
    quiet = start <= here.hour or here.hour < end if start > end else start <= here.hour < end
    if not quiet:
        return now
    day = here.date() + timedelta(days=1) if here.hour >= start and start > end else here.date()
    return datetime.combine(day, time(end), tzinfo=LONDON)
