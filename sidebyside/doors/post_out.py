"""Post: what is told and asked becomes a letter, which waits in the post room to be printed and posted."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from sidebyside.doors import post_rules as rules
from sidebyside.doors.models_post import Letter, PaperForm
from sidebyside.doors.sending import SENDERS, CouldNotSend, trouble
from sidebyside.kit.clock import LONDON
from sidebyside.kit.refs import LETTERS
from sidebyside.kit.worker import each
from sidebyside.people.digests import digest
from sidebyside.people.models import Ask, Message

TOO_LATE, CAME_BACK = "too_late_to_post", "letter_returned"


@transaction.atomic
def send(message: Message, everything: bool, now: datetime) -> None:
    """A letter in the post room; the same message twice is one letter.

    Raises CouldNotSend when the question closes too soon for a letter there and back: she is reached another way.
    """
    closes_on = closing_day(message.ask)
    if not rules.can_go_by_post(closes_on=closes_on, today=now.astimezone(LONDON).date(), form=everything):
        raise CouldNotSend(TOO_LATE)
    letter, _ = Letter.objects.get_or_create(
        message=message,
        defaults={
            "everything": everything,
            "made_at": now,
            "post_by": rules.post_by(closes_on, form=everything) if closes_on else None,
        },
    )
    if message.ask and letter.everything:
        PaperForm.objects.get_or_create(
            letter=letter,
            defaults={"ask": message.ask, "code_digest": digest("paper", code_of(message)), "made_at": now},
        )


def closing_day(ask: Ask | None) -> date | None:
    return ask.closes_at.astimezone(LONDON).date() if ask and ask.closes_at else None


def code_of(message: Message) -> str:
    """The code on the paper form of this message: always the same, and told from nothing but the message and our keys."""
    number = int(salted_hmac("sidebyside.paper-code", message.ref, algorithm="sha256").hexdigest(), 16)
    letters = ""
    for _ in range(rules.LENGTH - 1):
        number, place = divmod(number, len(LETTERS))
        letters += LETTERS[place]
    return rules.with_check(letters)


def code_page(message: Message) -> str:
    """Where the square code on a paper form leads."""
    return f"{settings.SITE_URL}/answer/{code_of(message)}/"


def give_up_what_is_too_late(*, now: datetime) -> int:
    """Letters that nobody posted, and that could not be answered in time any more: she is reached another way."""
    today = now.astimezone(LONDON).date()
    waiting = Letter.objects.wanted(now=now).filter(posted_at=None, post_by__lt=today).select_related("message__ask")
    late = [
        letter
        for letter in waiting.order_by("post_by", "id")[:200]
        if not rules.can_go_by_post(closes_on=closing_day(letter.message.ask), today=today, form=letter.everything)
    ]
    return each(late, lambda letter: trouble(letter.message, TOO_LATE, now=now))


SENDERS["post"] = send
