"""The record of where a project stands: written when something happens, and never changed (decision 2)."""

import json
from datetime import datetime

from django.db import transaction

from sidebyside import __version__
from sidebyside.kit import history
from sidebyside.people.models import Organisation
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project
from sidebyside.recipes import Pack, load
from sidebyside.standing import reading, rules
from sidebyside.standing.holding import Held, hold_back
from sidebyside.standing.models import StandingRecord
from sidebyside.standing.rules import Known, Standing
from sidebyside.standing.verifying import VERB, digest_of


@transaction.atomic
def record_where_it_stands(
    *,
    event: str,
    project: Project,
    now: datetime,
    by_members: bool = False,
    round_opened_at: datetime | None = None,
    **_: object,
) -> StandingRecord:
    """Work out where the project stands and add it to the record, in the transaction of what caused it."""
    project = hold(project)
    pack, last = load(project.pack, project.pack_version), reading.newest(project)
    known = reading.known(project, now)
    worked_out = rules.work_out(pack, known)
    before, before_worked_out, held = reading.unpack(last) if last else (None, None, None)
    standing, held = hold_back(
        pack,
        known,
        worked_out,
        before=before,
        before_worked_out=before_worked_out,
        held=held,
        by_members=by_members,
        round_opened_at=round_opened_at,
    )
    detail = _detail(project, pack, known, standing, worked_out, held)
    record = _write(project, event, now, standing, detail, last, good_until=rules.next_change(pack, known))
    history.note(
        project.room, None, VERB, project.ref, now=now, values={"number": record.number, "digest": digest_of(record)}
    )
    _note_a_change(project, record, last, now)
    return record


def _claimed(project: Project) -> str:
    """The rung that the group has agreed to claim, or else the one that is planned."""
    return project.claimed_rung or project.planned_rung


def _detail(
    project: Project, pack: Pack, known: Known, standing: Standing, worked_out: Standing, held: Held | None
) -> dict:
    """Everything about this moment that a page or a later record needs, as plain values."""
    return reading.pack_up(standing, worked_out, held) | {
        "next": reading.steps_at(project, pack, known, standing, _claimed(project)),
        "methods": reading.methods_at(pack, known),
        "pack": pack.id,
        "version": pack.version,
        "checksum": pack.checksum,
        "product": __version__,
    }


def _write(
    project: Project,
    event: str,
    now: datetime,
    standing: Standing,
    detail: dict,
    last: StandingRecord | None,
    *,
    good_until: datetime | None,
) -> StandingRecord:
    return StandingRecord.objects.create(
        project_ref=project.ref,
        number=last.number + 1 if last else 1,
        at=now,
        why=event,
        claimed=_claimed(project),
        claim_state="agreed" if project.claimed_rung else "planned" if _claimed(project) else "none",
        shown=standing.shown or "",
        detail=json.dumps(detail, sort_keys=True, default=str),
        good_until=good_until,
    )


def _note_a_change(project: Project, record: StandingRecord, last: StandingRecord | None, now: datetime) -> None:
    """A change of the label itself goes into the project's history too."""
    said = {name: getattr(record, name) for name in ("shown", "claimed", "claim_state")}
    if last is None or any(getattr(last, name) != value for name, value in said.items()):
        values = said | {"why": record.why}
        history.note(project.room, None, "label-recorded", project.ref, now=now, values=values)


def record_where_an_organisation_is(*, event: str, organisation: Organisation, now: datetime) -> None:
    """Whether people with lived expertise lead an organisation changes whose word counts, in each project it is in."""
    for project in Project.objects.running().filter(memberships__organisation=organisation).distinct().order_by("id"):
        record_where_it_stands(event=event, project=project, now=now)
