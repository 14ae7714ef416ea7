"""What the pages of starting a project read."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.people.models import Organisation, Person
from sidebyside.projects import journey, pages, pages_kind
from sidebyside.projects.forms_start import named
from sidebyside.projects.models import Project
from sidebyside.projects.pages_running import sound_packs
from sidebyside.recipes.shape import Outcome


def packs(*, easy: bool) -> list[tuple[str, str]]:
    """The newest version of each recipe that this hub has, as a choice: "name/version" and its title."""
    newest = {pack.id: pack for pack in sound_packs()}
    return [(f"{pack.id}/{pack.version}", pack.text("title", easy)) for pack in newest.values()]


def drafts(person: Person) -> list[dict]:
    """What this person began to start, newest first, each with where she left it."""
    rows = Project.objects.filter(started_by=person, state="draft").order_by("-made_at", "-id")[:20]
    return [
        {"title": row.title, "href": reverse("start-step", args=[row.slug, row.step]), "made_at": row.made_at}
        for row in rows
    ]


def where_we_are(way: journey.Journey) -> str:
    """The page to go on with: the one that was left, or the last that can be known. A running project has its own page."""
    project = way.project
    if project.state != "draft":
        return reverse("project", args=[project.slug])
    step = project.step if way.knows(project.step) else way.order()[-1]
    return reverse("start-step", args=[project.slug, step])


def step(way: journey.Journey, name: str, *, today: date, easy: bool) -> dict[str, Any]:
    """What every page of the journey shows, and what this very one does besides."""
    page: dict[str, Any] = {"back": journey.before(way, name), "how_far": journey.how_far(way, name), "step": name}
    if name in more:
        page |= more[name](way, today=today, easy=easy)
    if name.startswith(journey.MENDED):
        page |= _fix(way, name.removeprefix(journey.MENDED), easy)
    return page


def _fix(way: journey.Journey, question: str, easy: bool) -> dict:
    answer = way.answered(question)
    return {
        "asked": way.pack.question(question).text("ask", easy),
        "answer": answer and answer.text("label", easy),
        "fix": answer and answer.text("fix", easy),
    }


def _kind(way: journey.Journey, *, today: date, easy: bool) -> dict:
    statement = pages_kind.statement(way.project, easy=easy)
    return statement | {"goes_on": isinstance(way.end, Outcome) and bool(way.end.rung)}


def _advice(way: journey.Journey, *, today: date, easy: bool) -> dict:
    project, draft = way.project, way.project.state == "draft"
    go_on = reverse("start-step", args=[project.slug, "time"]) if draft else reverse("kind", args=[project.slug])
    return {"advice": pages_kind.advice(project, pages.names_in(project)), "go_on": go_on}


def _timeline(way: journey.Journey, *, today: date, easy: bool) -> dict:
    return {"stages": pages.timeline(way.project), "today": today}


def _check(way: journey.Journey, *, today: date, easy: bool) -> dict:
    project, stages = way.project, pages.timeline(way.project)
    outcome = way.end if isinstance(way.end, Outcome) else None
    said = [
        (_("What it is called"), project.title, "name"),
        (_("What it is about"), project.about, "about"),
        (_("What is already fixed"), project.fixed, "fixed"),
        (_("What is open to change"), project.open_to_change, "open-to-change"),
        (_("Who starts it"), _who(project.started_for), "who-starts-it"),
        (_("Who runs it"), _who(project.run_by), "who-runs-it"),
        (_("What kind of participation"), outcome.text("title", easy) if outcome else "", "kind"),
        (_("Advice"), _advice_in_short(project), "advice"),
        (_("How long it takes, with extra time"), _how_long(stages), "time"),
        (_("How you join it"), _how_she_joins(project), "join"),
    ]
    return {
        "said": [
            {
                "name": name,
                "words": words or _("Not answered yet"),
                "href": reverse("start-step", args=[project.slug, step]),
            }
            for name, words, step in said
        ]
    }


def _who(organisation: Organisation | None) -> str:
    return named(organisation) if organisation else _("The council, or whoever runs this hub")


def _advice_in_short(project: Project) -> str:
    given = [row.given_at is not None for row in project.advice.all()]
    if not given:
        return _("Nobody was asked")
    return _("%(given)s of %(asked)s have answered") % {"given": sum(given), "asked": len(given)}


def _how_long(stages: list[dict]) -> str:
    if not stages:
        return ""
    first, last = pages.in_words(stages[0]["from"]), pages.in_words(stages[-1]["until"])
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _how_she_joins(project: Project) -> str:
    way = project.starter_joins
    if not way:
        return ""
    paid = _("paid by your job") if way["paid_by_job"] else _("not paid by your job")
    return f"{pages.JOINS_AS[way['joins_as']]}, {paid}"


more = {"kind": _kind, "advice": _advice, "timeline": _timeline, "time": _timeline, "check": _check}
