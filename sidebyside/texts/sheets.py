"""How "may we say your name?" travels by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.texts.actions import NAMED, say_if_named


def sheet(ask: Ask, easy: bool) -> Sheet:
    return Sheet(
        title=_("May we say your name?"),
        about=(
            _("You checked words with others, so that they are easy to read."),
            _("We would like to write who checked them. We only write your name if you say yes."),
        ),
        questions=(
            Question("said", _("May we say that you checked it?"), (Choice("yes", _("Yes")), Choice("no", _("No")))),
        ),
        seen_by=(_("If you say yes, everybody in the project can read your name there."),),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    say_if_named(ask=ask, said=said["said"], by=by, now=now, said_at=said_at)


travels(NAMED.name, sheet=sheet, answered=answered)
