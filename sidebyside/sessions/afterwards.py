"""The one sheet to close a meeting: did she get what she needed, and how was it; or, when she missed it, what we should know."""

from datetime import datetime
from typing import Any

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Answer, Ask
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project
from sidebyside.sessions import coming, feeling_rules, rules
from sidebyside.sessions.facts import AFTER
from sidebyside.sessions.models import Meeting
from sidebyside.who_can import RUNS_IT

AFTERWARDS = asks.add_kind(
    asks.Kind(AFTER, "inside", 3, "ask_afterwards_title", ("meeting-after", ("slug", "meeting")))
)
OWN_AFTER = "meetings.own_after"  # the same, for a meeting of a group's own


def kind_of(meeting: Meeting) -> asks.Kind:
    return asks.KINDS[OWN_AFTER] if meeting.group_id else AFTERWARDS


def question_of(meeting: Meeting) -> str:
    return f"{OWN_AFTER if meeting.group_id else AFTER}:{meeting.ref}"


def ask_after_meetings(*, now: datetime) -> int:
    """When a meeting is over, everybody whose it was is asked once how it was for her. Returns how many meetings."""
    over = Meeting.objects.filter(ends_at__lte=now, off_at=None, asked_after_at=None, project__state="running")
    rows = over.select_related("project", "group").order_by("ends_at", "id")
    return each(rows[:50], lambda one: _ask_after(one, now))


@transaction.atomic
def _ask_after(meeting: Meeting, now: datetime) -> bool:
    """Who is known to have missed it gets the other sheet, unless she wants to be left alone."""
    project = hold(meeting.project)
    if not Meeting.objects.filter(pk=meeting.pk, asked_after_at=None).update(asked_after_at=now):
        return False
    _ask(meeting, project, now)
    return True


def ask_who_was_there(*, event: str, project: Project, meeting: Meeting, now: datetime, **_: object) -> None:
    """It was written down who came. Who wants to be left alone when she misses one, and was there, is asked as well."""
    running = project.state == "running"
    if running and meeting.asked_after_at and now < meeting.asked_after_at + rules.ASKED_AFTER:
        _ask(meeting, project, now)


def _ask(meeting: Meeting, project: Project, now: datetime) -> None:
    people, away = coming.to_be_asked_after(meeting, list(coming.whose(meeting))), coming.missed(meeting)
    values = {"slug": project.slug, "meeting": meeting.ref, "project": project.name}
    for missed in (False, True):
        asks.ask_all(
            kind_of(meeting),
            question=question_of(meeting),
            people=[person for person in people if (person.pk in away) == missed],
            room=meeting.room,
            now=now,
            closes_at=(meeting.asked_after_at or now) + rules.ASKED_AFTER,
            values=values | ({"missed": True} if missed else {}),
        )


def close_sheets(*, now: datetime) -> int:
    """Sheets that nobody can answer any more close, and what members said on them counts. Returns how many.

    All at once, so that nobody can watch one answer make a difference; and it is the members' own doing (decision 6).
    """
    over = Meeting.objects.filter(asked_after_at__lte=now - rules.ASKED_AFTER, sheet_closed_at=None)
    rows = over.select_related("project").order_by("asked_after_at", "id")
    return each(rows[:50], lambda one: _close_sheet(one, now))


@transaction.atomic
def _close_sheet(meeting: Meeting, now: datetime) -> bool:
    project = hold(meeting.project)
    if not Meeting.objects.filter(pk=meeting.pk, sheet_closed_at=None).update(sheet_closed_at=now):
        return False
    if not meeting.group_id:
        happened("meeting-sheet-closed", project=project, now=now, by_members=True)
    return True


def said(ask: Ask) -> dict:
    """What she said before, to fill in the form with."""
    before: Any = asks.counting(ask)
    return before.said if before else {}


@transaction.atomic
def answer_afterwards(
    *, ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """How it was for her, or what we should know when she was not there. Raises Refused."""
    meeting = Meeting.objects.select_related("project", "group").get(ref=ask.values["meeting"])
    hold(meeting.project)
    hers = set(meeting.bookings.filter(people=ask.person).values_list("ref", flat=True))
    missed = bool(ask.values.get("missed"))
    if not feeling_rules.is_an_answer(said, bookings=hers, missed=missed):
        raise Refused(no("choose_an_answer"))
    before: Any = asks.counting(ask)
    answer = asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)
    if asks.counting(ask) == answer != before and missed:
        _see_to_her_wishes(meeting, said, by, now, wished_before=bool(before and before.said.get("call") == "yes"))
    return answer


def _see_to_her_wishes(
    meeting: Meeting, said: dict[str, str], by: Acting, now: datetime, *, wished_before: bool
) -> None:
    """She wants a call: whoever runs it is told, once. She wants to be left alone, or to be asked again: so it is."""
    here = meeting.project.memberships.joined().filter(person=by.person).exists()
    if said.get("again") and by.helper is None and here:
        coming.leave_alone(project=meeting.project, leave=said["again"] == "no", by=by, now=now)
    if said.get("call") == "yes" and not wished_before:
        history.note(meeting.room, by, "call-wished", meeting.ref, now=now)
        running = meeting.project.memberships.joined().filter(joins_as__in=RUNS_IT).select_related("person")
        for place in running if not meeting.group_id else ():
            tell(place.person, "told_call_wished", {"project": meeting.project.name}, now=now)
