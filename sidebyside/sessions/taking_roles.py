"""Who does what at a meeting; and who would like to, so that everybody has a turn."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Group, Project
from sidebyside.sessions import planning_rules as rules
from sidebyside.sessions.models import Meeting, MeetingRole, WouldLike
from sidebyside.sessions.models_plan import ROLES
from sidebyside.sessions.plans import hold_to_change, told, whom
from sidebyside.sessions.room import show_the_room


def with_lived_expertise(meeting: Meeting) -> set[int]:
    """Who is here with lived expertise, and never by her job. In a group's own meeting: everybody. One query."""
    if meeting.group_id:
        return {person.pk for person in whom(meeting)}
    return set(meeting.project.memberships.counted().values_list("person_id", flat=True))


@transaction.atomic
def give_role(*, meeting: Meeting, person: Person, role: str, by: Acting, now: datetime) -> None:
    """She does this at the meeting, and is told so. Twice is once. Raises Refused."""
    hold_to_change(meeting, now)
    here = person.pk in {one.pk for one in whom(meeting)}
    with_it = role == "co_facilitator" and person.pk in with_lived_expertise(meeting)
    refuse_unless(rules.can_have_role(role=role, roles=ROLES, here=here, lived_expertise=with_it))
    _, new = MeetingRole.objects.get_or_create(meeting=meeting, person=person, role=role)
    if not new:
        return
    history.note(meeting.room, by, "role-given", meeting.ref, now=now, values={"who": person.ref, "role": role})
    if person.pk != by.person.pk:
        tell(person, *told(meeting, "told_role"), now=now)
    show_the_room(meeting)


@transaction.atomic
def end_role(*, meeting: Meeting, person: Person, role: str, by: Acting, now: datetime) -> None:
    """She does not do this at the meeting after all. Twice is once. Raises Refused."""
    hold_to_change(meeting, now)
    gone, _ = MeetingRole.objects.filter(meeting=meeting, person=person, role=role).delete()
    if not gone:
        return
    history.note(meeting.room, by, "role-ended", meeting.ref, now=now, values={"who": person.ref, "role": role})
    if person.pk != by.person.pk:
        tell(person, *told(meeting, "told_role_ended"), now=now)
    show_the_room(meeting)


@transaction.atomic
def would_like(*, project: Project, group: Group | None = None, roles: list[str], by: Acting, now: datetime) -> None:
    """What somebody would like to do at meetings, from now on: these and no others. Raises Refused."""
    hold(project)
    if set(roles) - set(ROLES):
        raise Refused(no("choose_an_answer"))
    mine = WouldLike.objects.filter(project=project, group=group, person=by.person)
    mine.exclude(role__in=roles).delete()
    there = set(mine.values_list("role", flat=True))
    for role in sorted(set(roles) - there):
        WouldLike.objects.create(project=project, group=group, person=by.person, role=role, since=now)
