"""On which line of a TOML file does a table or a key stand? tomllib does not keep it."""

import re
from collections.abc import Iterator

Where = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.\- ])+?)\s*=""")
_NAME = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_TRIPLE = ('"""', "'''")


class Lines:
    """Lines(text).find("rung", 2, "title") is the line of the key `title` in the third [[rung]]."""

    def __init__(self, text: str) -> None:
        self._found: dict[Where, int] = {}
        self._count: dict[Where, int] = {}
        table: Where = ()
        for number, line in _top_lines(text):
            if header := _HEADER.match(line):
                table = self._table(_names(header[2]), header[1] == "[[")
                self._found.setdefault(table, number)
            elif key := _KEY.match(line):
                names = _names(key[1])
                for end in range(1, len(names) + 1):
                    self._found.setdefault((*table, *names[:end]), number)

    def _table(self, names: list[str], repeats: bool) -> Where:
        """The full place of a header: each list of tables on the way stands at its newest member."""
        place: Where = ()
        for name in names[:-1]:
            place = (*place, name)
            if place in self._count:
                place = (*place, self._count[place] - 1)
        place = (*place, names[-1])
        if not repeats:
            return place
        self._count[place] = self._count.get(place, 0) + 1
        return (*place, self._count[place] - 1)

    def find(self, *place: str | int) -> int:
        """The line of the nearest thing that holds this place. The whole file is line 1."""
        while place and place not in self._found:
            place = place[:-1]
        return self._found.get(place, 1)


def _names(dotted: str) -> list[str]:
    return ["".join(found) for found in _NAME.findall(dotted)]


def _top_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that does not begin inside a long text or a list, with its number."""
    inside, depth = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not inside and not depth:
            yield number, line
        inside, depth = _after(line, inside, depth)


def _after(line: str, inside: str, depth: int) -> tuple[str, int]:
    """Which long text and how many brackets are still open at the end of a line."""
    at = 0
    while at < len(line):
        if inside:
            at, inside = _leave(line, at, inside)
        elif line[at] == "#":
            break
        elif line[at] in "\"'":
            inside = line[at : at + 3] if line[at : at + 3] in _TRIPLE else line[at]
            at += len(inside)
        else:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(line[at], 0)
            at += 1
    return (inside if inside in _TRIPLE else ""), depth


def _leave(line: str, at: int, inside: str) -> tuple[int, str]:
    """One step through a quoted text: where we are then, and the quote marks still open."""
    if line[at] == "\\" and inside[0] == '"':
        return at + 2, inside
    if line.startswith(inside, at):
        return at + len(inside), ""
    return at + 1, inside
