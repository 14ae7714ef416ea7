"""How "who I am" travels by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.biographies import WHO_I_AM, decline, write_on_sheet
from sidebyside.agreements.words_group import WORDS
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels


def sheet(ask: Ask, easy: bool) -> Sheet:
    """She may say no, and leave out each question. Where she says nothing of who reads it, nobody does."""
    wish = Question(
        "wish",
        _("Would you like to say who you are?"),
        (Choice("yes", _("Yes, I have written it here")), Choice("no", _("No, thank you"))),
    )
    asked = [
        Question(name, str(WORDS[f"who_i_am_{name}"]), hint=str(WORDS.get(f"who_i_am_{name}_hint", "")), needed=False)
        for name in rules.PARTS
    ]
    reads = Question(
        "seen_by",
        str(WORDS["who_i_am_seen_by"]),
        tuple(Choice(one, str(WORDS[f"seen_by_{one}"])) for one in rules.SEEN_BY),
        hint=_("If you choose nothing, nobody but you can read it."),
        needed=False,
    )
    return Sheet(
        title=_("%(project)s: who are you, if you would like to say?") % {"project": ask.values["project"]},
        about=(_("You can leave out any question. You can leave out all of them. You can change it at any time."),),
        questions=(wish, *asked, reads),
        seen_by=(_("Only people whom you choose. You can take it back at any time."),),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    if said["wish"] == "no":
        decline(ask=ask, by=by, now=now, said_at=said_at)
        return
    parts = {name: said[name] for name in rules.PARTS if name in said}
    write_on_sheet(ask=ask, parts=parts, seen_by=said.get("seen_by", ""), by=by, now=now, said_at=said_at)


travels(WHO_I_AM.name, sheet=sheet, answered=answered)
