"""What waits across the projects where somebody is by her job: so that nothing is forgotten, the soonest first."""

from collections import Counter
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.agreements.models import Proposal, Term
from sidebyside.people.acting import Acting
from sidebyside.projects.models import BY_THEIR_JOB, Membership, Project
from sidebyside.projects.pages import in_words
from sidebyside.projects.pages_meeting import who_waits_to_meet
from sidebyside.recipes import load
from sidebyside.standing import reading
from sidebyside.standing.models import Disagreement, Round, Statement
from sidebyside.standing.rules import level
from sidebyside.standing.wording import rung_title


def work(by: Acting, *, now: datetime, easy: bool) -> list[dict]:
    """Each thing that waits: project, words, href. Nine queries, however many projects. A sign-in card carries no office."""
    if by.card_made_by:
        return []
    places = Membership.objects.joined().filter(person=by.person, joins_as__in=BY_THEIR_JOB, project__state="running")
    projects = {
        place.project_id: place.project for place in places.select_related("project").order_by("project__made_at", "id")
    }
    if not projects:
        return []
    return [
        *_rounds(projects, now),
        *_disagreements(projects),
        *_statements(projects, now),
        *_invitations(projects),
        *_who_would_like_to_meet(projects, by),
        *_who_may_not_go_on(projects),
        *_words_to_explain(projects, by),
        *_labels(projects, easy),
    ]


def _thing(project: Project, page: str, words: str) -> dict:
    return {"project": project.name, "words": words, "href": reverse(page, kwargs={"slug": project.slug})}


def _rounds(projects: dict[int, Project], now: datetime) -> list[dict]:
    rows = Round.objects.filter(project__in=projects, closed_at=None, closes_at__gt=now).order_by("closes_at", "id")
    words = _("Everybody is being asked how it goes. It closes on %(day)s.")
    return [_thing(projects[row.project_id], "standing", words % {"day": in_words(row.closes_at)}) for row in rows]


def _disagreements(projects: dict[int, Project]) -> list[dict]:
    rows = Disagreement.objects.filter(project__in=projects, closed_at=None, answered_at=None)
    return [
        _thing(
            projects[pk],
            "disagreements",
            ngettext(
                "%(n)s person does not agree and waits for an answer.", "%(n)s disagreements wait for an answer.", n
            )
            % {"n": n},
        )
        for pk, n in _counted(rows, projects)
    ]


def _statements(projects: dict[int, Project], now: datetime) -> list[dict]:
    rows = Statement.objects.filter(project__in=projects, agreed_at=None, withdrawn_at=None, lapses_at__gt=now)
    return [
        _thing(
            projects[pk],
            "standing",
            ngettext(
                "%(n)s thing that was said waits for a second member.",
                "%(n)s things that were said wait for a second member.",
                n,
            )
            % {"n": n},
        )
        for pk, n in _counted(rows, projects)
    ]


def _invitations(projects: dict[int, Project]) -> list[dict]:
    rows = Membership.objects.filter(project__in=projects, joined_at=None, said_no_at=None, left_at=None)
    return [
        _thing(
            projects[pk],
            "people",
            ngettext(
                "%(n)s person was asked to join and has not answered.",
                "%(n)s people were asked to join and have not answered.",
                n,
            )
            % {"n": n},
        )
        for pk, n in _counted(rows, projects)
    ]


def _who_would_like_to_meet(projects: dict[int, Project], by: Acting) -> list[dict]:
    return [
        _thing(
            projects[pk],
            "people",
            ngettext(
                "%(n)s person would like to meet the project, and waits since %(day)s.",
                "%(n)s people would like to meet the project. The first waits since %(day)s.",
                n,
            )
            % {"n": n, "day": in_words(since)},
        )
        for pk, n, since in who_waits_to_meet(projects, by.person)
    ]


def _who_may_not_go_on(projects: dict[int, Project]) -> list[dict]:
    rows = Membership.objects.joined().filter(project__in=projects, goes_on__in=["asked", "talk"])
    return [
        _thing(
            projects[pk],
            "people",
            ngettext(
                "It takes longer: %(n)s person has not said yet whether they go on, or would like to talk.",
                "It takes longer: %(n)s people have not said yet whether they go on, or would like to talk.",
                n,
            )
            % {"n": n},
        )
        for pk, n in _counted(rows, projects)
    ]


def _words_to_explain(projects: dict[int, Project], by: Acting) -> list[dict]:
    """Words that she looks after, and that nobody has put a meaning of to the group yet."""
    asked = Proposal.objects.of_everybody().filter(
        kind="definition", project=OuterRef("project"), subject=OuterRef("term")
    )
    said = asked.filter(Q(closed_at=None) | Q(outcome="agreed", ended_at=None))
    rows = Term.objects.filter(project__in=projects, group=None, owner=by.person, closed_at=None).exclude(Exists(said))
    return [
        _thing(
            projects[pk],
            "words-to-explain",
            ngettext(
                "%(n)s word that you look after waits for a meaning.",
                "%(n)s words that you look after wait for a meaning.",
                n,
            )
            % {"n": n},
        )
        for pk, n in _counted(rows, projects)
    ]


def _counted(rows, projects: dict[int, Project]) -> list[tuple[int, int]]:
    """How many rows each project has, in the order of the projects."""
    counts = Counter(rows.values_list("project_id", flat=True))
    return [(pk, counts[pk]) for pk in projects if counts[pk]]


def _labels(projects: dict[int, Project], easy: bool) -> list[dict]:
    """Where what can be shown is below what is claimed or planned."""
    refs = {project.ref: project for project in projects.values()}
    found = []
    for record in reading.newest_of(projects.values()):
        project = refs[record.project_ref]
        pack = load(project.pack, project.pack_version)
        if level(pack, record.shown) < level(pack, record.claimed):
            values = {
                "claimed": rung_title(pack, record.claimed, easy=easy),
                "shown": rung_title(pack, record.shown, easy=easy),
            }
            found.append(_thing(project, "standing", _("It says: %(claimed)s. It can show: %(shown)s.") % values))
    return found
