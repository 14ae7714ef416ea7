"""What this part holds about a person, as she reads it herself; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from sidebyside.kit.holdings import PARTLY, STAYS, Given, consents, forgets, holds, keeps
from sidebyside.people.acting import Acting
from sidebyside.people.asks import Ask
from sidebyside.people.models import Person
from sidebyside.projects import joining
from sidebyside.projects.models import (
    BY_THEIR_JOB,
    Advice,
    Break,
    GroupMember,
    Hello,
    Membership,
    ParticipationAnswer,
    Project,
)
from sidebyside.projects.pages import JOINS_AS

SOMETHING = "–"  # where an offer or a promise was: that there was one still counts, what it was is gone


def my_places(person: Person) -> Iterator[dict]:
    rows = Membership.objects.filter(person=person).select_related("project", "organisation")
    for row in rows.order_by("-invited_at", "-id"):
        yield {
            "data_project": row.project.name,
            "data_joins_as": str(JOINS_AS[row.joins_as]),
            "data_organisation": row.organisation.name if row.organisation else None,
            "data_offer": row.offer or None,
            "data_told": [f"{name}: {said}".replace("_", " ") for name, said in row.told.items() if name != "wordings"],
            "data_asked_at": row.invited_at,
            "data_joined_at": row.joined_at,
            "data_said_no_at": row.said_no_at,
            "data_left_at": row.left_at,
        }


def my_breaks(person: Person) -> Iterator[dict]:
    for row in (
        Break.objects.filter(membership__person=person).select_related("membership__project").order_by("-from_at")
    ):
        yield {
            "data_project": row.membership.project.name,
            "data_since": row.from_at,
            "data_until": row.until_on,
            "data_ended": row.ended_at,
        }


def my_groups(person: Person) -> Iterator[dict]:
    rows = GroupMember.objects.filter(person=person).select_related("group__project")
    for row in rows.order_by("-since", "-id"):
        project = row.group.project
        yield {
            "data_project": project.name if project else None,
            "data_group": row.group.name,
            "data_since": row.since,
            "data_ended": row.until,
        }


def what_i_started(person: Person) -> Iterator[dict]:
    for project in Project.objects.filter(started_by=person).order_by("-made_at", "-id"):
        yield {"data_project": project.name, "data_when": project.made_at, "data_words": project.about}
    answers = ParticipationAnswer.objects.filter(by=person).exclude(reason="").select_related("project")
    for answer in answers.order_by("-at", "-id"):
        yield {"data_project": answer.project.name, "data_when": answer.at, "data_words": answer.reason}


def my_advice(person: Person) -> Iterator[dict]:
    for row in Advice.objects.filter(asked_of=person).select_related("project").order_by("-asked_at", "-id"):
        yield {
            "data_project": row.project.name,
            "data_when": row.asked_at,
            "data_words": row.words or None,
            "data_said_at": row.given_at,
        }


def where_i_joined(person: Person) -> Iterator[Given]:
    for row in Membership.objects.joined().filter(person=person).select_related("project").order_by("joined_at", "id"):
        if row.joined_at:
            yield Given(row.ref, "i_joined_a_project", row.joined_at, {"project": row.project.name})


def leave(*, ref: str, by: Acting, now: datetime) -> None:
    for place in Membership.objects.joined().filter(person=by.person, ref=ref):
        joining.leave(membership=place, by=by, now=now)


def wrote_by_her_job(person: Person, project_id: int, at: datetime) -> bool:
    """Was she here by her job then? What she wrote as such is the organisation's word to the group, and stays."""
    places = Membership.objects.filter(person=person, project_id=project_id, joins_as__in=BY_THEIR_JOB)
    return places.filter(Q(left_at=None) | Q(left_at__gt=at), joined_at__lte=at).exists()


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """She leaves, what she was offered and advised goes, and so do drafts that nobody else has seen."""
    for place in Membership.objects.joined().filter(person=person).select_related("person", "project").order_by("id"):
        joining.leave(membership=place, by=by, now=now, at_desk=by.person != person)
    hers = Membership.objects.filter(person=person)
    hers.filter(joined_at=None, said_no_at=None, left_at=None).update(left_at=now, left_why="forgotten")
    for place in hers:
        place.offer = SOMETHING if place.offer else ""
        place.told = {name: SOMETHING if said and name == "offer" else said for name, said in place.told.items()}
        place.told.pop("wordings", None)
        place.save(update_fields=["offer", "told"])
    Break.objects.filter(membership__person=person).delete()
    GroupMember.objects.filter(person=person, until=None).update(until=now)
    Advice.objects.filter(asked_of=person, given_at=None).delete()
    Advice.objects.filter(given_by=person).update(words="")
    for draft in Project.objects.filter(started_by=person, state="draft"):
        Ask.objects.filter(room=draft.room).delete()
        draft.delete()


def old_hellos(before: datetime) -> QuerySet:
    """Answered, and told so: whoever still waits to hear it can be reached until then."""
    still_to_tell = ~Q(to_tell="") & Q(told_at=None)
    return Hello.objects.filter(answered_at__lt=before).exclude(still_to_tell)


holds(
    "projects.places",
    title="held_places",
    why="held_places_why",
    rows=my_places,
    forgotten=PARTLY,
    stays_because="held_places_stay",
    change_at="projects",
)
holds(
    "projects.groups",
    title="held_groups",
    why="held_groups_why",
    rows=my_groups,
    forgotten=STAYS,
    stays_because="held_places_stay",
)
holds(
    "projects.started",
    title="held_started",
    why="held_started_why",
    rows=what_i_started,
    forgotten=PARTLY,
    stays_because="held_started_stays",
)
holds("projects.advice", title="held_advice", why="held_advice_why", rows=my_advice)
holds("projects.breaks", title="held_breaks", why="held_breaks_why", rows=my_breaks, change_at="projects")
keeps(
    "projects.hellos",
    title="kept_hellos",
    why="kept_hellos_why",
    default_days=56,
    overdue=old_hellos,
)
consents("projects.places", title="consent_places", given=where_i_joined, withdraw=leave)
