"""How "did you get it?" after a meeting travels by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.access.rules import GOT
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.sessions.actions import AFTERWARDS, answer_afterwards
from sidebyside.sessions.models import Meeting


def sheet(ask: Ask, easy: bool) -> Sheet:
    meeting = Meeting.objects.select_related("project").get(ref=ask.values["meeting"])
    choices = tuple(Choice(word, say(f"got_{word}")) for word in GOT)
    rows = meeting.bookings.filter(people=ask.person).order_by("id")
    return Sheet(
        title=_("%(project)s: did you get what you needed?") % {"project": meeting.project.name},
        about=(_("It is about this meeting: %(title)s.") % {"title": meeting.title},),
        questions=(
            Question("all", _("Did you get what you needed to take part?"), choices[:3]),
            *(Question(row.ref, row.what, choices, needed=False) for row in rows),
        ),
        seen_by=(_("Nobody sees what you said. Everybody sees one word for all answers together."),),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_afterwards(ask=ask, said=said, by=by, now=now, said_at=said_at)


travels(AFTERWARDS.name, sheet=sheet, answered=answered)
