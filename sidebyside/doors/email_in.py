"""Emails that come in: matched to the right ask, recorded in her name, or answered with one plain sentence.

An answer counts only when the email names a message that this hub signed and comes from the address of whoever it went to.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import Message as RawEmail

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors import email_parse, email_rules, email_taking
from sidebyside.doors.answer_links import said_in_full
from sidebyside.doors.email_names import SEVERAL, ours, refs_in
from sidebyside.doors.email_parse import Came
from sidebyside.doors.email_taking import LEFT_OUT, Outcome
from sidebyside.doors.email_words import all_marks
from sidebyside.doors.models_email import EmailIn, EmailOut
from sidebyside.doors.sending import sent_with, trouble
from sidebyside.kit import history
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.links import person_with
from sidebyside.people.models import Message, Person
from sidebyside.people.sheets import language_of

FOR_THE_DESK = {
    "email_from_other_address",
    "email_from_unknown",
    "email_has_no_question",
    "email_is_not_clear",
    "email_is_not_clear_again",
    "email_stop",
}
KEPT = 2000  # letters that are kept for the desk
A_DAY = timedelta(days=1)


def received_email(raw: bytes | RawEmail, *, now: datetime, too_big: bool = False) -> EmailIn:
    """An email came in. The same one brought twice is one. Whatever it is there is a record of it.

    raw: as it came over the wire, or as the standard library reads it. too_big: it is only the headers of a huge one.
    """
    came = email_parse.read(raw, marks=all_marks(), too_big=too_big)
    known = EmailIn.objects.filter(came_as=came.known_by).first()
    return known or _take_in(came, now)


@transaction.atomic
def _take_in(came: Came, now: datetime) -> EmailIn:
    message = _message_of(came)
    row = EmailIn(came_as=came.known_by, message=message, sender=came.sender[:320], received_at=now)
    row.person = message.person if message else person_with(came.sender) if came.sender else None
    with translation.override(_language(row)):
        outcome = _outcome(came, row, now)
        row.outcome, row.for_the_desk = outcome.code, outcome.code in FOR_THE_DESK
        row.words = came.words[:KEPT] if row.for_the_desk else ""
        row.save()
        if outcome.reply:
            _write_back(row, came, outcome.reply, now)
    return row


def _language(row: EmailIn) -> str:
    """Hers, when it is she who wrote: nobody else learns what she reads."""
    hers = row.person and row.sender == (row.person.email or "").lower()
    return language_of(row.person) if row.person and hers else settings.LANGUAGE_CODE


def _message_of(came: Came) -> Message | None:
    """What it answers: by the address it came to, else by the Message-ID that it replies to."""
    refs = [*refs_in(came.to), *refs_in(came.answers)]
    found = {m.ref: m for m in Message.objects.filter(ref__in=refs).select_related("person", "ask__person")}
    return next((found[ref] for ref in refs if ref in found), None)


def _outcome(came: Came, row: EmailIn, now: datetime) -> Outcome:
    message = row.message
    if came.failed:
        return _bounced(came, now)
    if came.automatic or came.sender in ours():
        return Outcome("email_automatic")
    if message is None:
        return _unknown(row, now)
    if message.person.erased_at:
        return Outcome("email_automatic")
    if came.sender != (message.person.email or "").lower():
        reply = _("You wrote from another address than the one that we wrote to. So we did not write down an answer.")
        more = _("Write from that address, or ask the hub's desk. Somebody at the desk will read your email.")
        return Outcome("email_from_other_address", _once_a_day(row, now, [reply, more]))
    if email_rules.wants_to_stop(came.words, came.subject):
        return _stop(message.person, now)
    return _answer(came, message, now)


def _bounced(came: Came, now: datetime) -> Outcome:
    """Only a report about a message that we signed is believed."""
    for message in all_in(came.failed):
        trouble(message, "email_bounced", now=now)
    return Outcome("email_bounced")


def all_in(message_ids: Iterable[str]) -> list[Message]:
    """Every message that these emails of ours brought."""
    ids = list(message_ids)
    several = Message.objects.filter(ref__in=refs_in(ids, SEVERAL))
    return [*Message.objects.filter(ref__in=refs_in(ids)), *(one for first in several for one in sent_with(first))]


def _unknown(row: EmailIn, now: datetime) -> Outcome:
    """No message of ours is named. Only somebody whom we know gets a reply: strangers' addresses are easily made up."""
    if row.person is None:
        return Outcome("email_from_unknown")
    words = _("We could not tell which question your email answers. So we did not write down an answer.")
    more = _("Reply to the email that asked you. Or sign in, or ask the hub's desk.")
    return Outcome("email_has_no_question", _once_a_day(row, now, [words, more]))


def _once_a_day(row: EmailIn, now: datetime, words: list[str]) -> list[str]:
    """Nothing when this address was told something today already: two programs would write to each other for ever."""
    lately = EmailOut.objects.filter(made_at__gt=now - A_DAY, made_at__lte=now).select_related("answers")
    told = any(out.answers.sender == row.sender for out in lately.filter(answers__outcome__in=FOR_THE_DESK))
    return [] if told else words


def _stop(person: Person, now: datetime) -> Outcome:
    """No more emails, at once. She is told once; the desk sees it, and what she is asked goes by her next door."""
    says = {**person.reach.get("says", {}), "email": "nothing"}
    if person.reach.get("says", {}).get("email") != "nothing":
        person.reach = {**person.reach, "says": says}
        person.save(update_fields=["reach"])
        history.note(history.HUB, Acting(person, door="email"), "emails-stop", person.ref, now=now)
    words = _("You wrote STOP. We send you no more emails, except a link to sign in when you ask for one.")
    return Outcome("email_stop", [words, _("To get emails again, sign in and choose it, or ask the hub's desk.")])


def _answer(came: Came, message: Message, now: datetime) -> Outcome:
    if message.ask is None:
        words = _(
            "Our email asked you nothing, so there is nothing to write down. Somebody at the desk will read yours."
        )
        return Outcome("email_has_no_question", [words])
    if not said_in_full(message.ask):
        words = _("This question is not answered by email, so that it stays private. We did not write down an answer.")
        return Outcome("email_may_not_answer", [words, _("Sign in to answer it, or ask the hub's desk how you can.")])
    if came.too_big:
        words = _("Your email was too big, so we could not read it. Please write a short one, with nothing attached.")
        return Outcome("email_is_too_big", [words])
    outcome = email_taking.take_words(came.words, message.ask, said_at=_said_at(came, message, now), now=now)
    return Outcome(outcome.code, [*outcome.reply, *([say(LEFT_OUT)] if came.attachments else [])])


def _said_at(came: Came, message: Message, now: datetime) -> datetime:
    """When it reached a mail server that says so: an email read late was still said in time.

    Never later than now, and never before the question went out.
    """
    return max(min(came.said_at.astimezone(UTC), now), message.made_at) if came.said_at else now


def _write_back(row: EmailIn, came: Came, words: list, now: datetime) -> None:
    subject = came.subject if came.subject.lower().startswith("re:") else f"Re: {came.subject}"
    EmailOut.objects.create(
        answers=row,
        to=row.sender,
        subject=subject[:200],
        words=words,
        language=_language(row),
        in_reply_to=came.message_id,
        made_at=now,
    )


def dealt_with(row: EmailIn, *, by: Acting, now: datetime) -> None:
    """Somebody at the desk has read it and done what it needs: its words are not kept any longer."""
    EmailIn.objects.filter(pk=row.pk, dealt_with_at=None).update(dealt_with_by=by.person, dealt_with_at=now, words="")
