"""What somebody says in the room without a name: a word that she does not know, or something to come back to."""

from datetime import datetime

from django.db import transaction

from sidebyside.agreements.terms import point_at
from sidebyside.kit.verdict import refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.living import held
from sidebyside.sessions.models import CarParkItem, Meeting
from sidebyside.sessions.parking import park
from sidebyside.sessions.room import sent_before, show_the_room


@transaction.atomic
def do_not_know(*, meeting: Meeting, words: str, now: datetime, once: str = "") -> None:
    """Somebody does not know a word. Who, is kept nowhere. It waits until it has a meaning. Raises Refused."""
    meeting = held(meeting)
    refuse_unless(rules.can_say_words(words, 60))
    if sent_before(meeting, once):
        return
    seen_in = meeting.now_item.title if meeting.now_item else meeting.title
    point_at(project=meeting.project, term=words.strip(), seen_in=seen_in, now=now, group=meeting.group)
    show_the_room(meeting)


def park_for_the_room(*, meeting: Meeting, words: str, by: Acting, now: datetime, once: str = "") -> CarParkItem:
    """Whoever runs the meeting writes down what came up. It is the room's, and not hers. Raises Refused."""
    return park(meeting=meeting, words=words, now=now, once=once)
