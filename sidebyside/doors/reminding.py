"""One reminder, half way, by a door that is quick: never a second, and never to somebody who has answered."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from sidebyside.doors import reminding_rules
from sidebyside.doors.sending import way_of
from sidebyside.people.asks import LEFT_ALONE
from sidebyside.people.messages import bring
from sidebyside.people.models import Answer, Ask, Message
from sidebyside.people.reach import has, may_say, next_door, reach_of

REMINDER = "ask_reminder"
LOOK_AHEAD = timedelta(days=60)


def remind(*, now: datetime) -> int:
    """Send each reminder that is due. Returns how many."""
    said, reminded = (
        Answer.objects.filter(ask=OuterRef("pk")),
        Message.objects.filter(ask=OuterRef("pk"), code=REMINDER),
    )
    open_now = Ask.objects.filter(
        opened_at__lte=now, closes_at__gt=now, closes_at__lt=now + LOOK_AHEAD, withdrawn_at=None
    )
    waiting = open_now.filter(~Exists(said), ~Exists(reminded), person__erased_at=None).select_related("person")
    due = [
        ask
        for ask in waiting.order_by("closes_at", "id")
        if ask.closes_at
        and reminding_rules.due(opened_at=ask.opened_at, closes_at=ask.closes_at, now=now)
        and _quick(ask)
    ]
    rooms = {ask.room for ask in due}
    resting = {pair for known in LEFT_ALONE for pair in known(rooms)}
    due = [ask for ask in due if (ask.room, ask.person_id) not in resting]
    bring(due, REMINDER, now=now)
    return len(due)


def _quick(ask: Ask) -> bool:
    """Would it go by email or text? A letter would come too late, and nobody is rung twice for one question."""
    reach = reach_of(ask.person)
    door = next_door(reach, known=has(ask.person), tried=[], reveals=ask.reveals)
    way = way_of(door, ask.person, reach, ask.reveals) if door else ""
    return way in ("email", "text") and may_say(way, reveals=ask.reveals, says=reach.says) != "nothing"
