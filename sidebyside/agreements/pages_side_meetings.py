"""What the pages about meetings on the side read."""

from datetime import date
from typing import Any

from django.urls import reverse

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.models import SideMeeting
from sidebyside.agreements.pages_remarks import remarks, talked_about
from sidebyside.agreements.pages_terms import meanings
from sidebyside.kit.clock import LONDON
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import Name, names_in
from sidebyside.who_can import Act, Role, may

IN_SIGHT = 50


def side_meetings(project: Project, roles: set[Role], *, newest: int = IN_SIGHT) -> dict[str, Any]:
    """The log, newest first. Two queries."""
    rows = project.side_meetings.select_related("written_by").order_by("-on", "-id")[: newest + 1]
    name, found = names_in(project), list(rows)
    return {
        "rows": [in_words(row, name) for row in found[:newest]],
        "more": newest * 2 if len(found) > newest else 0,
        "may_log": bool(may(roles, Act.LOG_SIDE_MEETING)),
    }


def in_words(row: SideMeeting, name: Name) -> dict[str, Any]:
    written_on = row.written_at.astimezone(LONDON).date()
    return {
        "ref": row.ref,
        "on": row.on,
        "there": words_or_gone(row.there),
        "about": words_or_gone(row.about),
        "came_of_it": words_or_gone(row.came_of_it),
        "written_by": name(row.written_by),
        "written_on": written_on,
        "late": rules.days_late(row.on, written_on),
    }


@talked_about("side-meeting")
def _page_of(project: Project, ref: str) -> str:
    there = project.side_meetings.filter(ref=ref).exists()
    return reverse("side-meeting", args=[project.slug, ref]) if there else ""


def side_meeting(project: Project, row: SideMeeting, *, me: Person) -> dict[str, Any]:
    """One of them, and what people say of it: what is wrong in it is said there."""
    about = f"side-meeting:{row.ref}"
    return {
        "meeting": in_words(row, names_in(project)),
        "about": about,
        "agreed": meanings(project),
        "remarks": remarks(project, about, me=me),
    }


def since(project: Project, day: date | None) -> int:
    """How many meetings on the side there were since this day; without a day, ever."""
    rows = project.side_meetings.all()
    return (rows.filter(on__gte=day) if day else rows).count()
