"""Whom she lets read what she needs, project by project, and who can never be let (decision 30)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from sidebyside.access import facts, rules
from sidebyside.access.actions import may_open
from sidebyside.access.models import Interest, Sharing
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.models import Membership, Project


@transaction.atomic
def share(*, project: Project, readers: Collection[tuple[str, str]], group: bool, by: Acting, now: datetime) -> None:
    """Let these and nobody else read what she marked, in this one project, from now on. Whoever is not named reads no more.

    readers: (kind, ref of the person). Raises Refused, and then nothing is changed.
    """
    refuse_unless(may_open(by, now))
    Person.objects.select_for_update().get(pk=by.person.pk)
    wanted: set[tuple[str, Person | None]] = {(kind, _reader(project, kind, ref, by.person)) for kind, ref in readers}
    wanted |= {(rules.GROUP, None)} if group else set()
    there = {(row.kind, row.reader): row for row in facts.readers_named(project, by.person)}
    for pair in there.keys() - wanted:
        Sharing.objects.filter(pk=there[pair].pk).update(ended_at=now)
    for kind, reader in wanted - there.keys():
        Sharing.objects.create(
            person=by.person, project=project, kind=kind, reader=reader, given_at=now, entered_by=by.hand
        )
    if there.keys() != wanted:
        history.note(history.HUB, by, "needs-sharing-changed", by.person.ref, now=now)


def end_with_the_project(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """A project that stops has no more reason to read what anybody needs."""
    project.sharings.standing().update(ended_at=now)


def _reader(project: Project, kind: str, ref: str, person: Person) -> Person:
    places = list(project.memberships.joined().filter(person__ref=ref).select_related("person"))
    reader = places[0].person if places else None
    refuse_unless(
        rules.can_share(
            kind=kind,
            joined=reader is not None,
            same_person=reader == person,
            joins_as={place.joins_as for place in places},
            decides=reader is not None and reader.pk in facts.decides_about(person),
        )
    )
    if reader is None:
        raise Refused(no("reader_is_not_in_this_project"))
    return reader


def withdraw(*, ref: str, by: Acting, now: datetime) -> None:
    """Take back one yes. From this moment nobody reads anything by it. Twice is once."""
    if by.person.sharings.filter(ref=ref, ended_at=None).update(ended_at=now):
        history.note(history.HUB, by, "needs-sharing-changed", by.person.ref, now=now)


def end_with_places(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """When somebody has left, what she shared here ends, and what was shared with her. Coming back, they are asked anew."""
    here = Membership.objects.joined().filter(project=project).values("person_id")
    standing = project.sharings.standing()
    standing.exclude(person__in=here).update(ended_at=now)
    standing.exclude(reader=None).exclude(reader__in=here).update(ended_at=now)
    project.adjustments.standing().exclude(person__in=here).update(ended_at=now)


@transaction.atomic
def say_who_decides(*, member: Person, person: Person, by: Acting, now: datetime) -> Interest:
    """This person assesses, pays for or manages that member's care. She says it of them, or they say it of themselves.

    From now on they read nothing of hers, and what she shared with them has ended. Said twice is said once.
    """
    if member == person:
        raise Refused(no("nobody_decides_about_her_own"))
    if by.person not in (member, person) or by.hand != by.person:
        raise Refused(no("only_they_say_who_decides"))
    if not _met(member, person):
        raise Refused(no("reader_is_not_in_this_project"))
    interest, new = Interest.objects.get_or_create(
        member=member, person=person, said_by=by.person, ended_at=None, defaults={"said_at": now}
    )
    if new:
        Sharing.objects.standing().filter(person=member, reader=person).update(ended_at=now)
        history.note(history.HUB, by, "interest-said", interest.ref, now=now)
    return interest


def _met(one: Person, other: Person) -> bool:
    """Are both in one project? Nobody learns here who else has a place in the hub."""
    rooms = Membership.objects.joined().filter(person=one).values("project_id")
    return Membership.objects.joined().filter(person=other, project__in=rooms).exists()


@transaction.atomic
def end_interest(*, interest: Interest, by: Acting, now: datetime) -> None:
    """Whoever said it says that it is over. They still read nothing until she says yes for them anew."""
    if interest.said_by_id != by.person.pk:
        raise Refused(no("only_they_say_who_decides"))
    if Interest.objects.standing().filter(pk=interest.pk).update(ended_at=now):
        history.note(history.HUB, by, "interest-ended", interest.ref, now=now)
