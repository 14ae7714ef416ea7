"""Words planted in what the doors keep: texts, letters, emails, calls."""

from sidebyside.doors.models import TextIn, TextOut, TextTalk
from sidebyside.people.models import Ask
from tests.cast import Cast, moment

NOON = moment("2024-03-12 12:00")


def plant_doors(cast: Cast, w) -> None:
    """w(model, field, person) gives the word for a field, and keeps whom the row is about."""
    _plant_texts(cast, w)


def _plant_texts(cast: Cast, w) -> None:
    TextTalk.objects.create(
        ask=Ask.objects.filter(person=cast.amara).first(),
        number_digest=w("doors.TextTalk", "number_digest"),
        letter="A",
        said={"time": w("doors.TextTalk", "said")},
        opened_at=NOON,
    )
    TextIn.objects.create(
        provider_ref=w("doors.TextIn", "provider_ref"),
        number=w("doors.TextIn", "number"),
        words=w("doors.TextIn", "words"),
        received_at=NOON,
        outcome="text_from_unknown_number",
        for_the_desk=True,
    )
    TextOut.objects.create(
        number=w("doors.TextOut", "number"), words=w("doors.TextOut", "words"), made_at=NOON, sent_at=NOON
    )
