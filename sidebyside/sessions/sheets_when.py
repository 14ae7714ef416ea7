"""How "when could you meet?" travels by letter, text, email and phone."""

from datetime import datetime

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from sidebyside.kit.days import day_time
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.sessions import when_rules as rules
from sidebyside.sessions.models import Meeting, WhenOption, WhenPoll
from sidebyside.sessions.whens import OWN_WHEN, WHEN, answer_when


def time_in_words(option: WhenOption | Meeting) -> str:
    """Tuesday 16 April 2024, 2pm to 4pm."""
    day = in_words(option.starts_at.astimezone(rules.LONDON), "l")
    until = day_time(option.ends_at).rpartition(", ")[2]
    return _("%(weekday)s %(start)s to %(end)s") % {"weekday": day, "start": day_time(option.starts_at), "end": until}


def sheet(ask: Ask, easy: bool) -> Sheet:
    """One question for each time."""
    poll = WhenPoll.objects.select_related("project").get(ref=ask.values["poll"])
    choices = tuple(Choice(word, say(f"when_{word}")) for word in rules.SAID)
    options = poll.options.order_by("starts_at", "id")
    return Sheet(
        title=_("%(project)s: when could you meet?") % {"project": poll.project.name},
        about=(
            _("What it is about is on the pages of your group.")
            if poll.group_id
            else _("It is about this meeting: %(title)s.") % {"title": poll.title},
            _("Say what suits you, not what suits the others. You need no reason."),
        ),
        questions=tuple(Question(option.ref, time_in_words(option), choices) for option in options),
        seen_by=(
            _("Everybody in this project sees what you say, with your name, at once.")
            if poll.group_id is None
            else _("Only the people of your group see what you say, with your name."),
        ),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_when(ask=ask, said=said, by=by, now=now, said_at=said_at)


for kind in (WHEN, OWN_WHEN):
    travels(kind.name, sheet=sheet, answered=answered)
