"""Email: what is told and asked, sent over SMTP."""

from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors.sending import SENDERS, CouldNotSend
from sidebyside.kit.words import say
from sidebyside.people.asks import address_of
from sidebyside.people.models import Message
from sidebyside.people.sheets import language_of


def send(message: Message, everything: bool, now: datetime) -> None:
    """Raises CouldNotSend, to be tried again: the mail server may only be away."""
    try:
        email(message, everything).send()
    except (OSError, SMTPException) as error:
        raise CouldNotSend("email_not_taken", again=True) from error


def email(message: Message, everything: bool) -> EmailMessage:
    person = message.person
    with translation.override(language_of(person)):
        news = say(message.code, message.values) if everything else _("There is something new for you.")
        page = address_of(message.ask) if message.ask and everything else reverse("me")
        body = _("Hello %(name)s,\n\n%(news)s\n\nSign in to read it or to do something about it:\n\n%(link)s\n") % {
            "name": person.name,
            "news": news,
            "link": f"{settings.SITE_URL}{page}",
        }
        return EmailMessage(
            subject=_("News from %(hub)s") % {"hub": settings.HUB_NAME}, body=body, to=[person.email or ""]
        )


SENDERS["email"] = send
