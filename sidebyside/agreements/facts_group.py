"""What a group shows of how its members know each other. Two queries."""

from datetime import datetime

from sidebyside.agreements.models import Biography
from sidebyside.agreements.rules_group import Story, know_each_other
from sidebyside.kit.facts import Fact
from sidebyside.projects.facts import places
from sidebyside.projects.models import BY_THEIR_JOB, Project


def members_know_each_other(project: Project, now: datetime) -> Fact:
    """Of those counted, how many share who they are, by their own hand."""
    everybody = places(project)
    jobs = [p.membership for p in everybody if p.membership.joined_at and p.membership.joins_as in BY_THEIR_JOB]
    rows = Biography.objects.filter(project=project).defer("parts")
    return know_each_other(
        [Story(row.person_id, row.seen_by, row.changed_at, tuple(row.hands)) for row in rows],
        counted={place.membership.person_id for place in everybody if place.counted},
        by_job={place.person_id for place in jobs if not place.left_at},
        left_out={place.person_id for place in jobs},
        now=now,
    )
