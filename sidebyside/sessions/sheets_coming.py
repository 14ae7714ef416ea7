"""How the one sheet to prepare a meeting travels by letter, text, email and phone."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.sessions import coming_rules as rules
from sidebyside.sessions.coming import BEFORE, answer_before
from sidebyside.sessions.models import Meeting
from sidebyside.sessions.sheets_when import time_in_words


def sheet(ask: Ask, easy: bool) -> Sheet:
    """When, where and what for; then whether she comes, and what else she would say beforehand."""
    rows = Meeting.objects.select_related("project", "group").prefetch_related("agenda", "papers", "roles__person")
    meeting = rows.get(ref=ask.values["meeting"])
    return Sheet(
        title=_("%(project)s: will you come to the meeting?") % {"project": meeting.project.name},
        about=tuple(line for line in about(meeting) if line),
        questions=questions(meeting),
        seen_by=(
            _("Everybody here sees whether you come, and how."),
            _("What we should arrange is read only by those who plan the meeting."),
            _(
                "What you think is read out at the meeting. Your name is said only if you say yes. Somebody may still guess."
            ),
        ),
    )


def about(meeting: Meeting) -> Iterable[str]:
    """What it is, when and where, how to join, what we do, what there is to read, and who does what: a line each."""
    yield _("The meeting: %(title)s.") % {"title": meeting.title}
    yield _("When: %(when)s.") % {"when": time_in_words(meeting)}
    yield _("Where: %(place)s") % {"place": meeting.place}
    yield meeting.join_how and _("How to join: %(how)s") % {"how": meeting.join_how}
    items = [row for row in meeting.agenda.all() if row.taken_off_at is None]
    titles = "; ".join(row.title for row in sorted(items, key=lambda row: (row.order, row.pk)))
    yield titles and _("What we do: %(titles)s.") % {"titles": titles}
    for paper in sorted(meeting.papers.all(), key=lambda row: row.pk):
        if paper.given_out_at:
            yield _("To read before: %(title)s. It takes about %(minutes)s minutes. Reading time is paid.") % {
                "title": paper.title,
                "minutes": paper.minutes,
            }
    for row in sorted(meeting.roles.all(), key=lambda row: row.pk):
        yield f"{say(f'meeting_role_{row.role}')}: {row.person.name}"


def questions(meeting: Meeting) -> tuple[Question, ...]:
    return (
        Question(
            "coming", _("Will you come?"), tuple(Choice(way, say(f"coming_{way}")) for way in rules.ways(meeting.way))
        ),
        Question(
            "arrange",
            _("Is there anything to arrange for you, for this one time?"),
            hint=_("What you always need is in what you need to take part. You need not write it again."),
            needed=False,
        ),
        Question("agenda", _("Is there something that you want to put on the agenda?"), needed=False),
        Question(
            "think",
            _("What do you think about what is on the agenda?"),
            hint=_("It is read out at the meeting. You can write this even if you come."),
            needed=False,
        ),
        Question(
            "name",
            _("May we say your name when it is read out?"),
            (Choice("yes", _("Yes, say my name")), Choice("no", _("No, read it without my name"))),
            needed=False,
        ),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_before(ask=ask, said=said, by=by, now=now, said_at=said_at)


travels(BEFORE.name, sheet=sheet, answered=answered)
