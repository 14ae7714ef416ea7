""" "You said, what happened, what happens next": what one person brought to meetings, and what became of each thing."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from sidebyside.kit.words import say
from sidebyside.people.asks import that_count
from sidebyside.people.models import Answer, Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import names_in
from sidebyside.sessions.coming import BEFORE, question_of
from sidebyside.sessions.models import AgendaItem, CarParkItem, Meeting, NoteLine
from sidebyside.sessions.pages_notes import promised

AT_MOST = 100


def of_a_meeting(meeting: Meeting, person: Person, *, now: datetime, today: date) -> dict[str, Any]:
    """Over one meeting. Eight queries."""
    views = Answer.objects.filter(ask__question=question_of(meeting))
    rows = Meeting.objects.filter(pk=meeting.pk)
    found = _over(rows, views, person, today) | {"next": _next(meeting.project, meeting.group_id, now)}
    return found | {"meeting": meeting, "everybody": _for_everybody(rows, names_in(meeting.project), today)}


def of_the_project(project: Project, person: Person, *, now: datetime, today: date) -> dict[str, Any]:
    """Over all meetings of everybody."""
    rows = project.meetings.of_everybody()
    views = Answer.objects.filter(ask__room=project.room, ask__kind=BEFORE.name)
    found = _over(rows, views, person, today) | {"next": _next(project, None, now)}
    return found | {"meeting": None, "everybody": _for_everybody(rows, names_in(project), today)}


def _over(rows: QuerySet[Meeting], views: QuerySet[Answer], person: Person, today: date) -> dict[str, Any]:
    """said: what she brought, each with its meeting and what happened to it, the newest first."""
    said = [*_agenda(rows, person), *_parked(rows, person), *_views(views, person), *_quotes(rows, person)]
    mine = NoteLine.objects.filter(meeting__in=rows, kind="action", owner=person, taken_out_at=None)
    found = mine.select_related("meeting", "owner").order_by("due_on", "id")[:AT_MOST]
    return {
        "said": sorted(said, key=lambda one: one["at"], reverse=True)[:AT_MOST],
        "promised": [promised(row, lambda one: one.name if one else "", today) for row in found],
    }


def _agenda(rows: QuerySet[Meeting], person: Person) -> list[dict]:
    """What she put on an agenda, with what was noted of it."""
    items = AgendaItem.objects.filter(meeting__in=rows, added_by=person).select_related("meeting")
    items = items.prefetch_related("notes").order_by("-id")[:AT_MOST]
    return [_one("agenda", row.title, row.meeting, _of_an_item(row)) for row in items]


def _of_an_item(item: AgendaItem) -> list[str]:
    """Decisions and what is to be done; where there are none, that it was talked about, is to come, or was taken off."""
    lines = [row for row in item.notes.all() if not row.taken_out_at and row.kind in ("decision", "action")]
    if lines:
        return [f"{say(f'line_{row.kind}')}: {words_or_gone(row.words)}{_came(row)}" for row in lines]
    if item.taken_off_at:
        return [say("said_taken_off")]
    talked = item.started_at or any(not row.taken_out_at for row in item.notes.all())
    return [say("said_talked_about" if talked else "said_to_come")]


def _came(row: NoteLine) -> str:
    return f" {row.became}" if row.became else ""


def _parked(rows: QuerySet[Meeting], person: Person) -> list[dict]:
    items = CarParkItem.objects.filter(meeting__in=rows, raised_by=person).select_related("meeting")
    return [
        _one("parked", row.words, row.meeting, [f"{say(f'parked_state_{row.state}')}. {row.answer}".strip()])
        for row in items.order_by("-id")[:AT_MOST]
    ]


def _views(views: QuerySet[Answer], person: Person) -> list[dict]:
    """What she wrote beforehand, which was brought to the meeting."""
    counts: list[Any] = that_count(views.filter(ask__person=person).select_related("ask"))
    sent = {row.ask.values["meeting"]: row.said["think"] for row in counts if row.said.get("think")}
    return [
        _one("views", sent[row.ref], row, [say("said_read_out" if row.over_at else "said_to_come")])
        for row in Meeting.objects.filter(ref__in=sent)
    ]


def _quotes(rows: QuerySet[Meeting], person: Person) -> list[dict]:
    lines = NoteLine.objects.filter(meeting__in=rows, kind="quote", quoted=person, taken_out_at=None)
    words = {True: "said_quote_shown", False: "said_quote_not_shown", None: "said_quote_waits"}
    return [
        _one("quote", row.words, row.meeting, [say(words[row.quote_ok])]) for row in lines.select_related("meeting")
    ]


def _one(kind: str, words: str, meeting: Meeting, happened: list[str]) -> dict[str, Any]:
    shown = {"kind": say(f"said_{kind}"), "words": words_or_gone(words), "happened": happened}
    return shown | {"meeting": meeting, "at": meeting.starts_at}


def _for_everybody(rows: QuerySet[Meeting], name, today: date) -> dict[str, list[dict]]:
    """What was decided, and what is still to be done, whoever brought it."""
    lines = NoteLine.objects.filter(Q(kind="decision") | Q(kind="action", done_at=None), meeting__in=rows)
    found = list(
        lines.filter(taken_out_at=None).select_related("meeting", "owner").order_by("-meeting__starts_at", "id")
    )
    decided = [row for row in found if row.kind == "decision"][:AT_MOST]
    return {
        "decided": [
            {"words": words_or_gone(row.words), "became": row.became, "meeting": row.meeting} for row in decided
        ],
        "to_do": [promised(row, name, today) for row in found if row.kind == "action"][:AT_MOST],
    }


def _next(project: Project, group: int | None, now: datetime) -> Meeting | None:
    """The next meeting of the same people."""
    coming = project.meetings.filter(group=group, off_at=None, starts_at__gt=now)
    return coming.order_by("starts_at", "id").first()
