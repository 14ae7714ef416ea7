"""How the one sheet to close a meeting, and the question about her own words, travel by letter, text, email and phone."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.access.rules import GOT
from sidebyside.kit.verdict import Refused, no
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.sessions import feeling_rules as rules
from sidebyside.sessions import noting, quoting
from sidebyside.sessions.afterwards import AFTERWARDS, answer_afterwards
from sidebyside.sessions.models import Meeting, NoteLine


def sheet(ask: Ask, easy: bool) -> Sheet:
    """Of one who was there: what she got, and how it was. Of one who was not: what we should know."""
    meeting = Meeting.objects.select_related("project", "group").get(ref=ask.values["meeting"])
    return _missed(meeting) if ask.values.get("missed") else _was_there(meeting, ask)


def _was_there(meeting: Meeting, ask: Ask) -> Sheet:
    return Sheet(
        title=_("%(project)s: how was the meeting for you?") % {"project": meeting.project.name},
        about=(
            _("It is about this meeting: %(title)s.") % {"title": meeting.title},
            _("Only the first question needs an answer."),
        ),
        questions=tuple(_questions(meeting, ask)),
        seen_by=(
            _("Nobody sees what you said. Everybody sees one word for all answers together."),
            _("What you write in your own words is read by whoever runs the meetings, without your name.")
            + " "
            + _("It is read once five people have answered and no more can."),
        ),
    )


def _questions(meeting: Meeting, ask: Ask) -> Iterator[Question]:
    got = tuple(Choice(word, say(f"got_{word}")) for word in GOT)
    yield Question("all", _("Did you get what you needed to take part?"), (*got[:3], _choice("all", rules.NOT_THERE)))
    for row in meeting.bookings.filter(people=ask.person).order_by("id"):
        yield Question(row.ref, row.what, got, needed=False)
    yield _scale("felt", _("How did the meeting feel?"))
    if meeting.project.proposals.filter(group=meeting.group).standing().filter(kind="values").exists():
        yield _scale("values", _("Did we keep to the values that we agreed?"))
    yield _scale("pace", _("How was the time and the pace?"))
    yield _scale("place", _("Did the place and the mood work for you?"))
    yield _scale("good", _("Does it do you good to take part in this work?"))
    yield Question(rules.WORDS, _("Is there anything you want to say, in your own words?"), needed=False)


def _scale(name: str, text: str) -> Question:
    return Question(name, text, tuple(_choice(name, word) for word in rules.SCALES[name]), needed=False)


def _choice(name: str, word: str) -> Choice:
    return Choice(word, say(f"after_{name}_{word}"))


def _missed(meeting: Meeting) -> Sheet:
    yes_no = (Choice("yes", _("Yes")), Choice("no", _("No")))
    return Sheet(
        title=_("%(project)s: you could not come. What would you like us to know?") % {"project": meeting.project.name},
        about=(_("It is about this meeting: %(title)s.") % {"title": meeting.title}, _("You need not say why.")),
        questions=(
            Question(rules.KNOW, _("What would you like us to know, or to talk about?"), needed=False),
            Question("call", _("Would you like a call about it?"), yes_no, needed=False),
            Question("again", _("Shall we ask you again when you miss a meeting?"), yes_no, needed=False, alone=True),
        ),
        seen_by=(
            _("What you write is read by everybody here, with the notes, without your name. Somebody may still guess."),
            _("Whoever runs the meetings sees if you would like a call."),
        ),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_afterwards(ask=ask, said=said, by=by, now=now, said_at=said_at)


def quote_sheet(ask: Ask, easy: bool) -> Sheet:
    """What she said, as it was written down, and whether it may stand there."""
    line = NoteLine.objects.select_related("meeting__project").get(ref=ask.values["line"])
    return Sheet(
        title=_("%(project)s: may we show what you said?") % {"project": line.meeting.project.name},
        about=(_("It is about this meeting: %(title)s.") % {"title": line.meeting.title}, f"“{line.words}”"),
        questions=(
            Question(
                "ok",
                _("May these words stand in the notes, with your name?"),
                (Choice("yes", _("Yes")), Choice("no", _("No"))),
                hint=_("You can say no later too."),
            ),
        ),
        seen_by=(_("Until you say yes, only you and whoever wrote it down see it."),),
    )


def quote_answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    line = NoteLine.objects.select_related("meeting__project").get(ref=ask.values["line"])
    if ask.question != quoting.question_of(line):
        raise Refused(no("quote_reads_otherwise"))
    noting.allow_quote(line=line, yes=said["ok"] == "yes", by=by, now=now, said_at=said_at)


travels(quoting.QUOTE.name, sheet=quote_sheet, answered=quote_answered)
travels(AFTERWARDS.name, sheet=sheet, answered=answered)
