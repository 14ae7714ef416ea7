"""Email that goes out: what is told and asked, what we write back, and new links. Sent over SMTP.

An email whose sending broke off is sent again with the same Message-ID, so that whoever receives it can tell.
"""

import logging
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors.answer_links import address_of_link, link_for, said_in_full
from sidebyside.doors.email_names import SEVERAL, message_id, reply_address
from sidebyside.doors.email_words import Block, as_html, as_text, asked, waiting
from sidebyside.doors.models_email import AnswerLink, EmailOut
from sidebyside.doors.sending import GIVE_UP, SENDERS, TRY_AGAIN, CouldNotSend
from sidebyside.kit.words import say
from sidebyside.kit.worker import each
from sidebyside.people.models import Ask, Message, Person
from sidebyside.people.sheets import language_of, sheet_of

log = logging.getLogger(__name__)
AT_ONCE = 50


def send(message: Message, everything: bool, now: datetime) -> None:
    """Raises CouldNotSend: again when the mail server may only be away, and for good when it knows no such address."""
    with translation.override(language_of(message.person)):
        built = email(message, everything, now)
    carry(built)


def carry(built: EmailMultiAlternatives) -> None:
    """Hand it to the mail server. Raises CouldNotSend."""
    try:
        built.send()
    except SMTPRecipientsRefused as error:
        for_good = all(code >= 500 for code, _words in error.recipients.values())
        raise CouldNotSend("email_bounced" if for_good else "email_not_taken", again=not for_good) from error
    except ValueError as error:  # it cannot be an address at all
        raise CouldNotSend("email_bounced") from error
    except (OSError, SMTPException) as error:
        raise CouldNotSend("email_not_taken", again=True) from error


def email(message: Message, everything: bool, now: datetime) -> EmailMultiAlternatives:
    """The email of a message, in her language."""
    person, ref = message.person, message.ref
    if message.ask and everything:
        return _question(message.ask, link_for(message, now=now), ref)
    news = say(message.code, message.values) if everything else _("There is something new for you.")
    blocks = waiting(person, news, reverse("me"), by_reply=bool(reply_address(ref)))
    return _built(person.email, _subject(), blocks, ref, person=person, thread=ref)


def _question(ask: Ask, link: AnswerLink, ref: str) -> EmailMultiAlternatives:
    """thread: replies always name a message of ours, also when this email is only a new link."""
    sheet, message = sheet_of(ask), link.message or ask.messages.order_by("id").last()
    thread = message.ref if message else ""
    by_reply = bool(thread and reply_address(thread))
    blocks = asked(ask.person, ask, sheet, link=address_of_link(link), by_reply=by_reply)
    return _built(ask.person.email, sheet.title, blocks, ref, person=ask.person, thread=thread)


def built_for(person: Person, subject: str, blocks: list[Block], ref: str) -> EmailMultiAlternatives:
    """An email to this person that no reply answers: it speaks of several things."""
    named = {"Message-ID": message_id(ref, SEVERAL)}
    return _built(person.email, subject, blocks, ref, person=person, thread="", **named)


def _subject() -> str:
    return _("News from %(hub)s") % {"hub": settings.HUB_NAME}


def _built(
    to: str | None, subject: str, blocks: list[Block], ref: str, *, person: Person | None, thread: str, **headers: str
) -> EmailMultiAlternatives:
    """ref makes its Message-ID; thread is the reference of the message that an answer to it answers."""
    subject, back = " ".join(subject.split()), reply_address(thread) if thread else ""
    doors = settings.SITE_URL + reverse("my-doors")
    named = {
        "Message-ID": message_id(ref),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "List-Unsubscribe": f"<mailto:{back}?subject=STOP>, <{doors}>" if back else f"<{doors}>",
    }
    replies = [back] if back else None
    built = EmailMultiAlternatives(subject, as_text(blocks), to=[to or ""], headers=named | headers, reply_to=replies)
    built.attach_alternative(as_html(subject, blocks, person), "text/html")
    return built


def send_waiting(*, now: datetime) -> None:
    """Send what we write back, and the new links that were asked for. One that fails stops no other."""
    for rows, one in ((EmailOut.objects.select_related("answers__message"), _reply), (_new_links(), _new_link)):
        each(_claimed(rows, now), lambda row, one=one: _send_one(row, one, now))


def _new_links() -> QuerySet[AnswerLink]:
    return AnswerLink.objects.filter(message=None).select_related("ask__person")


def _claimed(rows: QuerySet, now: datetime) -> list[Model]:
    """What has not gone, for one worker at a time; what a worker did not finish comes again after ten minutes."""
    free = Q(started_at=None) | Q(started_at__lte=now - TRY_AGAIN)
    due = rows.filter(free, sent_at=None, made_at__gt=now - GIVE_UP).order_by("made_at", "id")[:AT_ONCE]
    return [row for row in due if rows.filter(free, pk=row.pk, sent_at=None).update(started_at=now) == 1]


def _send_one(row, build, now: datetime) -> bool:
    built = build(row, now)
    if built:
        try:
            built.send()
        except ValueError:
            log.warning("an email was written to what is no address")
        except (OSError, SMTPException):
            return False  # it comes again
    done = {"sent_at": now} | ({"words": []} if isinstance(row, EmailOut) else {})
    type(row).objects.filter(pk=row.pk).update(**done)
    return True


def _reply(row: EmailOut, now: datetime) -> EmailMultiAlternatives:
    thread = row.answers.message.ref if row.answers.message else ""
    blocks = [Block("p", words) if isinstance(words, str) else Block("ul", items=tuple(words)) for words in row.words]
    headers = {"In-Reply-To": row.in_reply_to, "References": row.in_reply_to} if row.in_reply_to else {}
    with translation.override(row.language):
        person = row.answers.person
        return _built(
            row.to,
            row.subject,
            blocks,
            row.ref,
            person=person,
            thread=thread,
            **headers | {"Auto-Submitted": "auto-replied"},
        )


def _new_link(link: AnswerLink, now: datetime) -> EmailMultiAlternatives | None:
    person = link.ask.person
    if person.erased_at or not person.email or not said_in_full(link.ask):
        return None
    with translation.override(language_of(person)):
        return _question(link.ask, link, link.ref)


SENDERS["email"] = send
