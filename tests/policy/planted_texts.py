"""Words planted in texts of the cast's project in other formats."""

from sidebyside.texts.models import Checker, Checking, Text, Version
from tests.cast import Cast, moment

NOON = moment("2024-03-12 10:00")
CODES = {
    "texts.Text": {"ref", "about", "of", "room"},
    "texts.Version": {"ref", "language", "format", "state", "pictures", "file", "captions", "source_digest"},
    "texts.Checking": {"ref"},
}


def plant_texts(cast: Cast, w) -> None:
    """An Easy Read that was checked, and a recording that is elsewhere. w(model, field) gives the word for a field."""
    text = Text.objects.create(about="project.about", of=cast.project.ref, room=cast.project.room)
    by = {"text": text, "language": "en", "made_by": cast.grace, "made_at": NOON}
    version = Version.objects.create(**by, format="easy-read", state="checked", words=w("texts.Version", "words"))
    Version.objects.create(
        **by, format="audio", state="draft", link=f"https://example.org/{w('texts.Version', 'link')}"
    )
    checking = Checking.objects.create(
        version=version,
        on_day=NOON.date(),
        session=w("texts.Checking", "session"),
        paid=True,
        recorded_by=cast.grace,
        recorded_at=NOON,
    )
    Checker.objects.create(checking=checking, person=cast.walter, may_be_named=True, said_at=NOON)
