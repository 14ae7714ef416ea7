"""What the pages about a paper read: its words in the format that suits, and what other formats there are."""

from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from sidebyside.agreements.pages_terms import meanings
from sidebyside.agreements.rules import pieces
from sidebyside.projects.pages import names_in
from sidebyside.sessions.models import Paper
from sidebyside.sessions.papers import source
from sidebyside.texts import pages, rules

FORMATS = (rules.STANDARD, rules.EASY_READ)


def paper(paper: Paper, *, easy: bool) -> dict[str, Any]:
    """The paper as this reader reads it, and its other formats. Seven queries at most."""
    name, language = names_in(paper.meeting.project), (get_language() or "en").partition("-")[0]
    text = source(paper)
    found = pages.made([text])[text.about]
    found.source = text
    formats = pages.formats(found, name=name, today=paper.made_at.date())
    return {
        "meeting": paper.meeting,
        "paper": paper,
        "read": pages.to_read(found, easy=easy, language=language, name=name),
        "formats": [one for one in formats if one["format"] in FORMATS],
        "made_by": name(paper.made_by),
        "words_in_it": _words_in(paper, easy),
    }


def _words_in(paper: Paper, easy: bool) -> list[dict]:
    """The words in it that everybody agreed a meaning of. One query."""
    agreed = meanings(paper.meeting.project)
    here = {term for _piece, term in pieces(paper.words, [one.term for one in agreed]) if term}
    return [
        {"term": one.term, "words": (easy and one.easy) or one.words, "href": one.href}
        for one in agreed
        if one.term in here
    ]


def writing(paper: Paper, format: str, language: str) -> dict[str, Any]:
    """The page where somebody writes it in another format. Raises Http404 for one that there is none of."""
    if format not in FORMATS or language not in rules.LANGUAGES or (format, language) == (rules.STANDARD, "en"):
        raise Http404
    text = source(paper)
    before = pages.made([text])[text.about].newest.get((format, language))
    return {
        "meeting": paper.meeting,
        "paper": paper,
        "format": format,
        "what": pages.title((format, language)),
        "earlier": before.words if before else "",
    }


def help_with(form: Any) -> dict[str, Any]:
    """What might be made easier in the words that were typed."""
    return {"helped": pages.helped(form.data.get("words", "")), "was_helped": True}
