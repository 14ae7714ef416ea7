"""What the pages of words to explain read, and words in which each agreed word leads to its meaning."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from markupsafe import Markup, escape

from sidebyside.agreements import rules
from sidebyside.agreements.models import Proposal, Term
from sidebyside.people.acting import Acting
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Group, Project
from sidebyside.projects.pages import NAV, names_in


@dataclass(frozen=True)
class Meaning:
    """What a word means here, as the group agreed. href: where it is read."""

    ref: str
    term: str
    words: str
    easy: str
    since: datetime | None
    review_on: date | None
    href: str


class Meanings(list[Meaning]):
    """The agreed words of one page. linked: those whose first place on the page has its link already."""

    def __init__(self, rows=()):
        super().__init__(rows)
        self.linked: set[str] = set()


def meanings(project: Project, group: Group | None = None) -> Meanings:
    """The words that have an agreed meaning, by the alphabet. One query."""
    rows = project.proposals.of(group).standing().filter(kind="definition")
    page = "" if group else reverse("words-to-explain", kwargs={"slug": project.slug})
    return Meanings(sorted((_meaning(row, page) for row in rows), key=lambda one: rules.key_of(one.term)))


def _meaning(row: Proposal, page: str) -> Meaning:
    parts: dict[str, Any] = row.parts
    href = f"{page}#word-{row.ref}"
    easy = parts.get("easy", "")
    return Meaning(row.ref, row.subject, words_or_gone(row.words), easy, row.closed_at, row.review_on, href)


def explained(words: str | None, agreed: list[Meaning]) -> Markup:
    """Somebody's words for a page: escaped, with their line breaks; the first place of each agreed word is a link.

    Once a page, where `agreed` is what `meanings` gave. Never to be used inside a link.
    """
    linked: set[str] = getattr(agreed, "linked", set())
    by_term = {one.term: one for one in agreed}
    found = rules.pieces(words or "", [term for term in by_term if term not in linked])
    linked |= {term for _piece, term in found if term}
    return Markup("").join(
        Markup('<a class="explained" href="{}">{}</a>').format(by_term[term].href, piece) if term else _lines(piece)
        for piece, term in found
    )


def _lines(piece: str) -> Markup:
    return Markup("<br>\n").join(escape(line) for line in piece.replace("\r\n", "\n").split("\n"))


def words_to_explain(project: Project, *, by: Acting, easy: bool, group: Group | None = None) -> dict[str, Any]:
    """The words that wait for a meaning, oldest first, and those that have one. Four queries."""
    agreed, name = meanings(project, group), names_in(project)
    terms = list(Term.objects.filter(project=project, group=group).select_related("owner").order_by("flagged_on", "id"))
    asked = {rules.key_of(row.subject): row for row in _being_asked(project, group)}
    known = {rules.key_of(one.term) for one in agreed}
    by_key = {term.key: term for term in terms}
    return {
        "waiting": [
            _waiting(term, asked.get(term.key), name, by)
            for term in terms
            if term.key not in known and not term.closed_at
        ],
        "agreed_words": [
            {
                "meaning": one,
                "words": one.easy if easy and one.easy else one.words,
                "easy": "" if easy else one.easy,
                "term": by_key.get(rules.key_of(one.term)),
                "asked": rules.key_of(one.term) in asked,
            }
            for one in agreed
        ],
    }


def _being_asked(project: Project, group: Group | None):
    return project.proposals.of(group).open().filter(kind="definition")


def _waiting(term: Term, asked: Proposal | None, name, by: Acting) -> dict[str, Any]:
    return {
        "ref": term.ref,
        "term": term.term,
        "seen_in": term.seen_in,
        "since": term.flagged_on,
        "times": term.times,
        "owner": name(term.owner) if term.owner else "",
        "mine": term.owner_id == by.person.pk,
        "asked": asked.ref if asked else "",
        "closes_at": asked.closes_at if asked else None,
    }


def where_seen(place: str) -> str:
    """The title of the part of the project that somebody came from, to begin with; empty for any other word."""
    return next((str(title) for name, title in NAV if name == place), "")
