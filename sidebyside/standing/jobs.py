"""What standing does in the background: rounds open and close, and what runs out is recorded."""

from django.db.models import Exists, OuterRef

from sidebyside.kit.events import happened
from sidebyside.kit.worker import each, every
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.standing import actions, rules
from sidebyside.standing.models import StandingRecord


@every(minutes=1)
def close_rounds(*, now):
    actions.close_due_rounds(now=now)


@every(minutes=10)
def open_rounds(*, now):
    """Open a round in each project where one is due."""
    each(Project.objects.running().order_by("id"), lambda project: _open_if_due(project, now))


def _open_if_due(project, now):
    why = why_a_round_is_due(project, now)
    return why and actions.open_round(project=project, why=why, by=None, now=now)


def why_a_round_is_due(project, now) -> str:
    last = project.rounds.exclude(closed_at__isnull=False, published={}).order_by("-opened_at").first()
    here = places(project)
    return rules.round_is_due(
        running=project.state == "running",
        any_open=bool(last and last.closed_at is None),
        last_opened_at=last.opened_at if last else None,
        first_joined_at=min((p.membership.joined_at for p in here if p.membership.joined_at), default=None),
        counted=sum(place.counted for place in here),
        now=now,
    )


@every(minutes=10)
def record_what_ran_out(*, now):
    """A fact, a statement or a round's words ran out, or a method fell due: record where the project stands now."""
    newer = StandingRecord.objects.filter(project_ref=OuterRef("project_ref"), number__gt=OuterRef("number"))
    due = StandingRecord.objects.filter(good_until__lte=now).exclude(Exists(newer))
    projects = Project.objects.filter(ref__in=due.values("project_ref")).order_by("id")
    each(projects, lambda project: happened("something-ran-out", project=project, now=now))
