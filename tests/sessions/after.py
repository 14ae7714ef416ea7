"""Meetings that were, for tests of what comes after them."""

from datetime import timedelta

from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Group, GroupMember
from sidebyside.sessions import parking
from sidebyside.sessions.models import CarParkItem, Meeting


def met(cast, *, days_ago: int = 1, title: str = "We meet", **more) -> Meeting:
    """A meeting of two hours, some days ago; or to come, with days_ago below nothing."""
    starts = now() - timedelta(days=days_ago, hours=2)
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "planned_by": cast.grace, "planned_at": starts}
    return Meeting.objects.create(project=cast.project, title=title, place="The hall", **when, **more)


def own_group(cast, *people) -> Group:
    """The Lived Expertise Group, with these people in it."""
    group = cast.project.groups.filter(kind="lived_expertise").first() or Group.objects.create(
        project=cast.project, kind="lived_expertise", name="Ours", made_at=now()
    )
    for person in people or (cast.amara, cast.walter):
        GroupMember.objects.get_or_create(group=group, person=person, until=None, defaults={"since": now()})
    return group


def parked(meeting: Meeting, words: str = "Who pays for parking?", by=None, **more) -> CarParkItem:
    return parking.park(meeting=meeting, words=words, by=Acting(by) if by else None, now=now(), **more)
