"""The rows of one project, told apart from another's only by what is left out: keys, opaque names, hashes and salts."""

import json
import re
from collections.abc import Iterator

from bench.load import NAME, Mark, tables

LEFT_OUT = {"hash", "previous", "head", "salt", "password"}


def rows_between(since: Mark, until: Mark) -> dict[str, list[dict]]:
    """Every row of every table that was written between two marks, sealed fields opened, table by table."""
    found = {
        model: list(model.objects.filter(pk__gt=since[model], pk__lte=until[model]).order_by("pk"))
        for model in tables()
    }
    plain = Plain(found)
    return {model.__name__: [plain.row(row) for row in rows] for model, rows in found.items() if rows}


class Plain:
    """Says each thing by its place among the rows of its table, instead of by its key or its opaque name."""

    def __init__(self, found: dict):
        self.places = {(model, row.pk): place for model, rows in found.items() for place, row in enumerate(rows)}
        self.names = {row.ref: f"{model.__name__}#{place}" for model, rows in found.items()
                      for place, row in enumerate(rows) if hasattr(row, "ref")}  # fmt: skip
        self.before: dict[str, int] = {}

    def row(self, row) -> dict:
        if hasattr(row, "number") and hasattr(row, "room"):
            row.number = self._number(row.room, row.number)
        return dict(self._values(row))

    def _number(self, room: str, number: int) -> int:
        """A room that was there before goes on counting; what is told here begins at 1."""
        return number - self.before.setdefault(room, number - 1)

    def _values(self, row) -> Iterator[tuple[str, object]]:
        for field in row._meta.concrete_fields:
            if field.name in LEFT_OUT:
                continue
            value = getattr(row, field.attname)
            target = row._meta.model if field.primary_key else field.related_model
            if target:
                yield field.name, self.places.get((target, value), f"shared {value}")
            else:
                yield field.name, self._said(value, of_history=row._meta.model_name == "entry" and field.name == "text")

    def _said(self, value, *, of_history: bool):
        if of_history:
            parts = json.loads(value)
            parts["number"] = self._number(parts["room"], parts["number"])
            value = parts | {"words": bool(parts["words"])}
        if isinstance(value, str | list | dict):
            text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
            text = NAME.sub(lambda found: self.names.get(found[0], found[0]), text)
            return re.sub(r"group([ -])\d{4}", r"group\1N", text)
        return value
