"""What is held of a person above the other parts: what she did, by code; and kinds that go after a time."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from sidebyside.kit import history
from sidebyside.kit.holdings import PARTLY, holds, keeps
from sidebyside.kit.models import SealedRead
from sidebyside.kit.words import all_words, say
from sidebyside.my_data import actions
from sidebyside.people.models import Person
from sidebyside.projects.models import GroupMember, Membership, Project


def what_i_did(person: Person) -> Iterator[dict]:
    """Each entry of mine in the histories of the hub and of projects that I was ever in or started."""
    projects = Project.objects.filter(pk__in=Membership.objects.filter(person=person).values("project"))
    projects |= Project.objects.filter(started_by=person)
    named = {f"project:{project.ref}": project.name for project in projects}
    hers = GroupMember.objects.filter(person=person, group__project__isnull=False).select_related("group__project")
    named |= {row.group.room: row.group.project.name for row in hers if row.group.project}
    for entry in history.written_by(person.ref, rooms=[history.HUB, *named]):
        if entry["verb"] in all_words():
            yield {
                "data_when": datetime.fromisoformat(entry["at"]),
                "data_what": say(entry["verb"], entry["values"]),
                "data_project": named.get(entry["room"]),
                "data_words": entry["said"] or None,
            }


def never_answered(before: datetime) -> QuerySet:
    """Whoever was only ever asked to join, the last time before then, and has never said or done anything here."""
    asked = Person.objects.filter(erased_at=None, account=None, pk__in=Membership.objects.values("person"))
    answered = Membership.objects.exclude(joined_at=None, said_no_at=None, invited_at__lt=before)
    return (
        asked.exclude(pk__in=answered.values("person"))
        .exclude(asks__answers__isnull=False)
        .exclude(hub_roles__isnull=False)
        .exclude(helps__isnull=False)
        .exclude(helpers__isnull=False)
        .exclude(cards__isnull=False)
    )


def forget_each(*, rows: QuerySet, now: datetime) -> None:
    for person in rows:
        actions.erase(person=person, by=None, now=now)


def old_reads(before: datetime) -> QuerySet:
    return SealedRead.objects.filter(at__lt=before)


holds(
    "my-data.history",
    title="held_history",
    why="held_history_why",
    rows=what_i_did,
    forgotten=PARTLY,
    stays_because="held_history_stays",
)
keeps("my-data.reads", title="kept_reads", why="kept_reads_why", default_days=730, overdue=old_reads)
keeps(
    "my-data.never-answered",
    title="kept_never_answered",
    why="kept_never_answered_why",
    default_days=365,
    overdue=never_answered,
    drop=forget_each,
)
