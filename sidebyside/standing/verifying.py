"""Is the record of where projects stand what the history vouches for? Each record has its digest in its project's chain."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC

from sidebyside.kit.history import canonical
from sidebyside.kit.models import Entry
from sidebyside.projects.models import Project
from sidebyside.standing.models import Round, StandingRecord

VERB = "standing-recorded"


def digest_of(record: StandingRecord) -> str:
    """SHA-256 over everything in a record that a page or a command says."""
    held = canonical(
        number=record.number,
        at=record.at.astimezone(UTC).isoformat(),
        why=record.why,
        claimed=record.claimed,
        claim_state=record.claim_state,
        shown=record.shown,
        detail=record.detail,
    )
    return hashlib.sha256(held.encode()).hexdigest()


def faults_in_records() -> Iterator[str]:
    """Each record that was changed, lost or slipped in, and each round whose published words were changed."""
    for project in Project.objects.order_by("id").iterator():
        noted = {values["number"]: values["digest"] for values in _noted(project, VERB)}
        rows = StandingRecord.objects.filter(project_ref=project.ref).order_by("number").iterator()
        for row in rows:
            if noted.pop(row.number, "") != digest_of(row):
                yield f"{project.room}: standing record {row.number} is not the one that the history vouches for."
        yield from (f"{project.room}: standing record {number} is missing." for number in sorted(noted))
        yield from _faults_in_rounds(project)


def _faults_in_rounds(project: Project) -> Iterator[str]:
    said = {values["about"]: values["published"] for values in _noted(project, "round-closed")}
    for round_ in Round.objects.filter(project=project, closed_at__isnull=False).exclude(published={}):
        if said.get(round_.ref) != round_.published:
            yield f"{project.room}: the words of round {round_.ref} are not those that the history vouches for."


def _noted(project: Project, verb: str) -> Iterator[dict]:
    rows = Entry.objects.filter(room=project.room, text__contains=f'"verb":"{verb}"').order_by("number")
    for text in rows.values_list("text", flat=True).iterator():
        held = json.loads(text)
        yield held["values"] | {"about": held["about"]}
