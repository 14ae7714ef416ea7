"""What a project's texts are in other formats: on its first page, and on pages of their own."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.verdict import YES, no
from sidebyside.kit.words import say
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.models import Project
from sidebyside.projects.pages import Name, names_in
from sidebyside.projects.texts import PARTS, source, sources
from sidebyside.texts import pages, rules
from sidebyside.texts.models import Checking, Version
from sidebyside.who_can import Act, may

TITLES = {
    "about": _("What it is about"),
    "fixed": _("What is already fixed"),
    "open-to-change": _("What is open to change"),
}


def here(project: Project, *, easy: bool, name: Name) -> dict[str, Any]:
    """The texts of a project's first page as this reader reads them, by the name of the field."""
    language = (get_language() or "en").partition("-")[0]
    as_it_is = not easy and language == rules.SOURCE_LANGUAGE
    found = {one.about: pages.Made(one) for one in sources(project)} if as_it_is else pages.made(sources(project))
    return {
        field: pages.to_read(found[f"project.{part}"], easy=easy, language=language, name=name)
        for part, field in PARTS.items()
    }


def all_of(project: Project, *, today: date) -> dict[str, Any]:
    """Each text with its formats in a line each."""
    found, name = pages.made(sources(project)), names_in(project)
    texts = [
        {
            "part": part,
            "title": TITLES[part],
            "empty": not source(project, part).words,
            "formats": pages.formats(found[f"project.{part}"], name=name, today=today),
        }
        for part in PARTS
    ]
    return {"texts": texts}


def one_of(project: Project, part: str, *, roles, today: date) -> dict[str, Any]:
    """One text, with all that there is of it and all that is missing."""
    text, name = source(project, part), names_in(project)
    found = pages.made([text])[text.about]
    return {
        "part": part,
        "title": TITLES[part],
        "words": text.words,
        "formats": pages.formats(found, name=name, today=today),
        "may_write": bool(may(roles, Act.WRITE_TEXT)) and bool(text.words),
        "recordings": [(format, pages.title((format, "en"))) for format in rules.RECORDINGS],
    }


def writing(project: Project, part: str, format: str, language: str) -> dict[str, Any]:
    """What stands on the page where somebody writes it, and the words to begin with: the newest there are."""
    text = source(project, part)
    before = pages.made([text])[text.about].newest.get((format, language))
    return {
        "part": part,
        "title": TITLES[part],
        "format": format,
        "language": language,
        "what": pages.title((format, language)),
        "source": text.words,
        "before": before,
        "earlier": before.words if before else "",
        "pictures": {f"picture_{n}": name for n, name in enumerate(before.pictures)} if before else {},
    }


def help_with(form: Any) -> dict[str, Any]:
    """What might be made easier in the words that were typed."""
    return {"helped": pages.helped(form.data.get("words", "")), "was_helped": True}


def checking(project: Project, part: str, version: Version, people: list[Person]) -> dict[str, Any]:
    """The page that asks who checked it. Whoever wrote it cannot have checked it."""
    return {
        "part": part,
        "title": TITLES[part],
        "what": pages.title((version.format, version.language)),
        "people": [(person.ref, person.name) for person in people if person.pk != version.made_by_id],
    }


def asked(by: Acting, checking: Checking, now: datetime) -> dict[str, Any]:
    """What somebody who checked a text was asked, and which text it is."""
    ask = by.person.asks.filter(question=f"texts.named:{checking.ref}").prefetch_related("answers").first()
    verdict = no("not_asked_this") if ask is None else asks.may_enter(ask, by, now) if by.helper else YES
    counts: Any = asks.shown_to(by, ask) if ask and verdict else None
    part = checking.version.text.about.removeprefix("project.")
    return {
        "ask": ask,
        "can_answer": bool(verdict),
        "cannot": "" if verdict else say(verdict.code, verdict.values),
        "earlier": {"said": counts.said["said"]} if counts else {},
        "title": TITLES[part],
        "part": part,
        "what": pages.title((checking.version.format, checking.version.language)),
        "on_day": checking.on_day,
        "session": checking.session,
        "whose": by.person.name if by.helper else "",
    }


def versions_of(project: Project) -> Any:
    return Version.objects.filter(text__of=project.ref, text__room=project.room).select_related("text", "made_by")
