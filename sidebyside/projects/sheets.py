"""How an invitation, and a question to the advisory group, travel by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.projects.actions import ADVICE, give_advice
from sidebyside.projects.joining import JOIN, answer_invitation
from sidebyside.projects.models import Advice, Membership


def _place(ask: Ask) -> Membership:
    return Membership.objects.select_related("project", "person").get(ref=ask.values["membership"])


def join_sheet(ask: Ask, easy: bool) -> Sheet:
    place = _place(ask)
    project = place.project
    about = [project.about, _("What is fixed already: %(fixed)s") % {"fixed": project.fixed}]
    about += [_("What you are paid: %(offer)s") % {"offer": place.offer}] if place.offer else []
    minutes = {"minutes": project.minutes_a_month}
    about += [
        _("Outside meetings we ask for at most %(minutes)s minutes of your time in a month.") % minutes,
        _("If you are not happy you can tell somebody who does not run this project."),
    ]
    return Sheet(
        title=_("%(project)s: would you like to join?") % {"project": project.name},
        about=tuple(words for words in about if words),
        questions=(Question("said", _("Would you like to join?"), (Choice("yes", _("Yes")), Choice("no", _("No")))),),
        seen_by=(_("Everybody in the project sees who is in it. Saying no needs no reason."),),
    )


def joined(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_invitation(membership=_place(ask), yes=said["said"] == "yes", by=by, now=now, said_at=said_at)


def advice_sheet(ask: Ask, easy: bool) -> Sheet:
    advice = Advice.objects.select_related("project").get(ref=ask.values["advice"])
    return Sheet(
        title=_("%(project)s: what do you think?") % {"project": advice.project.name},
        about=(advice.project.about, advice.question),
        questions=(Question("words", _("What do you think?")),),
        seen_by=(_("Everybody in the project can read your advice, with your name."),),
    )


def advised(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    give_advice(
        advice=Advice.objects.get(ref=ask.values["advice"]), words=said["words"], by=by, now=now, said_at=said_at
    )


travels(JOIN.name, sheet=join_sheet, answered=joined)
travels(ADVICE.name, sheet=advice_sheet, answered=advised)
