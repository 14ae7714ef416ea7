"""Notes of a meeting in the format that suits: Easy Read and other languages, beside the notes as they read."""

from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from sidebyside.projects.pages import names_in
from sidebyside.sessions.models import Meeting
from sidebyside.sessions.noting import as_plain_words
from sidebyside.texts import pages, rules
from sidebyside.texts.rules import Source

FORMATS = (rules.STANDARD, rules.EASY_READ)


def source(meeting: Meeting) -> Source:
    """The notes as plain words, for `texts`, which keeps them in every format. Nothing that somebody said is in them."""
    words = as_plain_words(meeting)
    return Source(about="meeting.notes", of=meeting.ref, room=meeting.room, slug=meeting.project.slug, words=words)


def in_formats(meeting: Meeting, *, easy: bool, today: date) -> dict[str, Any]:
    """What there is to read for this reader, and the other formats. Six queries at most."""
    name, language = names_in(meeting.project), (get_language() or "en").partition("-")[0]
    text = source(meeting)
    found = pages.made([text])[text.about]
    found.source = text
    formats = pages.formats(found, name=name, today=today)
    return {
        "read": pages.to_read(found, easy=easy, language=language, name=name),
        "formats": [one for one in formats if one["format"] in FORMATS],
    }


def writing(meeting: Meeting, format: str, language: str) -> dict[str, Any]:
    """The page where somebody writes them in another format. Raises Http404 for one that there is none of."""
    if format not in FORMATS or language not in rules.LANGUAGES or (format, language) == (rules.STANDARD, "en"):
        raise Http404
    text = source(meeting)
    before = pages.made([text])[text.about].newest.get((format, language))
    return {
        "meeting": meeting,
        "text": text.words,
        "format": format,
        "what": pages.title((format, language)),
        "earlier": before.words if before else "",
    }
