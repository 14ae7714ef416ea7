"""What happened in a project, in words, newest first, with the hash that its chain ends with."""

from datetime import datetime
from typing import Any

from sidebyside.kit import history
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects import pages
from sidebyside.projects.models import Project

A_PAGE, AT_MOST = 50, 1000
ONLY_FOR_VERIFY = "standing-recorded"  # many, and each says only that a label was worked out
ABOUT_A_PERSON = {"member-joined", "member-left"}  # whose entry is about somebody, who is named
NAMES_NOBODY = {"member-invited", "member-said-no"}  # who was asked, and who said no, is nobody else's business


def how_many(asked: str | None) -> int:
    """How many entries to show: what was asked for, between one page and the most there may be."""
    return min(max(int(asked), A_PAGE), AT_MOST) if asked and asked.isdecimal() and len(asked) < 6 else A_PAGE


def what_happened(project: Project, *, newest: int, room: str = "") -> dict[str, Any]:
    """Entries in words, whether there are more, and the newest hash. Seven queries, however many there are.

    room: of a group of its own, whose history is kept apart.
    """
    room = room or project.room
    rows = history.read(room, newest=newest + 1, leave_out=ONLY_FOR_VERIFY)
    refs = {row["by"] for row in rows} | {row["about"] for row in rows if row["verb"] in ABOUT_A_PERSON}
    people, name = {p.ref: p for p in Person.objects.filter(ref__in=refs)}, pages.names_in(project)
    entries = [
        {
            "at": datetime.fromisoformat(row["at"]),
            "words": say(row["verb"], row["values"]),
            "detail": row["said"],
            "who": _who(row, people, name),
        }
        for row in rows[:newest]
    ]
    more = len(rows) > newest and newest < AT_MOST
    return {
        "entries": entries,
        "more": min(newest * 2, AT_MOST) if more else 0,
        "head": history.head_of(room),
    }


def _who(row: dict, people: dict[str, Person], name: pages.Name) -> str:
    """Who did it, or whom it is about. Nobody, when the hub did it by itself or nobody should be named."""
    if row["verb"] in NAMES_NOBODY:
        return ""
    person = people.get(row["about"] if row["verb"] in ABOUT_A_PERSON else row["by"])
    return name(person) if person or row["by"] else ""
