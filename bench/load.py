"""Fills a hub quickly: one project is made by the real actions, and its rows are then copied as often as need be.

Every table of the product is copied, whatever its columns: primary keys and foreign keys move on, opaque names and the
group's number are made anew wherever they stand in a text, and each room's history gets a chain of its own. Nothing here
knows what an action writes; tests/bench/test_load.py holds the copies against what the actions make.
"""

import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from sidebyside.kit import history
from sidebyside.kit.models import Entry, EntryWords, Room
from sidebyside.kit.refs import LETTERS

CHAINED = (Room, Entry, EntryWords)  # what hangs together by numbers and hashes within a room
Mark = dict[type[models.Model], int]


def tables() -> list[type[models.Model]]:
    """Every table of the product's own parts."""
    return [model for config in apps.get_app_configs() if config.name.startswith("sidebyside.")
            for model in config.get_models()]  # fmt: skip


def mark() -> Mark:
    """Where every table ends now: what is written later lies behind it."""
    return {model: model.objects.aggregate(last=models.Max("pk"))["last"] or 0 for model in tables()}


@dataclass
class Column:
    """One column of the rows to copy: its values, and the model they point at, if they are keys."""

    values: list
    points_at: type[models.Model] | None


@dataclass
class Table:
    """The rows to copy from one table, by column."""

    model: type[models.Model]
    columns: list[Column]

    @property
    def keys(self) -> list[int]:
        return self.columns[0].values

    def insert(self, keys: dict, texts: dict[str, str]) -> None:
        """Write the rows again with other keys and names. keys: model -> {old: new}; texts: {old: new}."""
        columns = [_translated(c.values, keys[c.points_at] if c.points_at else texts) for c in self.columns]
        write(self.model, zip(*columns, strict=True))


def _translated(values: list, new: dict) -> list:
    return [new.get(value, value) for value in values]


def write(model: type[models.Model], rows: Iterable[tuple]) -> None:
    """Insert whole rows, as the database holds them."""
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({", ".join(["%s"] * len(fields))})',  # noqa: S608
            list(rows),
        )


def rows_after(model: type[models.Model], last: int) -> list[tuple]:
    """Rows as the database holds them, sealed fields sealed, in the order of the model's fields; the key comes first."""
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {names} FROM "{model._meta.db_table}" WHERE id > %s ORDER BY id', [last])  # noqa: S608  # fmt: skip
        return cursor.fetchall()


class Template:
    """Everything that was written since a mark, ready to be written again under other names."""

    def __init__(self, since: Mark, *, group: str):
        """group: what tells this project's own words from a copy's ("group 0001"; in addresses "group-0001")."""
        self.group = group
        self.tables = [self._table(model, since[model]) for model in tables()]
        self.tables = [table for table in self.tables if table.keys and table.model not in CHAINED]
        self.rooms = Chains(since)
        self.last = mark()
        refs = self._refs()
        self.texts = [text for text in self._texts() if refs.intersection(NAME.findall(text)) or self._named(text)]
        self.pieces = [self._cut(text, refs) for text in self.texts]

    def _table(self, model: type[models.Model], last: int) -> Table:
        columns = zip(*rows_after(model, last), strict=True)
        pairs = zip(model._meta.concrete_fields, columns, strict=False)
        return Table(model, [Column(list(values), _target(field)) for field, values in pairs] or [Column([], model)])

    def _refs(self) -> set[str]:
        """The opaque names of the things that are copied. Other things keep theirs: the hub's desk is not copied."""
        refs: set[str] = set()
        for table in self.tables:
            for field, column in zip(table.model._meta.concrete_fields, table.columns, strict=True):
                if field.name == "ref":
                    refs |= set(column.values)
        return refs

    def _texts(self) -> list[str]:
        columns = [column for table in self.tables for column in table.columns if not column.points_at]
        found = {value for column in columns for value in column.values if isinstance(value, str)}
        return sorted(found | self.rooms.texts())

    def _named(self, text: str) -> bool:
        return self.group in text or self.group.replace(" ", "-") in text

    def _cut(self, text: str, refs: set[str]) -> list[str | None]:
        """A text in pieces: every other one is a name that a copy has its own of."""
        names = [name for name in NAME.findall(text) if name in refs]
        names += [self.group, self.group.replace(" ", "-")]
        return re.split(f"({'|'.join(map(re.escape, set(names)))})", text)

    def copy(self, number: int) -> None:
        """Write everything once more, as the project of another group."""
        keys = {table.model: self._new_keys(table) for table in self.tables} | {model: {} for model in CHAINED}
        keys |= {model: {} for model in apps.get_models() if model not in keys}
        group = f"group {number:04}"
        names = Names({self.group: group, self.group.replace(" ", "-"): group.replace(" ", "-")})
        texts = {
            text: "".join(names[piece] if place % 2 else piece for place, piece in enumerate(pieces))
            for text, pieces in zip(self.texts, self.pieces, strict=True)
        }
        for table in self.tables:
            table.insert(keys, texts)
        self.rooms.copy(texts)

    def _new_keys(self, table: Table) -> dict[int, int]:
        start = self.last[table.model] + 1
        self.last[table.model] += len(table.keys)
        return dict(zip(table.keys, range(start, start + len(table.keys)), strict=True))


NAME = re.compile(rf"(?<![A-Za-z0-9])[{LETTERS}]{{12}}(?![A-Za-z0-9])")


class Names(dict):
    """Old opaque name -> new one, made when it is first needed. As many and as long as kit.refs makes, but quicker."""

    def __missing__(self, old: str) -> str:
        number = secrets.randbits(64)
        letters = []
        for _ in range(12):
            number, place = divmod(number, len(LETTERS))
            letters.append(LETTERS[place])
        self[old] = "".join(letters)
        return self[old]


def _target(field: models.Field) -> type[models.Model] | None:
    return field.model if field.primary_key else field.related_model


class Chains:
    """The history to copy, room by room: a new room gets a chain of its own, a shared one goes on where it ends."""

    def __init__(self, since: Mark):
        self.entries = [(room, number, text) for _, room, number, text, *_ in rows_after(Entry, since[Entry])]
        self.words = {(room, number): rest for _, room, number, *rest in rows_after(EntryWords, since[EntryWords])}
        self.own = {room.name for room in Room.objects.filter(pk__gt=since[Room])}

    def texts(self) -> set[str]:
        return {text for _, _, text in self.entries} | {said for _, said in self.words.values()} | self.own

    def copy(self, texts: dict[str, str]) -> None:
        heads = {
            room.name: room for room in Room.objects.filter(name__in={room for room, _, _ in self.entries} - self.own)
        }
        heads |= {name: Room(name=texts[name]) for name in self.own}
        entries, words = [], []
        for name, number, text in self.entries:
            room = heads[name]
            parts = json.loads(texts.get(text, text)) | {"number": room.length + 1}
            new = history.canonical(**parts)
            hashed = history.link(room.head, new)
            entries.append(Entry(room=room.name, number=room.length + 1, text=new, previous=room.head, hash=hashed))
            if (name, number) in self.words:
                salt, said = self.words[name, number]
                words.append(EntryWords(room=room.name, number=room.length + 1, salt=salt, words=texts.get(said, said)))
            room.length, room.head = room.length + 1, hashed
        Entry.objects.bulk_create(entries)
        EntryWords.objects.bulk_create(words)
        for room in heads.values():
            room.save()


@transaction.atomic
def fill(template: Template, *, first: int, last: int) -> None:
    """Copies of a project, for the groups with these numbers."""
    for number in range(first, last + 1):
        template.copy(number)
    with connection.cursor() as cursor:  # PostgreSQL counts keys by itself, and has to be told of ours
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)
