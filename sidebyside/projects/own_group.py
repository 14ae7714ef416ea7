"""The Lived Expertise Group: who is in it. What it keeps to itself is found through here, and is nobody else's (ADR 51).

Bristol policy, How the policy was made: only for those who join as a Person with Lived Expertise, to speak safely.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.models import BY_THEIR_JOB, LIVED_EXPERTISE, Group, Membership, Project

OWN = LIVED_EXPERTISE  # the kind of group


def by_their_job(project_id: str, person: Any) -> Exists:
    """Is, or ever was, this person here by her job? project_id: where the row outside says which project.

    person: somebody, or where the row outside says who (an OuterRef).
    """
    places = Membership.objects.filter(project=OuterRef(project_id), person=person)
    return Exists(places.filter(joins_as__in=BY_THEIR_JOB, joined_at__isnull=False))


def hers(person: Person) -> QuerySet[Group]:
    """The groups of their own that this very person is in now: never where she is or was by her job."""
    rows = Group.objects.filter(kind=OWN, people__person=person, people__until=None)
    return rows.exclude(by_their_job("project", person))


def people_in(group: Group) -> QuerySet[Person]:
    """Who is in a group of their own now, by name."""
    now = group.people.filter(until=None).exclude(by_their_job("group__project", OuterRef("person")))
    return Person.objects.filter(pk__in=now.values("person")).order_by("name", "id")


def own_group(project: Project, by: Acting) -> Group | None:
    """The group of their own in this project that she is in now, or None.

    A sign-in card that somebody made who is or was here by their job opens nothing of it: whoever made it may have used it.
    """
    group = hers(by.person).filter(project=project).first()
    maker = by.card_made_by
    if group is None or maker is None:
        return group
    places = Membership.objects.filter(project=project, person=maker, joins_as__in=BY_THEIR_JOB)
    return None if places.filter(joined_at__isnull=False).exists() else group
