"""Meetings on the side: those who hold power by their job met without the group, and everybody here reads that they did.

What members say to each other, and what the Lived Expertise Group does, is never asked for and never written here.
"""

from datetime import date, datetime

from django.db import transaction

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.models import SideMeeting
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.projects.actions import hold
from sidebyside.projects.models import LIVED_EXPERTISE, ORGANISATION, Project


@transaction.atomic
def log_side_meeting(
    *, project: Project, on: date, there: str, about: str, came_of_it: str, by: Acting, now: datetime
) -> SideMeeting:
    """Write down that they met. It is never changed: what is wrong is said in a remark. Twice is once. Raises Refused."""
    hold(project)
    words = {"there": there.strip(), "about": about.strip(), "came_of_it": came_of_it.strip()}
    members = project.memberships.filter(joins_as__in=[LIVED_EXPERTISE, ORGANISATION], joined_at__isnull=False)
    refuse_unless(
        rules.can_log_side_meeting(
            on=on,
            today=now.astimezone(LONDON).date(),
            words=list(words.values()),
            members=members.filter(person__erased_at=None).values_list("person__name", flat=True),
        )
    )
    if same := project.side_meetings.filter(on=on, written_by=by.person, **words).first():
        return same
    row = SideMeeting.objects.create(project=project, on=on, written_by=by.person, written_at=now, **words)
    history.note(project.room, by, "side-meeting-logged", row.ref, now=now)
    return row
