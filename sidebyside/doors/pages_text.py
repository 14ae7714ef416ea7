"""What the pages about texts read."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from sidebyside.doors.models_texts import TextIn
from sidebyside.doors.text_in import people_with
from sidebyside.kit.sealed_reads import note_reads
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.roles import those_in_her_projects

AT_MOST, UNKNOWN = 50, "text_from_unknown_number"


def for_the_desk(reader: Person, *, now: datetime) -> dict:
    """Texts that somebody must look at, the oldest first. They may be answers: who reads them is noted, and nobody who
    runs a project of hers does."""
    rows = TextIn.objects.filter(for_the_desk=True, dealt_with_at=None).select_related("person")
    shown = list(rows.order_by("received_at", "id")[:AT_MOST])
    not_for_her = those_in_her_projects(reader)
    open_to_her = {row.pk for row in shown if not whose(row) & not_for_her}
    owners = [row.person for row in shown if row.person and row.pk in open_to_her]
    note_reads(reader=reader, owners=owners, what="read_text", why="read_text_why", now=now)
    texts = [
        {
            "ref": row.ref,
            "who": row.person.name if row.person else row.number,
            "words": row.words if row.pk in open_to_her else "",
            "why": say(row.outcome if row.pk in open_to_her else "only_the_desk_keys_this"),
            "at": row.received_at,
            "open": row.pk in open_to_her,
        }
        for row in shown
    ]
    return {"texts": texts}


def whose(row: TextIn) -> set[int]:
    """Whose text it is; when several people share its number, it may be of any of them."""
    if row.person_id:
        return {row.person_id}
    return set() if row.outcome == UNKNOWN else {person.pk for person in people_with(row.number)}


def sent_in_practice() -> list[str]:
    """The newest texts in the practice hub's folder."""
    folder = Path(settings.DATA_DIR) / "texts"
    files = sorted(folder.glob("*.txt"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.is_dir() else []
    return [path.read_text(encoding="utf-8") for path in files[:10]]
