"""What is read of texts: the Easy Read or other language beside each, what is missing, and who made and checked it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from sidebyside.kit.clock import LONDON
from sidebyside.kit.languages import LANGUAGES
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.texts import rules
from sidebyside.texts.easy_read import suggestions
from sidebyside.texts.models import Checker, Checking, Version
from sidebyside.texts.rules import BEING_MADE, CHECKED, Source

Name = Callable[[Person | None], str]
Key = tuple[str, str]  # format, language


@dataclass
class Made:
    """What there is of one text: the newest of each format and language, and what is being made."""

    source: Source
    newest: dict[Key, Version] = field(default_factory=dict)
    being_made: dict[Key, Version] = field(default_factory=dict)


def made(sources: Iterable[Source]) -> dict[str, Made]:
    """What there is of each of these texts, by what it is about. Three queries, however many."""
    found = {source.about: Made(source) for source in sources}
    owners = {one.source.of for one in found.values()}
    rows = Version.objects.filter(text__of__in=owners, text__about__in=found)
    rows = rows.select_related("text", "made_by").prefetch_related("checkings__checkers__person")
    for version in rows.order_by("made_at", "id"):
        one, key = found[version.text.about], (version.format, version.language)
        (one.being_made if version.state == BEING_MADE else one.newest)[key] = version
    return found


def to_read(one: Made, *, easy: bool, language: str, name: Name) -> dict[str, Any]:
    """One text as somebody reads it: in her format and language where it is there, else the text itself, and why.

    rows: pictures and sentences (Easy Read). words: Markdown. note: what she should know of it. lang: what it is in.
    """
    key = (rules.EASY_READ if easy else rules.STANDARD, language)
    version = one.newest.get(key)
    if key == (rules.STANDARD, rules.SOURCE_LANGUAGE) or not one.source.words:
        return {"rows": [], "words": one.source.words, "note": "", "lang": "", "dir": "ltr"}
    english = {"lang": "" if language == rules.SOURCE_LANGUAGE else "en-GB", "dir": "ltr"}
    page: dict[str, Any] = {"rows": [], "words": one.source.words, "note": status(one, key, name)} | english
    if version is None:
        return page
    if easy:
        return page | {"rows": in_rows(version), "words": ""}
    return page | {"words": version.words, "lang": ""}


def in_rows(version: Version) -> list[dict]:
    """Each idea of an Easy Read with its picture."""
    pictures = [*version.pictures, *[""] * len(version.words)]
    return [
        {"picture": pictures[n], "sentences": idea.splitlines()} for n, idea in enumerate(rules.ideas(version.words))
    ]


def status(one: Made, key: Key, name: Name) -> str:
    """Whether it is there, a draft, older than the text, or being made, and by whom. In words; empty: all is well."""
    said, version, coming = [], one.newest.get(key), one.being_made.get(key)
    if version and rules.is_older(version.source_digest, one.source.words):
        said.append(_("The text has changed since this was made."))
    if version and version.state == CHECKED:
        said.append(checked_by(version, name))
    if version is None:
        said.append(say(f"missing_{key[0]}" if not coming else f"coming_{key[0]}", {"language": title(key)}))
    if coming:
        said.append(
            _("%(name)s is making it by %(day)s.") % {"name": name(coming.made_by), "day": _day(coming.ready_by)}
        )
    return " ".join(said)


def checked_by(version: Version, name: Name) -> str:
    """Who checked it and when: the newest checking, and of its people those who said that they may be named."""
    checking, named = _checking(version)
    names = ", ".join(name(checker.person) for checker in named)
    return _("Checked on %(day)s by %(names)s.") % {"day": _day(checking.on_day), "names": names} if checking else ""


def _checking(version: Version) -> tuple[Checking | None, list[Checker]]:
    """The newest checking with somebody who may be named, and those who may."""
    for checking in sorted(version.checkings.all(), key=lambda one: one.on_day, reverse=True):
        named = [checker for checker in checking.checkers.all() if checker.may_be_named]
        if named:
            return checking, named
    return None, []


def formats(one: Made, *, name: Name, today: date) -> list[dict]:
    """Every format of one text as its page lists it: what there is first, then what is missing."""
    keys = [(rules.EASY_READ, "en"), *((rules.STANDARD, code) for code in LANGUAGES if code != rules.SOURCE_LANGUAGE)]
    keys += [(format, "en") for format in rules.RECORDINGS]
    keys += [key for key in [*one.newest, *one.being_made] if key not in keys]
    return [_format(one, key, name, today) for key in dict.fromkeys(keys)]


def _format(one: Made, key: Key, name: Name, today: date) -> dict:
    version, coming = one.newest.get(key), one.being_made.get(key)
    return {
        "format": key[0],
        "language": key[1],
        "title": title(key),
        "status": status(one, key, name) or _("A draft. Nobody has checked it yet."),
        "session": getattr(_checking(version)[0], "session", "") if version and version.state == CHECKED else "",
        "older": bool(version and rules.is_older(version.source_digest, one.source.words)),
        "draft": bool(version and version.state != CHECKED),
        "recording": key[0] in rules.RECORDINGS,
        "version": version,
        "lang": LANGUAGES[key[1]].tag if key[1] in LANGUAGES else "",
        "dir": LANGUAGES[key[1]].direction if key[1] in LANGUAGES else "",
        "rows": in_rows(version) if version and key[0] == rules.EASY_READ else [],
        "made": _("Made by %(name)s on %(day)s.")
        % {"name": name(version.made_by), "day": _day(version.made_at.astimezone(LONDON).date())}
        if version
        else "",
        "coming": coming,
        "late": bool(coming and coming.ready_by and coming.ready_by < today),
    }


def title(key: Key) -> str:
    """Easy Read; Cymraeg; Easy Read, Cymraeg; Sound."""
    format, language = key
    own_name = LANGUAGES[language].own_name if language in LANGUAGES else language
    if format == rules.STANDARD:
        return own_name
    return say(f"format_{format}") if language == rules.SOURCE_LANGUAGE else f"{say(f'format_{format}')}, {own_name}"


def helped(words: str, pictures: list[str] | None = None) -> list[dict]:
    """What might be made easier, as a list of sentences with what to try for each."""
    found: dict[str, list[str]] = {}
    for one in suggestions(words, pictures):
        found.setdefault(one.about, []).append(say(one.code, one.values))
    return [{"sentence": sentence, "try": tries} for sentence, tries in found.items()]


def _day(day: date | None) -> str:
    return in_words(day, "j F Y") if day else ""
