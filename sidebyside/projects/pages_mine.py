"""My projects: those that somebody has a page in, and what she is in each."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.kit.words import say
from sidebyside.people.models import Ask, Helping, Person
from sidebyside.projects import pages
from sidebyside.projects.models import Advice, Break, Group, Membership, Project


def my_projects(person: Person, *, today: date) -> list[dict]:
    """Where she is asked, is in, starts, helps or advises, newest first. Four queries, however many there are."""
    found: dict[int, dict] = {}
    places = Membership.objects.filter(person=person, left_at=None, said_no_at=None).select_related("project")
    for place in places:
        found[place.project_id] = _row(place.project, *_place(place))
    for draft in Project.objects.filter(started_by=person, state="draft"):
        words = _("You are starting it. Go on where you left it.")
        found.setdefault(draft.pk, _row(draft, words, reverse("start-step", args=[draft.slug, draft.step])))
    helped = Helping.objects.in_force(today=today).filter(helper=person)
    for place in Membership.objects.helped_by(helped).select_related("project", "person"):
        words = _("You help %(name)s here.") % {"name": place.person.name}
        found.setdefault(place.project_id, _row(place.project, words, _overview(place.project)))
    for advice in Advice.objects.filter(asked_of=person, given_at=None).select_related("project"):
        href = reverse("give_advice", args=[advice.project.slug, advice.ref])
        found.setdefault(advice.project_id, _row(advice.project, _("You are asked for advice."), href))
    return sorted(found.values(), key=lambda row: (row["made_at"], row["title"]), reverse=True)


def rooms_she_left(person: Person) -> list[str]:
    """The rooms of the projects that she was in and has no place in now."""
    rows = list(Membership.objects.filter(person=person).values_list("project__ref", "left_at", "said_no_at"))
    here = {ref for ref, left_at, said_no_at in rows if not left_at and not said_no_at}
    return sorted({f"project:{ref}" for ref, left_at, _said_no in rows if left_at and ref not in here})


def that_need_her_now(asks: QuerySet[Ask], person: Person) -> QuerySet[Ask]:
    """Of these asks: none from where she has left, nor from where she takes a break, but those about her place itself."""
    resting = Break.objects.filter(membership__person=person, ended_at=None).select_related("membership__project")
    projects = [row.membership.project for row in resting]
    rooms = [project.room for project in projects]
    rooms += [group.room for group in Group.objects.filter(project__in=projects)] if projects else []
    about_her_place = Q(kind__startswith="projects.")
    return asks.exclude(room__in=rooms_she_left(person)).filter(about_her_place | ~Q(room__in=rooms))


def _place(place: Membership) -> tuple[str, str]:
    project = place.project
    if place.joined_at:
        return str(pages.JOINS_AS[place.joins_as]), _overview(project)
    return _("You are asked to join."), reverse("invitation", args=[project.slug, place.ref])


def _overview(project: Project) -> str:
    return reverse("project", args=[project.slug])


def _row(project: Project, words: str, href: str) -> dict:
    return {
        "title": project.name,
        "words": words,
        "href": href,
        "state": say(f"state_{project.state}"),
        "made_at": project.made_at,
        "running": project.state in ("draft", "running"),
    }
