"""How the questions of this part travel by letter, text, email and phone."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sidebyside.access import actions, checking_in, facts, rules
from sidebyside.access.models import Adjustment
from sidebyside.access.passport import passport
from sidebyside.access.sharing import share
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Person
from sidebyside.people.sheets import Choice, Question, Sheet, travels
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project


def _project(ask: Ask) -> Project:
    return Project.objects.get(ref=ask.room.removeprefix("project:"))


def _who_runs_it(project: Project, person: Person) -> list[Person]:
    deciding = facts.decides_about(person)
    rows = project.memberships.joined().filter(joins_as__in=rules.RUNS_IT).exclude(person=person)
    people = {row.person_id: row.person for row in rows.select_related("person").order_by("id")}
    return [one for pk, one in people.items() if pk not in deciding]


def passport_sheet(ask: Ask, easy: bool) -> Sheet:
    """Every question, to be left out or answered in her own words; and who may read it, by name."""
    project = _project(ask)
    who = [Choice("nobody", _("Nobody"))]
    who += [Choice(one.ref, one.name) for one in _who_runs_it(project, ask.person)]
    who += [Choice("group", _("Everybody in the project"))]
    same = Question(
        "same",
        _("What would you like to say?"),
        (
            Choice("written", _("I have written it here")),
            Choice("nothing", _("Nothing has changed, or I need nothing")),
        ),
    )
    asked = [
        Question(f"need_{q.id}", q.text("ask", easy), hint=_examples(q, easy), needed=False)
        for q in passport().questions
    ]
    reads = Question("who", _("Who may read what you have written here?"), tuple(who), needed=False)
    return Sheet(
        title=_("%(project)s: what do you need to take part?") % {"project": project.name},
        about=(_("Everybody is asked. You can leave out any question. You can change it whenever you like."),),
        questions=(same, *asked, reads),
        seen_by=(_("Only people whom you name, in this project. You can take it back at any time."),),
    )


def _examples(question, easy: bool) -> str:
    labels = [choice.text("label", easy) for choice in question.choices]
    return _("For example: %(examples)s.") % {"examples": "; ".join(labels)} if labels else question.text("help", easy)


@transaction.atomic
def passport_answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    """What is written is added to her passport, and whoever she named may read it in this project; or nothing of it.

    The project is held first: sharing writes in the hub's own room, and projects come before that.
    """
    project = hold(_project(ask))
    who = said.get("who", "nobody")
    kinds = {"nobody": [], "group": [rules.GROUP]}.get(who, [rules.FACILITATOR])
    for name, words in said.items():
        if name.startswith("need_"):
            question = name.removeprefix("need_")
            actions.say_need(question=question, chosen=[], words=words, seen_by=kinds, by=by, now=now)
    if kinds:
        _also_share(project, who, by, now)
    what = "gone_through" if said["same"] == "written" else "nothing_changed"
    actions.answer_here(ask=ask, said={"what": what}, by=by, now=now, said_at=said_at)


def _also_share(project: Project, who: str, by: Acting, now: datetime) -> None:
    there = list(facts.readers_named(project, by.person))
    readers = {(row.kind, row.reader.ref) for row in there if row.reader}
    readers |= {(rules.FACILITATOR, who)} if who != "group" else set()
    group = who == "group" or any(row.reader is None for row in there)
    share(project=project, readers=readers, group=group, by=by, now=now)


def check_in_sheet(ask: Ask, easy: bool) -> Sheet:
    return Sheet(
        title=_("%(project)s: do you get what you need?") % {"project": _project(ask).name},
        about=(_("What people need can change. So we ask again."),),
        questions=(
            Question(
                "gets",
                _("Do you get what you need to take part?"),
                (Choice("yes", _("Yes")), Choice("partly", _("Partly")), Choice("no", _("No"))),
            ),
            Question(
                "changed",
                _("Has anything changed in what you need?"),
                (
                    Choice("no", _("Nothing has changed")),
                    Choice("yes", _("Something has changed")),
                    Choice("talk", _("I would like to talk")),
                ),
                hint=_("If you would like to talk, somebody contacts you."),
            ),
        ),
        seen_by=(_("Nobody sees what you said. Everybody sees one word for all answers together."),),
    )


def check_in_answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    checking_in.answer_check_in(ask=ask, gets=said["gets"], changed=said["changed"], by=by, now=now, said_at=said_at)


def got_it_sheet(ask: Ask, easy: bool) -> Sheet:
    about: Any = ask.values.get("about", [])
    choices = tuple(Choice(word, say(f"got_{word}")) for word in rules.GOT)
    rows = Adjustment.objects.filter(ref__in=about, person=ask.person).order_by("id")
    return Sheet(
        title=_("%(project)s: did you get it?") % {"project": _project(ask).name},
        about=(_("These things were booked for you. Did you get each of them?"),),
        questions=tuple(Question(row.ref, row.what, choices, needed=False) for row in rows),
        seen_by=(
            _("Those who may read what you need, by name. Everybody else sees one word for all answers together."),
        ),
    )


def got_it_answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    checking_in.answer_got_it(ask=ask, said=said, by=by, now=now, said_at=said_at)


def time_alone_sheet(ask: Ask, easy: bool) -> Sheet:
    return Sheet(
        title=_("%(project)s: time without your helper") % {"project": _project(ask).name},
        about=(_("You can talk to somebody without your helper there. You need no reason."),),
        questions=(
            Question(
                "said",
                _("Would you like time to talk without your helper?"),
                (Choice("yes", _("Yes, please")), Choice("no", _("No, thank you"))),
                alone=True,
            ),
        ),
        seen_by=(_("Only the person who will talk with you. Your helper is not told."),),
    )


def time_alone_answered(ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime) -> None:
    checking_in.answer_time_alone(ask=ask, yes=said.get("said") == "yes", by=by, now=now, said_at=said_at)


travels(facts.PASSPORT, sheet=passport_sheet, answered=passport_answered)
travels(facts.CHECK_IN, sheet=check_in_sheet, answered=check_in_answered)
travels(facts.GOT_IT, sheet=got_it_sheet, answered=got_it_answered)
travels(actions.ALONE.name, sheet=time_alone_sheet, answered=time_alone_answered)
