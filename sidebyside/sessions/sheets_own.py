"""How the questions of the Lived Expertise Group travel. A sheet says when and where it meets, and not one word of the group's.

Whoever types in what somebody says by phone or on paper reads the sheet: so what the group writes is on its own pages only.
"""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.kit.days import day_time
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Sheet, travels
from sidebyside.sessions import sheets_coming
from sidebyside.sessions.afterwards import answer_afterwards
from sidebyside.sessions.coming import answer_before
from sidebyside.sessions.models import Meeting
from sidebyside.sessions.own import AFTER_OWN, BEFORE_OWN
from sidebyside.sessions.sheets import sheet as sheet_after


def _meeting(ask: Ask) -> Meeting:
    return Meeting.objects.select_related("project", "group").get(ref=ask.values["meeting"])


def _only_ours() -> tuple[str, ...]:
    return (
        _("Only those who are in the group with you can read this. Nobody who is here by their job can."),
        _("If you say it by phone or on paper, whoever types it in reads it too."),
    )


def before(ask: Ask, easy: bool) -> Sheet:
    meeting = _meeting(ask)
    about = [
        _("When: %(start)s, until %(end)s.")
        % {"start": day_time(meeting.starts_at), "end": day_time(meeting.ends_at).rpartition(", ")[2]},
        _("Where: %(place)s") % {"place": meeting.place},
        meeting.join_how and _("How to join: %(how)s") % {"how": meeting.join_how},
        _("What it is about, and what there is to read, is on the pages of the group."),
    ]
    return Sheet(
        title=_("%(project)s: will you come when your own group meets?") % {"project": meeting.project.name},
        about=tuple(line for line in about if line),
        questions=sheets_coming.questions(meeting),
        seen_by=_only_ours(),
    )


def answered_before(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_before(ask=ask, said=said, by=by, now=now, said_at=said_at)


def after(ask: Ask, easy: bool) -> Sheet:
    meeting = _meeting(ask)
    day = _("Your own group met on %(day)s.") % {"day": day_time(meeting.starts_at)}
    return replace(sheet_after(ask, easy), about=(day,), seen_by=_only_ours())


def answered_after(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_afterwards(ask=ask, said=said, by=by, now=now, said_at=said_at)


travels(BEFORE_OWN.name, sheet=before, answered=answered_before)
travels(AFTER_OWN.name, sheet=after, answered=answered_after)
