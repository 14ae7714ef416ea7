"""Whether everything that a project says of itself is there in Easy Read, checked and in step. One query."""

from datetime import datetime

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN, Fact, offers
from sidebyside.projects.models import Project
from sidebyside.projects.texts import sources
from sidebyside.texts.models import Version
from sidebyside.texts.rules import CHECKED, EASY_READ, SOURCE_LANGUAGE, is_older


@offers("projects.texts_in_easy_read")
def what_texts_show(project: Project, now: datetime) -> dict[str, Fact]:
    """Shown only by what members did: an Easy Read that nobody checked, or that is older than the text, is partly."""
    rows = Version.objects.made().filter(text__of=project.ref, format=EASY_READ, language=SOURCE_LANGUAGE)
    newest = {row.text.about: row for row in rows.select_related("text").order_by("made_at", "id")}
    texts = [one for one in sources(project) if one.words]
    there = [newest[one.about] for one in texts if one.about in newest]
    fine = [
        one
        for one in texts
        if (row := newest.get(one.about)) and row.state == CHECKED and not is_older(row.source_digest, one.words)
    ]
    if not there:
        return {"projects.texts_in_easy_read": Fact(NOT_YET, "texts_in_easy_read_not_yet")}
    status = SHOWN if len(fine) == len(texts) else PARTLY
    values = {"some": len(fine), "everyone": len(texts)}
    return {"projects.texts_in_easy_read": Fact(status, "texts_in_easy_read", values)}
