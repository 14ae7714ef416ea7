"""What the pages about notes read: only what somebody said herself waits for her yes before others see it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet

from sidebyside.agreements.models import Proposal
from sidebyside.agreements.pages_terms import meanings
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import Name, names_in
from sidebyside.sessions.models import Meeting, NoteLine, NoteWording
from sidebyside.sessions.noting import asked_about

AT_MOST = 300
WITH = ("item", "owner", "quoted", "changed_by")


def seen_by(lines: QuerySet[NoteLine], person: Person) -> QuerySet[NoteLine]:
    """What somebody said is seen by others once she says yes; before that by her and whoever wrote it down."""
    waits_with_me = Q(changed_by=person, quote_ok=None)
    return lines.filter(~Q(kind="quote") | Q(quote_ok=True) | Q(quoted=person) | waits_with_me)


def notes(meeting: Meeting, person: Person, *, now: datetime, today: date) -> dict[str, Any]:
    """The notes of a meeting by agenda item, whether they are a draft, being agreed or agreed. Six queries."""
    name = names_in(meeting.project)
    beside = Prefetch("wordings", NoteWording.objects.filter(beside=True).select_related("by"))
    rows = seen_by(meeting.notes.all(), person).select_related(*WITH).prefetch_related(beside)
    rows = rows.order_by(F("item__order").asc(nulls_last=True), "order", "id")[:AT_MOST]
    shown = [_line(row, name, person, today, row.wordings.all()) for row in rows]
    return {
        "meeting": meeting,
        "agreed": meanings(meeting.project),
        "parts": _by_item([one for one in shown if not one["taken_out"]]),
        "taken_out": [one for one in shown if one["taken_out"]],
        "over": bool(meeting.over_at) or meeting.ends_at <= now,
    } | _state(meeting)


def _state(meeting: Meeting) -> dict[str, Any]:
    """agreed_on; asking: the proposal that is open; reasons: why the group said no the last time."""
    asked = list(asked_about(meeting).order_by("opened_at", "id"))
    asking = next((one for one in asked if not one.closed_at), None)
    refused: Proposal | None = asked[-1] if asked and asked[-1].outcome == "not_agreed" else None
    draft = meeting.notes_agreed_at is None
    return {
        "agreed_on": meeting.notes_agreed_at,
        "asking": asking,
        "refused": refused if draft else None,
        "why": say(refused.why) if refused and refused.why else "",
        "can_change": draft and asking is None,
    }


def _by_item(shown: list[dict]) -> list[dict]:
    """Each agenda item with its lines, in the order of the agenda; what belongs to none comes last."""
    found: dict[str, dict] = {}
    for one in shown:
        part = found.setdefault(one["item"], {"title": one["item"], "lines": []})
        part["lines"].append(one)
    return list(found.values())


def _line(row: NoteLine, name: Name, person: Person, today: date, beside: Iterable[NoteWording]) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "item": row.item.title if row.item else "",
        "kind": row.kind,
        "kind_words": say(f"line_{row.kind}"),
        "words": words_or_gone(row.words),
        "version": row.version,
        "owner": name(row.owner) if row.owner else "",
        "due_on": row.due_on,
        "done": bool(row.done_at),
        "late": is_late(row, today),
        "became": row.became,
        "quoted": name(row.quoted) if row.quoted else "",
        "mine_to_do": row.owner_id == person.pk,
        "mine_to_allow": row.kind == "quote" and row.quoted_id == person.pk,
        "quote_ok": row.quote_ok,
        "beside": [{"ref": one.ref, "words": one.words, "by": name(one.by)} for one in beside],
        "taken_out": bool(row.taken_out_at),
    }


def is_late(row: NoteLine, today: date) -> bool:
    return row.kind == "action" and not row.done_at and bool(row.due_on and row.due_on < today)


def note(meeting: Meeting, line: NoteLine, person: Person, *, today: date) -> dict[str, Any]:
    """One line, how it read before, and whether it can still be changed."""
    name = names_in(meeting.project)
    wordings = list(line.wordings.select_related("by").order_by("at", "id"))
    earlier = [one for one in wordings if not one.beside and one.words != line.words]
    if line.kind == "quote" and line.quoted_id != person.pk:  # her yes was to the words that stand, and to no others
        earlier = [one for one in earlier if one.by_id == person.pk]
    return {
        "meeting": meeting,
        "line": _line(line, name, person, today, [one for one in wordings if one.beside]),
        "earlier": [{"words": words_or_gone(one.words), "by": name(one.by), "at": one.at} for one in earlier],
    } | _state(meeting)


def actions(project: Project, *, today: date) -> dict[str, Any]:
    """What was promised at the meetings of everybody: what is open, the latest first, and what came of the rest."""
    rows = NoteLine.objects.filter(kind="action", meeting__project=project, meeting__group=None, taken_out_at=None)
    name = names_in(project)
    found = list(rows.select_related("meeting", *WITH).order_by("due_on", "id")[:AT_MOST])
    return {
        "open": [promised(row, name, today) for row in found if not row.done_at],
        "done": [promised(row, name, today) for row in reversed(found) if row.done_at],
    }


def promised(row: NoteLine, name: Name, today: date) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "words": words_or_gone(row.words),
        "meeting": row.meeting,
        "owner": name(row.owner) if row.owner else "",
        "owner_id": row.owner_id,
        "due_on": row.due_on,
        "late": is_late(row, today),
        "became": row.became,
        "done_at": row.done_at,
    }
