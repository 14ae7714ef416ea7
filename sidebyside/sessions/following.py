"""What became of what a meeting decided: who does what is told on the day, and what came of it is written down."""

from datetime import datetime, timedelta

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.projects.actions import hold
from sidebyside.sessions import note_rules as rules
from sidebyside.sessions.coming import whose
from sidebyside.sessions.models import NoteLine
from sidebyside.sessions.noting import held
from sidebyside.sessions.plans import told
from sidebyside.sessions.room import show_the_room

TOLD_WITHIN = timedelta(days=7)  # a worker that slept a week tells nobody of what is long past


@transaction.atomic
def follow_up(*, line: NoteLine, became: str, done: bool, by: Acting, now: datetime) -> None:
    """What came of a line, above all of an action: also once the notes are agreed, for it changes none of their words."""
    meeting = held(line.meeting)
    line = NoteLine.objects.select_related("owner").get(pk=line.pk)
    refuse_unless(rules.can_say(became, missing="say_what_came_of_it"))
    done_at = (line.done_at or now) if done else None
    if (line.became, line.done_at) == (became.strip(), done_at):
        return
    line.became, line.done_at = became.strip(), done_at
    line.save(update_fields=["became", "done_at"])
    values = {"done": done}
    history.note(meeting.room, by, "action-followed-up", line.ref, now=now, words=line.became, values=values)
    show_the_room(meeting)


def tell_what_is_due(*, now: datetime) -> int:
    """On the day that an action is due, whoever does it is told, once. Returns how many."""
    today = now.astimezone(LONDON).date()
    rows = NoteLine.objects.filter(kind="action", due_on__lte=today, due_on__gt=today - TOLD_WITHIN)
    rows = rows.filter(done_at=None, taken_out_at=None, meeting__project__state="running", owner__erased_at=None)
    return each(
        rows.select_related("owner", "meeting__project", "meeting__group").order_by("id"),
        lambda line: _tell_due(line, now),
    )


@transaction.atomic
def _tell_due(line: NoteLine, now: datetime) -> bool:
    """Once: that she was told stands with the message itself, by the opaque name of the line."""
    hold(line.meeting.project)
    owner, (code, values) = line.owner, told(line.meeting, "told_action_is_due")
    if owner is None or not whose(line.meeting).filter(pk=owner.pk).exists():  # she left, or takes a break
        return False
    if owner.messages.filter(code=code, values__line=line.ref).exists():
        return False
    tell(owner, code, values | {"line": line.ref}, now=now)
    return True
