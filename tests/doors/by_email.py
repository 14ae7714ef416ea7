"""Small steps that tests of email are told in."""

import re
from email.message import EmailMessage
from email.utils import format_datetime

from django.core import mail
from django.core.mail import EmailMultiAlternatives

from sidebyside.doors.jobs import send_email_replies, send_what_is_due
from sidebyside.people.asks import counting
from sidebyside.people.models import Ask, Person
from tests.standing.world import opened_round, proposed

MAILBOX = "answer@hub.example.org"


def wants_email(person: Person, how_much: str = "everything") -> Person:
    """She is reached by email, which may say this much."""
    person.door, person.reach = "email", {"says": {"email": how_much}}
    person.save()
    return person


def asked_by_email(cast, person: Person, now, *, about: str = "proposal") -> tuple[Ask, EmailMultiAlternatives]:
    """She is asked about a proposal, or in a round, and has the email."""
    (proposed if about == "proposal" else opened_round)(cast, now)
    mail.outbox.clear()
    send_what_is_due(now=now)
    ask = Ask.objects.filter(person=person).order_by("-id").first()
    return ask, next(email for email in mail.outbox if email.to == [person.email])


def reply(to: EmailMultiAlternatives, words: str, **headers) -> bytes:
    """What her program sends back: her words over the email that it quotes. Headers may be given: from_="…"."""
    quoted = "\n".join(f"> {line}" for line in to.body.splitlines())
    email = EmailMessage()
    named = {
        "From": to.to[0],
        "To": to.reply_to[0] if to.reply_to else MAILBOX,
        "Subject": f"Re: {to.subject}",
        "Message-ID": f"<{abs(hash(words))}@her.example.org>",
        "In-Reply-To": to.extra_headers["Message-ID"],
    }
    for name, value in (named | {n.strip("_").replace("_", "-").title(): v for n, v in headers.items()}).items():
        if value is not None:
            email[name if name != "Message-Id" else "Message-ID"] = value
    email.set_content(f"{words}\n\nOn Tue, 12 Mar 2024 at 10:00, Our hub <hub@localhost> wrote:\n{quoted}\n")
    return email.as_bytes()


def received_header(at) -> str:
    return f"from mx.example.org by mail.hub.example.org with ESMTP; {format_datetime(at)}"


def written_back(now) -> list[EmailMultiAlternatives]:
    """What goes back to whoever wrote."""
    mail.outbox.clear()
    send_email_replies(now=now)
    return list(mail.outbox)


def said(ask: Ask):
    """The answer that counts, or None."""
    answer = counting(ask)
    return answer.said if answer else None


def link_in(email: EmailMultiAlternatives) -> str:
    return re.search(r"http://[^/\s]+(/email/answer/\S+)", email.body)[1]
