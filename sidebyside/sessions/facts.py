"""What this part shows of a project: whether people got what they needed at its meetings, as they said themselves."""

from datetime import datetime
from typing import Any

from sidebyside.access.facts import GETTING
from sidebyside.access.rules import lowest_word, word_on_getting
from sidebyside.agreements.actions import left_out, own_word
from sidebyside.kit.facts import Fact, offers
from sidebyside.people.asks import that_count
from sidebyside.people.models import Answer
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.sessions import feeling_rules

AFTER = "meetings.afterwards"
GOT = "meetings.got_what_they_needed"


@offers(GOT)
def what_meetings_show(project: Project, now: datetime) -> dict[str, Fact]:
    """Of members' newest word each: one word for all of them, and never how many, or who. Free of hands by job."""
    counted = {place.membership.person_id for place in places(project) if place.counted}
    rows = Answer.objects.filter(ask__room=project.room, ask__kind=AFTER, ask__person__in=counted)
    hands = left_out(project)
    newest: dict[int, str] = {}
    own = [answer for answer in rows.select_related("ask") if own_word(answer, answer.ask.person_id, hands)]
    for answer in that_count(own):
        said: Any = answer.said
        got = feeling_rules.got(said)
        if got and feeling_rules.NOT_THERE not in got:
            newest[answer.ask.person_id] = lowest_word(got)
    word = word_on_getting(newest.values())
    return {GOT: Fact(GETTING[word], f"meetings_met_{word}")}
