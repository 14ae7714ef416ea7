"""How a proposal travels by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.agreements.actions import OWN_VOTE, VOTE, vote
from sidebyside.agreements.models import Proposal
from sidebyside.agreements.pages import in_words
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.recipes import load


def _proposal(ask: Ask) -> Proposal:
    return Proposal.objects.select_related("project", "group", "proposed_by").get(ref=ask.values["proposal"])


def sheet(ask: Ask, easy: bool) -> Sheet:
    proposal = _proposal(ask)
    project = proposal.project
    told = in_words(load(project.pack, project.pack_version), proposal, ask.opened_at, easy)
    kind = f"{told['kind']}: {told['subject']}" if told["subject"] else told["kind"]
    by_consent = _("By consent: it is agreed when nobody says no.")
    by_majority = _("By majority: it is agreed when more people say yes than no.")
    return Sheet(
        title=_("%(project)s: do you agree?") % {"project": project.name},
        about=(
            str(kind),
            str(told["words"]),
            *(f"{part['name']} {part['words']}" for part in told["parts"]),
            by_consent if proposal.method == "consent" else by_majority,
        ),
        questions=(
            Question(
                "said",
                _("Do you agree?"),
                (Choice("yes", _("Yes")), Choice("no", _("No")), Choice("stand_aside", _("I stand aside"))),
                hint=_("Stand aside means: I do not say yes or no. The others may decide."),
            ),
            Question("why", _("Why?"), needed=False),
        ),
        seen_by=(
            _("Nobody sees how many people answered, or what they said, before it closes."),
            _("After that everybody in your group sees how many said what, and why, without names.")
            if proposal.group_id
            else _("After that everybody here sees how many said what, and why, without names."),
        ),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    vote(proposal=_proposal(ask), said=said["said"], why=said.get("why", ""), by=by, now=now, said_at=said_at)


travels(VOTE.name, sheet=sheet, answered=answered)
travels(OWN_VOTE.name, sheet=sheet, answered=answered)
