"""What the pages read on which members say how it is, and what shows it."""

from datetime import datetime

from django.http import Http404

from sidebyside.agreements.pages import asked, may_see, state_of
from sidebyside.kit.words import say
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import names_in
from sidebyside.recipes import load
from sidebyside.standing.models import Round, Statement


def round(project: Project, round: Round, *, by: Acting, now: datetime, easy: bool) -> dict:
    """The questions of a round, and what this person said earlier. Nothing of what anybody else said, or whether."""
    pack, ask = load(project.pack, project.pack_version), asked(f"standing.round:{round.ref}", by)
    verdict, state = may_see(ask, by, now), state_of(round.closes_at, round.closed_at, now)
    counts = asks.shown_to(by, ask) if ask and verdict else None
    return {
        "questions": [
            {"id": i.id, "title": i.text("title", easy), "prompt": i.text("prompt", easy)} for i in pack.ingredients
        ],
        "round": {"ref": round.ref, "opened_at": round.opened_at, "closes_at": round.closes_at, "state": state},
        "earlier": counts.said if counts else {},
        "cannot": "" if verdict else say(verdict.code, verdict.values),
        "can_answer": bool(verdict) and state == "open",
        "whose": by.person.name if by.helper else "",
        "published": published(pack, round, easy) if state == "closed" else [],
    }


def published(pack, round: Round, easy: bool) -> list[list[str]]:
    """One word an ingredient from those counted, and one from the others; rows of a table. Empty when none were published."""
    return [
        [
            ingredient.text("title", easy),
            say(f"group_word_{said['group']}"),
            say(f"group_word_{said['others']}") if said["others"] else say("nobody_else_said"),
        ]
        for ingredient in pack.ingredients
        if (said := round.published.get(ingredient.id))
    ]


def thanks(round: Round, *, by: Acting, now: datetime) -> dict:
    """What happens next, for somebody who has just answered. 404 for whoever was not asked."""
    if not may_see(asked(f"standing.round:{round.ref}", by), by, now):
        raise Http404
    return {"round": {"ref": round.ref, "closes_at": round.closes_at}, "whose": by.person.name if by.helper else ""}


def method(project: Project, name: str, *, easy: bool) -> dict:
    """One method of the recipe, as somebody who says what shows it reads it. 404 when the recipe has none of that name."""
    found = next((m for m in load(project.pack, project.pack_version).methods if m.id == name), None)
    if found is None:
        raise Http404
    return {
        "method": {
            "id": found.id,
            "ingredient": found.ingredient,
            "title": found.text("title", easy),
            "words": found.text("words", easy),
            "prompt": found.text("statement_prompt", easy),
            "when": say(f"when_{found.when}"),
        }
    }


def statement(project: Project, statement: Statement, *, easy: bool) -> dict:
    names = names_in(project)
    return method(project, statement.method, easy=easy) | {
        "statement": {
            "ref": statement.ref,
            "words": words_or_gone(statement.words),
            "by": names(statement.by),
            "made_at": statement.made_at,
            "lapses_at": statement.lapses_at,
            "agreed_by": names(statement.agreed_by) if statement.agreed_at else "",
        }
    }
