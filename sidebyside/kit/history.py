"""What happened, in rooms: one hash chain a room, so that nothing can be changed, lost or slipped in unseen.

An entry holds opaque names, a verb's code and plain values, never free words: those lie apart (EntryWords) with only a
salted digest in the chain, so that a person can be forgotten while the chain stays whole (decisions 13, 14).
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from sidebyside.kit.models import Entry, EntryWords, Room

HUB = "hub"
VERSION = b"\x01"


@transaction.atomic
def note(
    room: str, by, verb: str, about: str = "", *, now: datetime, values: dict | None = None, words: str = ""
) -> str:
    """Add an entry to a room and return its hash.

    by: who did it (people.acting.Acting), or None when the hub did it by itself. about: the opaque name of the thing.
    values: codes, numbers and opaque names only. words: free words, kept apart.
    """
    Room.objects.get_or_create(name=room)
    head = Room.objects.select_for_update().get(name=room)
    number = head.length + 1
    salt = secrets.token_hex(16) if words else ""
    text = canonical(
        room=room,
        number=number,
        at=now.isoformat(),
        by=by.person.ref if by else "",
        helper=by.helper.ref if by and by.helper else "",
        door=by.door if by else "hub",
        verb=verb,
        about=about,
        values=values or {},
        words=digest(salt, words) if words else "",
    )
    entry = Entry.objects.create(room=room, number=number, text=text, previous=head.head, hash=link(head.head, text))
    if words:
        EntryWords.objects.create(room=room, number=number, salt=salt, words=words)
    head.length, head.head = number, entry.hash
    head.save(update_fields=["length", "head"])
    return entry.hash


def canonical(**parts) -> str:
    return json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(salt: str, words: str) -> str:
    return hashlib.sha256(f"{salt}:{words}".encode()).hexdigest()


def link(previous: str, text: str) -> str:
    """The hash of an entry: SHA-256 over a version byte, the hash before it and its own text."""
    return hashlib.sha256(VERSION + previous.encode() + b"\n" + text.encode()).hexdigest()


def read(room: str, *, newest: int = 50, leave_out: str = "") -> list[dict]:
    """The newest entries of a room, newest first, each with its values and, where they still exist, its words.

    leave_out: a verb whose entries are only for `verify`.
    """
    entries = Entry.objects.filter(room=room)
    if leave_out:
        entries = entries.exclude(text__contains=f'"verb":"{leave_out}"')
    rows = list(entries.order_by("-number")[:newest])
    words = dict(
        EntryWords.objects.filter(room=room, number__in=[row.number for row in rows]).values_list("number", "words")
    )
    return [{**json.loads(row.text), "hash": row.hash, "said": words.get(row.number, "")} for row in rows]


def written_by(ref: str, *, rooms: list[str] | None = None) -> list[dict]:
    """What the person with this opaque name did herself, newest first, each with its own words where they still exist.

    rooms: only these (quick); without it all of them are looked through.
    """
    rows = Entry.objects.filter(text__contains=f'"by":"{ref}"')
    if rooms is not None:
        rows = rows.filter(room__in=rooms)
    held = [json.loads(row.text) for row in rows.order_by("-id")]
    hers = [entry for entry in held if entry["by"] == ref]
    words = {(w.room, w.number): w.words for w in _words_of(hers)}
    return [entry | {"said": words.get((entry["room"], entry["number"]), "")} for entry in hers]


def _words_of(entries: list[dict]) -> Iterator[EntryWords]:
    numbers: dict[str, list[int]] = {}
    for entry in entries:
        if entry["words"]:
            numbers.setdefault(entry["room"], []).append(entry["number"])
    for room, mine in numbers.items():
        for start in range(0, len(mine), 500):
            yield from EntryWords.objects.filter(room=room, number__in=mine[start : start + 500])


def forget_words(ref: str) -> None:
    """Her words and their salts go, in every room. The chain holds a digest that nobody can guess from now on."""
    for words in _words_of(written_by(ref)):
        words.delete()


def head_of(room: str) -> str:
    return Room.objects.filter(name=room).values_list("head", flat=True).first() or ""


def anchor_heads(*, now: datetime) -> str:
    """Write every room's head into the hub's own chain; the hub's head then vouches for them all. Returns that head."""
    heads = {room.name: [room.length, room.head] for room in Room.objects.exclude(name=HUB).order_by("id")}
    return note(HUB, None, "heads-anchored", now=now, values={"heads": heads})
