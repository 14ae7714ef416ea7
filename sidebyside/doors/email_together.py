"""Once a day, all together: one email with everything that is due, each with its own link where it may be said in full."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.doors.answer_links import address_of_link, link_for, said_in_full
from sidebyside.doors.email_out import built_for, carry
from sidebyside.doors.email_words import Block
from sidebyside.doors.sending import TOGETHER, reveals_of
from sidebyside.kit.words import say
from sidebyside.people.models import Message
from sidebyside.people.reach import EVERYTHING, may_say, reach_of
from sidebyside.people.sheets import language_of, sheet_of


def send_together(messages: Sequence[Message], now: datetime) -> None:
    """One email for all of these, which are to one person. It carries the reference of the first. Raises CouldNotSend."""
    person = messages[0].person
    with translation.override(language_of(person)):
        subject = ngettext("%(n)s thing for you", "%(n)s things for you", len(messages)) % {"n": len(messages)}
        blocks = [Block("p", _("Hello %(name)s,") % {"name": person.name})]
        for message in messages:
            blocks += _one(message, now)
        page = settings.SITE_URL + reverse("me")
        blocks.append(Block("link", _("Everything that waits for you is here, when you sign in:"), href=page))
        built = built_for(person, subject, blocks, messages[0].ref)
    carry(built)


TOGETHER["email"] = send_together


def _one(message: Message, now: datetime) -> list[Block]:
    if message.ask and said_in_full(message.ask):
        link = address_of_link(link_for(message, now=now))
        words = _("Open this link to read it and to answer. It works once:")
        return [Block("h", sheet_of(message.ask).title), Block("link", words, href=link)]
    if message.ask is None and may_say_all(message):
        return [Block("p", say(message.code, message.values))]
    return [Block("p", _("There is something new for you. Sign in to read it."))]


def may_say_all(message: Message) -> bool:
    says = reach_of(message.person).says
    return may_say("email", reveals=reveals_of(message), says=says) == EVERYTHING
