"""What the pages about disagreement read."""

from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import names_in
from sidebyside.recipes import load
from sidebyside.standing.models import Disagreement
from sidebyside.who_can import Act, Role, may

KEPT_IN_SIGHT = 50  # how many settled ones the page lists, newest first


def about_in_words(project: Project, about: str, *, easy: bool) -> str | None:
    """What somebody does not agree with, in words; None when there is no such thing here."""
    kind, _, name = about.partition(":")
    statement = project.statements.filter(ref=name).first() if kind == "statement" else None
    known = name in _ingredients(project, easy) if kind == "ingredient" else statement is not None or about == "label"
    return _about(project, about, {name: statement.words} if statement else {}, easy) if known else None


def _ingredients(project: Project, easy: bool) -> dict[str, str]:
    pack = load(project.pack, project.pack_version)
    return {ingredient.id: ingredient.text("title", easy) for ingredient in pack.ingredients}


def _about(project: Project, about: str, statements: dict[str, str], easy: bool) -> str:
    kind, _, name = about.partition(":")
    if kind == "ingredient":
        return say("about_ingredient", {"ingredient": _ingredients(project, easy).get(name, name)})
    if kind == "statement":
        return say("about_statement", {"words": words_or_gone(statements.get(name, ""))})
    return say("about_label")


def open_disagreements(project: Project, *, me: Person, roles: set[Role], easy: bool) -> list[dict]:
    """Those that stand beside the label now, oldest first."""
    return _in_words(project, list(_rows(project).filter(closed_at=None)), me, roles, easy)


def disagreements(project: Project, *, me: Person, roles: set[Role], easy: bool) -> dict:
    settled = list(_rows(project).filter(closed_at__isnull=False).order_by("-closed_at", "-id")[:KEPT_IN_SIGHT])
    rows = _in_words(project, [*_rows(project).filter(closed_at=None), *settled], me, roles, easy)
    return {
        "open": [row for row in rows if not row["settled"]],
        "settled": [row for row in rows if row["settled"]],
        "can_disagree": bool(may(roles, Act.DISAGREE)),
    }


def disagreement(project: Project, found: Disagreement, *, me: Person, roles: set[Role], easy: bool) -> dict:
    return {"disagreement": _in_words(project, [found], me, roles, easy)[0]}


def _rows(project: Project):
    return project.disagreements.select_related("by", "answered_by").order_by("opened_at", "id")


def _in_words(project: Project, rows: list[Disagreement], me: Person, roles: set[Role], easy: bool) -> list[dict]:
    if not rows:
        return []
    refs = [row.about.partition(":")[2] for row in rows if row.about.startswith("statement:")]
    statements = dict(project.statements.filter(ref__in=refs).values_list("ref", "words")) if refs else {}
    names, may_answer = names_in(project), bool(may(roles, Act.ANSWER_DISAGREEMENT))
    return [
        {
            "ref": row.ref,
            "about": _about(project, row.about, statements, easy),
            "words": words_or_gone(row.words),
            "by": names(row.by),
            "opened_at": row.opened_at,
            "answer": words_or_gone(row.answer) if row.answered_at else "",
            "answered_by": names(row.answered_by) if row.answered_at else "",
            "answered_at": row.answered_at,
            "settled": row.closed_at,
            "can_answer": may_answer and row.closed_at is None and row.by_id != me.pk,
            "can_settle": row.closed_at is None and row.by_id == me.pk,
        }
        for row in rows
    ]
