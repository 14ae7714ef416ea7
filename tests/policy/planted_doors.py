"""Words planted in what the doors keep: texts, letters, emails, calls."""

from sidebyside.doors.models import AnswerLink, DoorRate, EmailIn, EmailOut, GivenBack, TextIn, TextOut, TextTalk
from sidebyside.doors.models_post import Letter, PaperForm, PaperTry
from sidebyside.people.models import Ask, Message
from tests.cast import Cast, moment

NOON = moment("2024-03-12 12:00")


def plant_doors(cast: Cast, w) -> None:
    """w(model, field, person) gives the word for a field, and keeps whom the row is about."""
    _plant_texts(cast, w)
    _plant_post(cast, w)
    _plant_email(cast, w)
    _plant_costs(cast)


def _plant_costs(cast: Cast) -> None:
    """A text that is still to be given back, and a stamp that was."""
    DoorRate.objects.create(way="text", pence=12, set_by=cast.delia, set_at=NOON)
    of = {"person": cast.amara, "month": NOON.date().replace(day=1), "count": 1}
    GivenBack.objects.create(way="text", **of)
    GivenBack.objects.create(way="stamp", pence=87, how="cash", given_on=NOON.date(), given_by=cast.delia, **of)


def _plant_email(cast: Cast, w) -> None:
    """An email for the desk, what is written back to it, and a link."""
    AnswerLink.objects.create(
        ask=Ask.objects.filter(person=cast.amara).first(),
        token_digest=w("doors.AnswerLink", "token_digest"),
        used_for=w("doors.AnswerLink", "used_for"),
        made_at=NOON,
    )
    email = EmailIn.objects.create(
        came_as=w("doors.EmailIn", "came_as"),
        person=cast.amara,
        sender=w("doors.EmailIn", "sender", cast.amara),
        words=w("doors.EmailIn", "words", cast.amara),
        received_at=NOON,
        outcome="email_from_other_address",
        for_the_desk=True,
    )
    EmailOut.objects.create(
        answers=email,
        to=w("doors.EmailOut", "to"),
        subject=w("doors.EmailOut", "subject"),
        words=[w("doors.EmailOut", "words")],
        in_reply_to=w("doors.EmailOut", "in_reply_to"),
        made_at=NOON,
    )


def _plant_post(cast: Cast, w) -> None:
    """A letter to print, one to post, and one in the post with a form."""
    ask = Ask.objects.filter(person=cast.amara).first()
    for number, ready in enumerate(({}, {"printed_at": NOON, "printed_by": cast.delia})):
        news = Message.objects.create(
            person=cast.amara, code="card_used", door="post", made_at=NOON, due_at=NOON, sent_at=NOON
        )
        Letter.objects.create(message=news, everything=bool(number), made_at=NOON, **ready)
    message = Message.objects.create(
        person=cast.amara, ask=ask, code="ask_round_title", door="post", made_at=NOON, due_at=NOON, sent_at=NOON
    )
    on_its_way = {"posted_at": NOON, "posted_by": cast.delia}
    letter = Letter.objects.create(message=message, everything=True, made_at=NOON, **on_its_way)
    digest = w("doors.PaperForm", "code_digest")
    PaperForm.objects.create(letter=letter, ask=ask, code_digest=digest, made_at=NOON, used_at=NOON, used_by=cast.delia)
    PaperTry.objects.create(by=cast.grace, why="paper_code_unknown", at=NOON)


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
