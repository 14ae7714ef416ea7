"""What the pages about texts read."""

from pathlib import Path

from django.conf import settings

from sidebyside.doors.models_texts import TextIn
from sidebyside.kit.words import say

AT_MOST = 50


def for_the_desk() -> dict:
    """Texts that somebody must look at, the oldest first."""
    rows = TextIn.objects.filter(for_the_desk=True, dealt_with_at=None).select_related("person")
    texts = [
        {
            "ref": row.ref,
            "who": row.person.name if row.person else row.number,
            "words": row.words,
            "why": say(row.outcome),
            "at": row.received_at,
        }
        for row in rows.order_by("received_at", "id")[:AT_MOST]
    ]
    return {"texts": texts}


def sent_in_practice() -> list[str]:
    """The newest texts in the practice hub's folder."""
    folder = Path(settings.DATA_DIR) / "texts"
    files = sorted(folder.glob("*.txt"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.is_dir() else []
    return [path.read_text(encoding="utf-8") for path in files[:10]]
