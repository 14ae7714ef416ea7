"""Reads what a label is worked out from, and the records of where a project stood."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime

from django.db.models import OuterRef, Subquery

from sidebyside.agreements.actions import left_out
from sidebyside.kit.clock import end_of
from sidebyside.kit.facts import gather, when_things_happened
from sidebyside.projects.models import Project
from sidebyside.standing.holding import Held
from sidebyside.standing.models import Round, StandingRecord
from sidebyside.standing.next_steps import next_steps
from sidebyside.standing.rules import (
    WORDS_HOLD,
    Because,
    Known,
    Said,
    Slice,
    Standing,
    is_due,
    method_state,
)


def known(project: Project, now: datetime) -> Known:
    """Everything that the label is worked out from, at this moment."""
    agreed = project.proposals.of_everybody().standing()
    return Known(
        facts=gather(project, now),
        events=when_things_happened(project, now),
        statements=statements_in_force(project, now),
        said=what_the_group_said(project),
        not_needed=frozenset(agreed.filter(kind="not_needed").values_list("subject", flat=True)),
        now=now,
    )


def statements_in_force(project: Project, now: datetime) -> dict[str, datetime]:
    """Method -> when its agreed statement lapses. One with an open disagreement does not count (decision 4).

    Nor does one that was agreed by somebody who has since come to be here by her job (decision 6).
    """
    disputed = set(
        project.disagreements.filter(closed_at=None, about__startswith="statement:").values_list("about", flat=True)
    )
    agreed = project.statements.in_force(now).exclude(agreed_by__in=left_out(project).by_job)
    rows = agreed.order_by("lapses_at").values_list("ref", "method", "lapses_at")
    return {method: lapses for ref, method, lapses in rows if f"statement:{ref}" not in disputed}


def newest_closed_round(project: Project) -> Round | None:
    """The last round that was heard to its end; one that a pause cut short published nothing."""
    return project.rounds.filter(closed_at__isnull=False).exclude(published={}).order_by("-closed_at", "-id").first()


def what_the_group_said(project: Project) -> Said:
    closed = newest_closed_round(project)
    if closed is None or closed.closed_at is None:
        return Said()
    return Said(
        group={name: words["group"] for name, words in closed.published.items()},
        others={name: words["others"] for name, words in closed.published.items()},
        good_until=closed.closed_at + WORDS_HOLD,
    )


def newest(project: Project) -> StandingRecord | None:
    return StandingRecord.objects.filter(project_ref=project.ref).order_by("-number").first()


def newest_of(projects: Iterable[Project]) -> list[StandingRecord]:
    """The newest record of each of these projects. One query, however long their records are."""
    last = StandingRecord.objects.filter(project_ref=OuterRef("ref")).order_by("-number").values("pk")[:1]
    pks = Project.objects.filter(pk__in=[project.pk for project in projects]).values(newest=Subquery(last))
    return list(StandingRecord.objects.filter(pk__in=pks).order_by("id"))


def as_of(project: Project, day: date) -> StandingRecord | None:
    """The last record before the end of that day in London: what could be shown then (decision 2)."""
    before = StandingRecord.objects.filter(project_ref=project.ref, at__lt=end_of(day))
    return before.order_by("-number").first()


def label_history(project: Project) -> list[StandingRecord]:
    """Each record that changed what was shown or claimed, oldest first, with those of the projects this one follows."""
    refs: list[str] = []
    earlier: Project | None = project
    while earlier is not None and earlier.ref not in refs:
        refs.append(earlier.ref)
        earlier = earlier.follows
    rows = StandingRecord.objects.filter(project_ref__in=refs).order_by("at", "id").defer("detail")
    changes: list[StandingRecord] = []
    for row in rows:
        last = changes[-1] if changes else None
        if last is None or (last.project_ref, last.shown, last.claimed, last.claim_state) != (
            row.project_ref,
            row.shown,
            row.claimed,
            row.claim_state,
        ):
            changes.append(row)
    return changes


def steps_at(project: Project, pack, known: Known, standing: Standing, claimed: str) -> list[dict]:
    """The next steps at this moment, as plain values for the record."""
    agreed = project.statements.filter(agreed_at=None, withdrawn_at=None, lapses_at__gt=known.now)
    steps = next_steps(
        pack,
        known,
        standing,
        claimed=claimed,
        claim_agreed=bool(project.claimed_rung),
        round_open=project.rounds.filter(closed_at=None).exists(),
        waiting=agreed.order_by("made_at").values_list("method", "ref"),
        disagreements=project.disagreements.filter(answered_at=None, closed_at=None).count(),
    )
    return [asdict(step) for step in steps]


def methods_at(pack, known: Known) -> dict[str, dict]:
    """How far each method that is due is shown, and what shows it, as plain values for the record."""
    states = {method.id: method_state(method, known) for method in pack.methods if is_due(method, known)}
    return {name: {"status": status, "because": asdict(because)} for name, (status, because) in states.items()}


def pack_up(standing: Standing, worked_out: Standing, held: Held | None) -> dict:
    """A standing as plain values for the record."""
    return {
        "slices": [asdict(s) for s in standing.slices],
        "lacks": {rung: [asdict(b) for b in because] for rung, because in standing.lacks.items()},
        "worked_out": {"shown": worked_out.shown, "slices": {s.id: s.status for s in worked_out.slices}},
        "held": None
        if held is None
        else {"since": held.since.isoformat(), "rung": held.rung, "slices": dict(held.slices)},
    }


def unpack(record: StandingRecord) -> tuple[Standing, Standing, Held | None]:
    """The standing in a record, what it would have been without what was held, and what was held."""
    detail = json.loads(record.detail)
    slices = tuple(_slice(values) for values in detail["slices"])
    lacks = {rung: tuple(Because(**b) for b in because) for rung, because in detail["lacks"].items()}
    standing = Standing(slices, record.shown or None, lacks)
    raw = detail["worked_out"]
    worked_out = Standing(
        tuple(Slice(name, status, "", "", "", ()) for name, status in raw["slices"].items()), raw["shown"], {}
    )
    held = detail["held"]
    return standing, worked_out, held and Held(datetime.fromisoformat(held["since"]), held["rung"], held["slices"])


def _slice(values: dict) -> Slice:
    return Slice(**{**values, "because": tuple(Because(**b) for b in values["because"])})
