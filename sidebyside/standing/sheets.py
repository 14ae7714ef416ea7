"""How the questions of a round travel by letter, text, email and phone."""

from datetime import datetime

from django.utils.translation import gettext as _

from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.recipes import load
from sidebyside.standing.actions import ROUND, answer_round
from sidebyside.standing.forms import WORDS
from sidebyside.standing.models import Round


def _round(ask: Ask) -> Round:
    return Round.objects.select_related("project").get(ref=ask.values["round"])


def sheet(ask: Ask, easy: bool) -> Sheet:
    project = _round(ask).project
    pack = load(project.pack, project.pack_version)
    choices = tuple(Choice(value, str(WORDS[value])) for value in ("yes", "partly", "no", "do_not_know"))
    return Sheet(
        title=_("%(project)s: how is it going for you?") % {"project": project.name},
        about=(
            _("There are %(number)s questions. You can leave any of them out.") % {"number": len(pack.ingredients)},
        ),
        questions=tuple(
            Question(i.id, i.text("prompt", easy), choices, hint=i.text("title", easy), needed=False)
            for i in pack.ingredients
        ),
        seen_by=(
            _("Only you, and your helper if she enters it."),
            _(
                "When it closes, everybody here sees one word for each ingredient. Nobody sees how many people answered, or who."
            ),
        ),
    )


def answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    answer_round(round=_round(ask), said=said, by=by, now=now, said_at=said_at)


travels(ROUND.name, sheet=sheet, answered=answered)
