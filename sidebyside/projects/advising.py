"""The hub's advisory group: people whom projects ask what they think of a plan. The desk writes down who is in it."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.models import Group, GroupMember
from sidebyside.projects.starting import find_or_add


@transaction.atomic
def put_in_advisory_group(*, person: Person, by: Acting, now: datetime) -> GroupMember:
    """She is in the advisory group from now on. Putting her in twice is once."""
    group, _ = Group.objects.get_or_create(
        project=None, kind="advisory", defaults={"name": "Advisory group", "made_at": now}
    )
    member, new = GroupMember.objects.get_or_create(group=group, person=person, until=None, defaults={"since": now})
    if new:
        history.note(history.HUB, by, "adviser-added", person.ref, now=now)
    return member


def put_somebody_in_advisory_group(*, name: str, email: str, by: Acting, now: datetime) -> GroupMember:
    """The same for somebody found by whole name or email, or added. Raises Refused."""
    return put_in_advisory_group(person=find_or_add(name, email, by, now), by=by, now=now)


@transaction.atomic
def take_out_of_advisory_group(*, person: Person, by: Acting, now: datetime) -> None:
    """She is no longer asked. What she advised before stays with the plans that it was about."""
    rows = GroupMember.objects.filter(group__kind="advisory", group__project=None, person=person, until=None)
    if rows.update(until=now):
        history.note(history.HUB, by, "adviser-left", person.ref, now=now)
