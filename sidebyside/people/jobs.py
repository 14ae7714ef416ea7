"""What people are told goes out by email to those who have one, and stays on their own page for everybody."""

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit.words import say
from sidebyside.kit.worker import every
from sidebyside.people.models import Message

# What may be said in full in an email; of all else it says only that something is waiting (decision 9).
SAID_IN_FULL = {"card_made", "card_word_set", "card_used", "card_locked"}
TRY_AGAIN, GIVE_UP = timedelta(minutes=10), timedelta(days=2)


@every(minutes=1)
def send_messages(*, now: datetime) -> None:
    """A message is claimed, sent and marked as sent; one whose sending broke off is tried again, for two days."""
    waiting = Message.objects.filter(
        sent_at=None, seen_at=None, door__in=["web", "email"], person__email__isnull=False, made_at__gt=now - GIVE_UP
    )
    for message in waiting.filter(_free(now)).select_related("person").order_by("made_at", "id")[:50]:
        if Message.objects.filter(_free(now), pk=message.pk, sent_at=None).update(started_at=now) == 1:
            _send(message, now)


def _free(now: datetime) -> Q:
    return Q(started_at=None) | Q(started_at__lte=now - TRY_AGAIN)


def _send(message: Message, now: datetime) -> None:
    try:
        _email(message).send()
    except (OSError, SMTPException):
        return
    Message.objects.filter(pk=message.pk).update(sent_at=now)


def _email(message: Message) -> EmailMessage:
    person = message.person
    with translation.override("en-x-easy" if person.format == "easy-read" else "en-gb"):
        full = message.code in SAID_IN_FULL
        news = say(message.code, message.values) if full else _("There is something new for you.")
        body = _("Hello %(name)s,\n\n%(news)s\n\nSign in to read it or to do something about it:\n\n%(link)s\n") % {
            "name": person.name,
            "news": news,
            "link": f"{settings.SITE_URL}{reverse('me')}",
        }
        return EmailMessage(
            subject=_("News from %(hub)s") % {"hub": settings.HUB_NAME}, body=body, to=[person.email or ""]
        )
