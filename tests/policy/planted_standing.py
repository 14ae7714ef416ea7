"""Words planted in where a project stands: a round, a statement, a disagreement, what was agreed."""

from datetime import timedelta

from sidebyside.agreements.models import Proposal
from sidebyside.recipes import load
from sidebyside.standing.models import Disagreement, Round, Statement
from tests.cast import Cast, moment
from tests.policy.projects import PACK

NOON = moment("2024-03-12 10:00")


def plant_standing(cast: Cast, w) -> None:
    project, amara = cast.project, cast.amara
    Round.objects.create(
        ref="plantedplant",
        project=project,
        why="start",
        opened_at=NOON,
        closes_at=NOON + timedelta(days=9),
        counted=[amara.ref],
        others=[],
    )
    Statement.objects.create(
        project=project,
        method=load(*PACK).methods[0].id,
        words=w("standing.Statement", "words"),
        by=cast.grace,
        made_at=NOON,
        lapses_at=NOON + timedelta(weeks=12),
    )
    Disagreement.objects.create(
        project=project,
        about="label",
        words=w("standing.Disagreement", "words"),
        by=amara,
        opened_at=NOON,
        answer=w("standing.Disagreement", "answer"),
        answered_by=cast.grace,
        answered_at=NOON,
    )
    Proposal.objects.create(
        project=project,
        kind="way_of_deciding",
        words=w("agreements.Proposal", "words"),
        method="majority",
        proposed_by=cast.grace,
        opened_at=NOON,
        closes_at=NOON,
        closed_at=NOON,
        outcome="agreed",
        why="majority_said_yes",
        tally={"counted": {"yes": 5, "no": 0, "stand_aside": 0}, "others": {"yes": 1, "no": 0, "stand_aside": 0}},
        reasons=[w("agreements.Proposal", "reasons")],
        counted=[amara.ref],
    )
