"""The statement of what kind of participation a project is, and why: one page, with every answer and who gave it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.people.naming import words_or_gone
from sidebyside.projects import pages
from sidebyside.projects.models import Advice, ParticipationAnswer, Project
from sidebyside.projects.pages import Name
from sidebyside.projects.starting import advisory_group
from sidebyside.recipes import load
from sidebyside.recipes.participation import fixable, next_question, path
from sidebyside.recipes.shape import Answer, Outcome, Question


def statement(project: Project, *, easy: bool) -> dict[str, Any]:
    """What kind it is, every answer on the way there with its reason, who and when, earlier answers, and advice."""
    pack, name = load(project.pack, project.pack_version), pages.names_in(project)
    rows = list(project.participation_answers.select_related("by").order_by("at", "id"))
    latest = {row.question: row.answer for row in rows}
    end = next_question(pack, latest)
    reached = end if isinstance(end, Outcome) else None
    return {
        "outcome": reached and {"title": reached.text("title", easy), "meaning": reached.text("meaning", easy)},
        "answers": [_answer(project, question, answer, rows, name, easy) for question, answer in path(pack, latest)],
        "to_put_right": [answer.text("fix", easy) for _, answer in fixable(pack, latest)],
        "advice": advice(project, name),
        "kind": pages.kind_in_words(project, easy),
        "next_href": "" if isinstance(end, Outcome) else _address(project, end.id),
    }


def _answer(
    project: Project,
    question: Question,
    answer: Answer,
    rows: list[ParticipationAnswer],
    name: Name,
    easy: bool,
) -> dict:
    given = [row for row in rows if row.question == question.id]
    newest = given[-1]
    return {
        "ask": question.text("ask", easy),
        "answer": answer.text("label", easy),
        "means": answer.text("reason", easy),
        "reason": newest.reason,
        "by": name(newest.by),
        "at": newest.at,
        "href": _address(project, question.id),
        "earlier": [
            {"answer": _label(question, row.answer, easy), "reason": row.reason, "by": name(row.by), "at": row.at}
            for row in reversed(given[:-1])
        ],
    }


def _label(question: Question, answer: str, easy: bool) -> str:
    """The words of an earlier answer; one that this version of the recipe does not offer keeps its short name."""
    return next((one.text("label", easy) for one in question.answers if one.id == answer), answer)


def _address(project: Project, question: str) -> str:
    return reverse("start-step", args=[project.slug, f"question-{question}"])


def advice(project: Project, name: Name) -> list[dict]:
    """Whom was asked for advice, and what each said, oldest first."""
    rows = project.advice.select_related("asked_of", "given_by").order_by("asked_at", "id")
    known = set(advisory_group().values_list("pk", flat=True))
    return [
        {
            "of": name(row.asked_of) if row.given_at or row.asked_of_id in known else _("Somebody asked by email"),
            "question": row.question,
            "words": words_or_gone(row.words) if row.given_at else "",
            "asked_at": row.asked_at,
            "given_at": row.given_at,
        }
        for row in rows
    ]


def for_the_adviser(asked: Advice, *, easy: bool) -> dict[str, Any]:
    """The plan as somebody who is asked for advice reads it, with what she is asked."""
    return statement(asked.project, easy=easy) | {
        "asked": asked,
        "asked_by": pages.names_in(asked.project)(asked.asked_by),
        "stages": pages.timeline(asked.project),
    }
