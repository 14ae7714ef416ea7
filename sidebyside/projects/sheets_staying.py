"""How my place in a project, and whether I go on, travel by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.projects.joining import PLACE, STAY
from sidebyside.projects.longer import LONGER, NO, TALK, YES, end_told, say_if_i_go_on
from sidebyside.projects.models import Membership, MoreTime
from sidebyside.projects.pages import in_words
from sidebyside.projects.staying import BREAK, LEAVE, say_of_my_place


def place_sheet(ask: Ask, easy: bool) -> Sheet:
    choices = (
        Choice(STAY, _("I stay, or I am back")),
        Choice(BREAK, _("Not now: I take a break")),
        Choice(LEAVE, _("I leave")),
    )
    return Sheet(
        title=_("%(project)s: your place") % {"project": ask.values["project"]},
        about=(_("You can stay, take a break or leave. All three are fine. Nobody asks you why."),),
        questions=(Question("said", _("What would you like?"), choices),),
        seen_by=(_("Only the facilitator sees that you take a break. Everybody sees that somebody left."),),
    )


def said_of_place(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    place = Membership.objects.select_related("project", "person").get(ref=ask.values["membership"])
    say_of_my_place(membership=place, said=said["said"], by=by, now=now, said_at=said_at)


def longer_sheet(ask: Ask, easy: bool) -> Sheet:
    more = MoreTime.objects.select_related("project").get(ref=ask.values["more_time"])
    place = more.project.memberships.filter(person=ask.person, joined_at__isnull=False).order_by("-invited_at").first()
    known = end_told(place) if place else None
    days = {"was": in_words(known or more.was_until), "now": in_words(more.until)}
    return Sheet(
        title=_("%(project)s takes longer: will you go on?") % {"project": more.project.name},
        about=(
            _("You said yes until %(was)s. It is planned until %(now)s now.") % days,
            more.why,
            _("If you say nothing, you are asked nothing more after the old end. You can say yes later."),
        ),
        questions=(
            Question(
                "said",
                _("Will you go on?"),
                (
                    Choice(YES, _("Yes, I go on")),
                    Choice(NO, _("No, I leave at the old end")),
                    Choice(TALK, _("Talk to me first")),
                ),
            ),
        ),
        seen_by=(_("Those who run the project see what you say."),),
    )


def said_if_going_on(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    more = MoreTime.objects.select_related("project").get(ref=ask.values["more_time"])
    place = more.project.memberships.joined().get(person=ask.person)
    say_if_i_go_on(membership=place, said=said["said"], by=by, now=now, said_at=said_at)


travels(PLACE.name, sheet=place_sheet, answered=said_of_place)
travels(LONGER.name, sheet=longer_sheet, answered=said_if_going_on)
