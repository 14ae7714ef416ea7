"""What the group owns, in order: what stands, how it read before, what is looked at again, and what is not agreed yet."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sidebyside.agreements import pages, rules
from sidebyside.agreements.models import ASKED_ELSEWHERE, Proposal
from sidebyside.agreements.pages_terms import meanings
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Group, Project
from sidebyside.recipes import Pack, load
from sidebyside.who_can import Act, Role, may

# Bristol policy, Culture: the key values and how they are upheld, how conflict is managed, how decisions are made.
HEADINGS = [
    (gettext_lazy("How we are together"), ("values", "ground_rule", "conflict", "hard_things", "who_stays_near")),
    (gettext_lazy("How to stop, and what we need"), ("how_to_stop", "access_means", "ask_budget", "pause_work")),
    (gettext_lazy("Deciding together"), ("way_of_deciding", "strategic_decision")),
    (
        gettext_lazy("What our work is"),
        ("own_name", "claim", "shapes_the_design", "delivery_and_review", "not_needed"),
    ),
]
TO_AGREE_FIRST = (*rules.TEXTS, "ground_rule", "way_of_deciding")  # the headings say so while they are not agreed
KEPT_IN_SIGHT = 50  # how many closed proposals the page lists, newest first
NOT_HERE = [*ASKED_ELSEWHERE, "take_back"]  # words and notes have pages of their own


def agreements(
    project: Project, *, by: Acting, roles: Iterable[Role], now: datetime, easy: bool, group: Group | None = None
) -> dict[str, Any]:
    """What stands agreed, what is being asked and what was not agreed. How many said what only once it is closed."""
    pack = load(project.pack, project.pack_version)
    rows = project.proposals.of(group).order_by("-opened_at", "-id")
    still_open, stands = list(rows.open()), list(rows.standing().exclude(kind__in=NOT_HERE))
    rest = list(_over(rows).exclude(kind__in=ASKED_ELSEWHERE)[:KEPT_IN_SIGHT])
    before = {row.ref: _before(row, rest) for row in stands}
    in_a_chain = {old.pk for chain in before.values() for old in chain}
    asks = bool(may(roles, Act.PROPOSE)) and project.state == "running"
    sections = [_section(heading, kinds, stands, before, pack, now, easy, group) for heading, kinds in HEADINGS]
    above = {one["kind"] for section in sections for one in section["missing"]}
    above |= {row.kind for row in stands if row.kind in rules.ONE_OF_A_KIND}
    return {
        "asking": [pages.in_words(pack, row, now, easy) for row in still_open],
        "answered": _answered(still_open, by),
        "sections": sections,
        "agreed": [pages.in_words(pack, row, now, easy) for row in stands],
        "due": [_text(row, [], pack, now, easy) for row in stands if is_due(row, localdate(now))],
        "not_agreed": [pages.in_words(pack, row, now, easy) for row in rest if row.outcome == "not_agreed"],
        "replaced": [
            pages.in_words(pack, row, now, easy) for row in rest if row.outcome == "agreed" and row.pk not in in_a_chain
        ],
        "kinds": [one for one in pages.kinds_to_propose(group) if one["kind"] not in above] if asks else [],
        "agreed_words": meanings(project, group),
    }


def _answered(open_now: list[Proposal], by: Acting) -> set[str]:
    """Refs of what she has answered already. Never for a helper, who is not told what the member said herself."""
    questions = {row.question: row.ref for row in open_now}
    if by.helper or not questions:
        return set()
    hers = by.person.asks.filter(question__in=questions, answers__isnull=False).values_list("question", flat=True)
    return {questions[question] for question in hers}


def _over(rows):
    return rows.filter(closed_at__isnull=False).exclude(outcome="agreed", ended_at=None)


def _before(row: Proposal, rest: list[Proposal]) -> list[Proposal]:
    """How it read before: what stood of the same thing until something newer took its place, newest first."""
    if row.kind not in rules.ONE_OF_A_KIND | rules.ONE_OF_A_SUBJECT:
        return []
    same = [old for old in rest if old.kind == row.kind and old.outcome == "agreed"]
    return [old for old in same if row.kind in rules.ONE_OF_A_KIND or old.subject == row.subject]


def is_due(row: Proposal, today: date) -> bool:
    return bool(row.review_on and row.review_on <= today)


def _section(heading, kinds, stands, before, pack: Pack, now: datetime, easy: bool, group: Group | None) -> dict:
    theirs = [kind for kind in kinds if group is None or kind in rules.OWN_KINDS]
    there = {row.kind for row in stands}
    return {
        "title": heading,
        "texts": [
            _text(row, before[row.ref], pack, now, easy) for kind in theirs for row in stands if row.kind == kind
        ],
        "missing": [
            {"kind": kind, "title": say(f"kind_{kind}"), "words": say(f"kind_{kind}_words")}
            for kind in theirs
            if kind in TO_AGREE_FIRST and kind not in there
        ],
    }


def _text(row: Proposal, before: list[Proposal], pack: Pack, now: datetime, easy: bool) -> dict[str, Any]:
    return pages.in_words(pack, row, now, easy) | {
        "code": row.kind,
        "due": is_due(row, localdate(now)),
        "before": [pages.in_words(pack, old, now, easy) for old in before],
        "can_change": row.kind in rules.ONE_OF_A_KIND | rules.ONE_OF_A_SUBJECT,
    }


def wall(project: Project, *, now: datetime, easy: bool, group: Group | None = None) -> dict[str, Any]:
    """All that stands, to be printed for the wall: each text in one block, and the words below."""
    pack = load(project.pack, project.pack_version)
    stands = project.proposals.of(group).standing().exclude(kind__in=NOT_HERE).order_by("-opened_at", "-id")
    order = {kind: place for place, kind in enumerate(kind for _heading, kinds in HEADINGS for kind in kinds)}
    rows = sorted(stands, key=lambda row: order.get(row.kind, len(order)))
    return {"texts": [pages.in_words(pack, row, now, easy) for row in rows], "agreed_words": meanings(project, group)}


def to_look_at_again(project: Project, today: date) -> list[dict[str, str]]:
    """A line for the project's first page: how many agreements are due to be looked at again. One query."""
    due = project.proposals.of_everybody().standing().filter(~Q(kind="take_back"), review_on__lte=today).count()
    words = ngettext(
        "%(n)s agreement is due to be looked at again.", "%(n)s agreements are due to be looked at again.", due
    )
    href = f"{reverse('agreements', args=[project.slug])}#due"
    return [{"words": words % {"n": due}, "href": href, "action": _("Look at what is due")}] if due else []
