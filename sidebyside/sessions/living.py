"""A meeting as it goes: it begins, one thing comes after the other, anybody can slow it down, and it ends."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.projects.actions import hold
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.models import AgendaItem, Check, Meeting, Signal
from sidebyside.sessions.models_live import SIGNALS
from sidebyside.sessions.room import show_the_room


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is now, with its project held until this transaction ends."""
    hold(meeting.project)
    return Meeting.objects.select_related("project", "group", "now_item").get(pk=meeting.pk)


def agenda(meeting: Meeting) -> list[AgendaItem]:
    """What is on the agenda, in order."""
    return list(meeting.agenda.filter(taken_off_at=None).order_by("order", "id"))


def is_running(meeting: Meeting) -> bool:
    return bool(meeting.began_at and not meeting.over_at and not meeting.off_at)


def _must_run(meeting: Meeting) -> None:
    if not is_running(meeting):
        raise Refused(no("meeting_is_not_running"))


@transaction.atomic
def begin(*, meeting: Meeting, by: Acting, now: datetime) -> Meeting:
    """The meeting begins, with the first thing on its agenda. Once it has begun, beginning it again changes nothing."""
    meeting = held(meeting)
    if is_running(meeting):
        return meeting
    if meeting.project.state != "running":
        raise Refused(no("project_not_running"))
    times = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    refuse_unless(rules.can_begin(**times, off=bool(meeting.off_at), over=bool(meeting.over_at), now=now))
    meeting.began_at = now
    meeting.save(update_fields=["began_at"])
    history.note(meeting.room, by, "meeting-began", meeting.ref, now=now)
    _go_to(meeting, rules.next_item(agenda(meeting), None), now)
    return meeting


@transaction.atomic
def go_on(
    *, meeting: Meeting, item: AgendaItem | None = None, by: Acting, now: datetime, seen: str | None = None
) -> AgendaItem | None:
    """Go on to this item, or to what comes next. Gives what is done now. Raises Refused.

    seen: the ref of what was done when the button was pressed, "" for nothing: when somebody else has gone on meanwhile,
    nothing changes, and she sees what is done now.
    """
    meeting = held(meeting)
    _must_run(meeting)
    current = meeting.now_item
    if seen is not None and seen != (current.ref if current else ""):
        return current
    items = agenda(meeting)
    going_to = item or rules.next_item(items, current)
    if going_to is None or going_to == current:
        return current
    return _go_to(meeting, next((one for one in items if one == going_to), None), now)


def _go_to(meeting: Meeting, item: AgendaItem | None, now: datetime) -> AgendaItem | None:
    """What was done ends; this is done now. What comes again is no longer waiting to."""
    if meeting.now_item:
        AgendaItem.objects.filter(pk=meeting.now_item.pk, ended_at=None).update(ended_at=now)
    if item:
        item.started_at, item.ended_at, item.first_after_break = now, None, False
        item.save(update_fields=["started_at", "ended_at", "first_after_break"])
    meeting.now_item = item
    meeting.save(update_fields=["now_item"])
    show_the_room(meeting)
    return item


@transaction.atomic
def finish(*, meeting: Meeting, by: Acting, now: datetime) -> Meeting:
    """The meeting is over. What is open closes with it: the check, the hands, and the timer. Twice is once."""
    meeting = held(meeting)
    if meeting.over_at:
        return meeting
    _must_run(meeting)
    if meeting.now_item:
        AgendaItem.objects.filter(pk=meeting.now_item.pk, ended_at=None).update(ended_at=now)
    Check.objects.filter(meeting=meeting, closed_at=None).update(closed_at=now)
    meeting.hands.filter(heard_at=None, down_at=None).update(down_at=now)
    meeting.hands.exclude(called="").update(called="")  # whoever was called by name is no longer named
    meeting.over_at, meeting.now_item = now, None
    meeting.save(update_fields=["over_at", "now_item"])
    history.note(meeting.room, by, "meeting-over", meeting.ref, now=now)
    show_the_room(meeting)
    return meeting


@transaction.atomic
def signal(*, meeting: Meeting, kind: str, now: datetime) -> None:
    """Somebody asks to slow down, for a break, or to stop. Never who. Until it is seen to, once is enough. Raises Refused."""
    meeting = held(meeting)
    if kind not in SIGNALS:
        raise Refused(no("choose_an_answer"))
    _must_run(meeting)
    if not meeting.signals.filter(kind=kind, seen_to_at=None).exists():
        Signal.objects.create(meeting=meeting, kind=kind, at=now)
        show_the_room(meeting)


@transaction.atomic
def see_to(*, meeting: Meeting, kind: str, by: Acting, now: datetime) -> None:
    """Whoever runs the meeting has seen to it."""
    meeting = held(meeting)
    if meeting.signals.filter(kind=kind, seen_to_at=None).update(seen_to_at=now):
        show_the_room(meeting)
