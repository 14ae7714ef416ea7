"""What the pages about the car park read. Two queries each, however much is in it."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from sidebyside.kit.clock import LONDON
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import Name, names_in
from sidebyside.sessions import note_rules as rules
from sidebyside.sessions.models import CarParkItem, Meeting

AT_MOST = 200
WITH = ("meeting__project", "owner", "raised_by", "answered_by")


def of_the_project(project: Project, *, today: date) -> dict[str, Any]:
    """Everything in the car park of the meetings of everybody. What a group keeps to itself is on its own meetings."""
    rows = CarParkItem.objects.filter(meeting__project=project, meeting__group=None)
    coming = project.meetings.of_everybody().filter(off_at=None).order_by("-starts_at", "-id").first()
    return _page(rows, names_in(project), today) | {"latest": coming}


def of_a_meeting(meeting: Meeting, *, today: date) -> dict[str, Any]:
    """What came up at this meeting, and what still waits from those before it."""
    earlier = waiting_before(meeting).select_related(*WITH)
    name = names_in(meeting.project)
    return _page(meeting.car_park.all(), name, today) | {
        "earlier": [_shown(row, name, today) for row in earlier.order_by("made_at", "id")[:AT_MOST]]
    }


def waiting_before(meeting: Meeting) -> QuerySet[CarParkItem]:
    """What came up at earlier meetings of the same people and still has no answer: none of it can be lost."""
    same = {"meeting__project": meeting.project_id, "meeting__group": meeting.group_id, "state": "waiting"}
    return CarParkItem.objects.filter(**same, meeting__starts_at__lt=meeting.starts_at).exclude(meeting=meeting)


def _page(rows: QuerySet[CarParkItem], name: Name, today: date) -> dict[str, Any]:
    """What waits, the oldest first; and what was answered, the newest first: it never takes the place of what waits."""
    found = {
        "waiting": rows.filter(state="waiting").order_by("made_at", "id"),
        "answered": rows.exclude(state="waiting").order_by("-made_at", "-id"),
    }
    return {
        key: [_shown(row, name, today) for row in some.select_related(*WITH)[:AT_MOST]] for key, some in found.items()
    }


def one(item: CarParkItem, *, today: date) -> dict[str, Any]:
    return _shown(item, names_in(item.meeting.project), today)


def _shown(row: CarParkItem, name: Name, today: date) -> dict[str, Any]:
    due = rules.answer_due(answer_by=row.answer_by, made_on=row.made_at.astimezone(LONDON).date())
    return {
        "ref": row.ref,
        "words": words_or_gone(row.words),
        "meeting": row.meeting,
        "raised_by": name(row.raised_by) if row.raised_by else "",
        "owner": name(row.owner) if row.owner else "",
        "due": due,
        "late": row.state == "waiting" and due < today,
        "state": row.state,
        "state_words": say(f"parked_state_{row.state}"),
        "answer": row.answer,
        "answered_by": name(row.answered_by) if row.answered_by else "",
        "answered_at": row.answered_at,
    }


def may_answer(item: CarParkItem, person: Person, *, runs: bool) -> bool:
    return runs or item.owner_id == person.pk
