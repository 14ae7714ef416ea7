"""Whose hand an answer came through: what is left out of a label (decision 6)."""

from dataclasses import dataclass

from sidebyside.people.models import Answer, Helping
from sidebyside.projects.models import BY_THEIR_JOB, Membership, Project


@dataclass(frozen=True)
class Hands:
    """Whose hand leaves an answer out of a label (decision 6).

    by_job: people who are or were here by their job. helpers: people whom one of those wrote down as somebody's helper.
    """

    by_job: frozenset[int]
    helpers: frozenset[int]


def left_out(project: Project) -> Hands:
    rows = Membership.objects.filter(project=project, joins_as__in=BY_THEIR_JOB, joined_at__isnull=False)
    by_job = frozenset(rows.values_list("person_id", flat=True))
    written_down = Helping.objects.filter(recorded_by__in=by_job, member__memberships__project=project)
    return Hands(by_job, frozenset(written_down.values_list("helper_id", flat=True)))


def own_word(answer: Answer, person_id: int, hands: Hands) -> bool:
    """Is this a member's own word, free of the hands of people here by their job? (decision 6)"""
    if person_id in hands.by_job or answer.card_made_by_id in hands.by_job:
        return False
    return answer.entered_by_id == person_id or answer.entered_by_id not in hands.by_job | hands.helpers
