"""Is the history whole? Names each row that was changed, lost, swapped, slipped in or cut off."""

import json
from collections.abc import Callable, Iterator

from sidebyside.kit.history import HUB, digest, link
from sidebyside.kit.models import Entry, EntryWords, Room

MORE_CHECKS: list[Callable[[], Iterator[str]]] = []  # parts add what of theirs the chains vouch for


def verify_command(against: str | None, out) -> int:
    """Print what is wrong, a line each, or that all is whole. Returns 0 when whole, 1 when not."""
    faults = list(faults_in_all_rooms()) + list(faults_against(against) if against else [])
    for fault in faults:
        print(fault, file=out)
    if not faults:
        rooms, entries = Room.objects.count(), Entry.objects.count()
        print(f"The history is whole: {entries} entries in {rooms} rooms.", file=out)
        if against:
            print("Nothing before the hash you gave was changed.", file=out)
        else:
            print(
                f"The hub's chain ends with {_head(HUB)}. Keep it outside this server, and check against it later.",
                file=out,
            )
    return 1 if faults else 0


def faults_in_all_rooms() -> Iterator[str]:
    names = set(Entry.objects.values_list("room", flat=True).distinct())
    for room in Room.objects.order_by("id"):
        yield from faults_in(room)
        names.discard(room.name)
    yield from (f"{name}: the room's own row is missing, though it has entries." for name in sorted(names))
    yield from _faults_in_anchors()
    for check in MORE_CHECKS:
        yield from check()


def faults_in(room: Room) -> Iterator[str]:
    """What is wrong in one room's chain, in order."""
    rows = list(Entry.objects.filter(room=room.name).order_by("number", "id"))
    words = {row.number: row for row in EntryWords.objects.filter(room=room.name)}
    expected, previous = 1, ""
    for row in rows:
        if row.number > expected:
            yield f"{room.name}: {_numbers(expected, row.number - 1)} missing."
        elif row.number < expected:
            yield f"{room.name}: entry {row.number} was inserted: there is already one with that number."
        yield from _faults_in_row(room.name, row, previous if row.number == expected else None, words.get(row.number))
        expected, previous = row.number + 1, row.hash
    if expected - 1 < room.length:
        yield f"{room.name}: the end was cut off: {_numbers(expected, room.length)} missing."
    elif expected - 1 > room.length:
        yield f"{room.name}: entries after {room.length} were added without the room knowing."
    elif previous != room.head:
        yield f"{room.name}: the last entry was replaced: it is not what the room's own row ends with."


def _faults_in_row(room, row, previous, words) -> Iterator[str]:
    held = _read(row.text)
    if held is None or (link(row.previous, row.text) != row.hash and _place(held) == (room, row.number)):
        yield f"{room}: entry {row.number} was changed: its text no longer gives its hash."
        return
    if _place(held) != (room, row.number):
        yield f"{room}: entry {row.number} was swapped: it says it is entry {held['number']} of {held['room']}."
    elif previous is not None and row.previous != previous:
        yield f"{room}: entry {row.number} does not follow the one before it: one of the two was replaced."
    if words and digest(words.salt, words.words) != held["words"]:
        yield f"{room}: the words of entry {row.number} were changed."


def _read(text: str) -> dict | None:
    """What an entry holds; None when it is no longer one."""
    try:
        held = json.loads(text)
        return held if {"room", "number", "words", "values"} <= held.keys() else None
    except (ValueError, AttributeError):
        return None


def _place(held: dict) -> tuple[str, int]:
    return held["room"], held["number"]


def faults_against(saved: str) -> Iterator[str]:
    """A hash that was kept outside must still be in a chain: if it is not, that chain was rebuilt or cut."""
    if not Entry.objects.filter(hash=saved).exists():
        yield f"No entry has the hash {saved}. A chain was rebuilt or cut off since that hash was saved."


def _faults_in_anchors() -> Iterator[str]:
    """Each head that the hub's chain ever vouched for must still be there."""
    for row in Entry.objects.filter(room=HUB, text__contains='"heads-anchored"').order_by("number"):
        heads = (_read(row.text) or {"values": {}})["values"].get("heads", {})
        there = set(
            Entry.objects.filter(hash__in=[head for _, head in heads.values()]).values_list("room", "number", "hash")
        )
        for room, (number, head) in heads.items():
            if head and (room, number, head) not in there:
                yield f"{room}: rebuilt: entry {number} is not what the hub's chain vouched for in its entry {row.number}."


def _head(name: str) -> str:
    return Room.objects.filter(name=name).values_list("head", flat=True).first() or "(nothing yet)"


def _numbers(first: int, last: int) -> str:
    return f"entry {first} is" if first == last else f"entries {first} to {last} are"
