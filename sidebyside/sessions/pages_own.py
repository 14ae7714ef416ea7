"""What the pages of the Lived Expertise Group read: what is its own, and nothing of it for anybody else."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.agreements.models import Proposal, Term
from sidebyside.kit.days import day_time
from sidebyside.kit.words import say
from sidebyside.projects.models import Group, Project
from sidebyside.projects.own_group import people_in
from sidebyside.sessions import own
from sidebyside.sessions.models import CarParkItem, Meeting

AT_MOST = 50
FIRST_WORDS = 120


def home(project: Project, group: Group, *, now: datetime) -> dict[str, Any]:
    """Who is in it, when it meets, and how much waits. Seven queries."""
    rows = project.meetings.filter(group=group, off_at=None)
    waiting = CarParkItem.objects.filter(meeting__group=group, state="waiting")
    return {
        "people": [person.name for person in people_in(group)],
        "to_come": _short(project, rows.filter(ends_at__gt=now).order_by("starts_at", "id")[:AT_MOST]),
        "past": _short(project, rows.filter(ends_at__lte=now).order_by("-starts_at", "-id")[:AT_MOST]),
        "parked": waiting.count(),
        "asked": Proposal.objects.filter(group=group).open().count(),
        "agreed": Proposal.objects.filter(group=group).standing().count(),
        "words": Term.objects.filter(group=group, closed_at=None).count(),
        "running": project.state == "running",
    }


def _short(project: Project, rows: QuerySet[Meeting]) -> list[dict]:
    return [
        {"title": row.title, "starts_at": row.starts_at, "href": reverse("meeting", args=[project.slug, row.ref])}
        for row in rows
    ]


def to_bring(project: Project, group: Group, *, now: datetime) -> dict[str, Any]:
    """What the group may bring, and to which meetings of everybody. Three queries."""
    agreed = [(f"agreed:{row.ref}", _agreed(row)) for row in own.agreed_to_bring(group)]
    decided = [
        (f"decided:{row.ref}", _("Decided: %(words)s") % {"words": _first(row.words)})
        for row in own.decided_to_bring(group)
    ]
    coming = project.meetings.of_everybody().filter(off_at=None, ends_at__gt=now).order_by("starts_at", "id")[:AT_MOST]
    return {
        "what": agreed + decided,
        "meetings": [(row.ref, f"{row.title}, {day_time(row.starts_at)}") for row in coming],
    }


def _agreed(row: Proposal) -> str:
    return f"{row.subject or say(f'kind_{row.kind}')}: {_first(row.words)}"


def _first(words: str) -> str:
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rsplit(' ', 1)[0]}…"


def car_park(project: Project, group: Group, *, today: date) -> dict[str, Any]:
    """What came up at the group's own meetings and waits, the oldest first; and what was answered."""
    rows = CarParkItem.objects.filter(meeting__group=group).select_related("meeting", "owner").order_by("made_at", "id")
    return {
        name: [
            {
                "words": row.words,
                "answer": row.answer,
                "state": say(f"parked_state_{row.state}"),
                "owner": row.owner.name if row.owner else "",
                "answer_by": row.answer_by,
                "late": bool(row.answer_by and row.answer_by < today),
                "href": reverse("park", args=[project.slug, row.meeting.ref]),
                "meeting": row.meeting.title,
            }
            for row in found[:200]
        ]
        for name, found in (("waiting", rows.filter(state="waiting")), ("answered", rows.exclude(state="waiting")))
    }
