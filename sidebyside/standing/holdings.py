"""What this part holds about a person, as she reads it herself; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.holdings import PARTLY, forgets, holds
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.holdings import wrote_by_her_job
from sidebyside.standing.actions import take_back_statement
from sidebyside.standing.models import Disagreement, Statement


def my_statements(person: Person) -> Iterator[dict]:
    rows = Statement.objects.filter(by=person).select_related("project").order_by("-made_at", "-id")
    for row in rows:
        yield {
            "data_project": row.project.name,
            "data_words": row.words,
            "data_when": row.made_at,
            "data_agreed_at": row.agreed_at,
            "data_ended": row.withdrawn_at,
        }


def my_disagreements(person: Person) -> Iterator[dict]:
    """What I did not agree with. What others answered is theirs: that and when, not what."""
    rows = Disagreement.objects.filter(by=person).select_related("project").order_by("-opened_at", "-id")
    for row in rows:
        yield {
            "data_project": row.project.name,
            "data_words": row.words,
            "data_when": row.opened_at,
            "data_answered_at": row.answered_at,
            "data_ended": row.closed_at,
        }
    answered = Disagreement.objects.filter(answered_by=person).select_related("project")
    for row in answered.order_by("-answered_at", "-id"):
        yield {"data_project": row.project.name, "data_my_answer": row.answer, "data_when": row.answered_at}


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """Her words go. A statement without words shows nothing, so it is taken back; nobody can settle for her, so that ends.

    Neither can lift a label: what rises by something that is not the members' doing waits for the next round.
    """
    for statement in Statement.objects.filter(by=person, withdrawn_at=None, lapses_at__gt=now).select_related(
        "project"
    ):
        take_back_statement(statement=statement, by=Acting(person), now=now)
    Statement.objects.filter(by=person).update(words="")
    for disagreement in Disagreement.objects.filter(by=person, closed_at=None).select_related("project"):
        _end(disagreement, by, now)
    Disagreement.objects.filter(by=person).update(words="")
    for answered in Disagreement.objects.filter(answered_by=person, answered_at__isnull=False):
        if answered.answered_at and not wrote_by_her_job(person, answered.project_id, answered.answered_at):
            answered.answer = ""
            answered.save(update_fields=["answer"])


def _end(disagreement: Disagreement, by: Acting, now: datetime) -> None:
    project = disagreement.project
    disagreement.closed_at = now
    disagreement.save(update_fields=["closed_at"])
    history.note(project.room, by, "disagreement-forgotten", disagreement.ref, now=now)
    happened("disagreement-closed", project=project, now=now, by_members=False)


holds(
    "standing.statements",
    title="held_statements",
    why="held_statements_why",
    rows=my_statements,
    forgotten=PARTLY,
    stays_because="held_words_stay",
)
holds(
    "standing.disagreements",
    title="held_disagreements",
    why="held_disagreements_why",
    rows=my_disagreements,
    forgotten=PARTLY,
    stays_because="held_words_stay",
)
