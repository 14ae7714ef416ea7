"""Signing in by email: a link and a code, each good once, for 30 minutes. Only digests are kept."""

import logging
import secrets
from datetime import datetime, timedelta
from smtplib import SMTPException
from threading import Thread
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit.verdict import Refused, no
from sidebyside.people import rules
from sidebyside.people.digests import digest, new_code
from sidebyside.people.models import Account, Person, SignInLink

log = logging.getLogger(__name__)


def send_link(*, email: str, then: str, now: datetime) -> None:
    """Email a link and a code to whoever has this address. Whoever asks learns nothing about whether anybody has.

    then: the page to go to after signing in, already checked.
    """
    person = person_with(email)
    if person is None or not rules.can_send_link(_made_lately(person, now), now=now):
        return
    token, code = secrets.token_urlsafe(32), new_code(8)
    SignInLink.objects.create(
        person=person, token_digest=digest("link", token), code_digest=digest("code", code), made_at=now
    )
    send(_email(person, token, code, then))


def person_with(email: str) -> Person | None:
    return Person.objects.filter(email__iexact=email.strip(), erased_at=None).first()


def _made_lately(person: Person, now: datetime) -> list[datetime]:
    lately = SignInLink.objects.filter(person=person, made_at__gt=now - timedelta(hours=1))
    return list(lately.values_list("made_at", flat=True))


def _email(person: Person, token: str, code: str, then: str) -> EmailMessage:
    query = urlencode({"code": code} | ({"next": then} if then != "/" else {}))
    link = f"{settings.SITE_URL}{reverse('sign-in-link', args=[token])}?{query}"
    with translation.override("en-x-easy" if person.format == "easy-read" else "en-gb"):
        words = _(
            "Hello %(name)s,\n\n"
            "Open this link to sign in to %(hub)s:\n\n%(link)s\n\n"
            "Or type this code on the page where you asked to sign in:\n\n%(code)s\n\n"
            "The link and the code work once, in the next 30 minutes.\n\n"
            "Did you not ask for this? Then you do not need to do anything. Nobody can sign in without this email.\n"
        )
        subject = _("Sign in to %(hub)s") % {"hub": settings.HUB_NAME}
        values = {"name": person.name, "hub": settings.HUB_NAME, "link": link, "code": code}
        return EmailMessage(subject=subject, body=words % values, to=[person.email or ""])


def send(email: EmailMessage) -> None:
    """Send at once and never fail the page. Over a network it goes beside the page, which takes as long for anybody."""
    if settings.EMAIL_HOST:
        Thread(target=_send, args=[email], daemon=True).start()
    else:
        _send(email)


def _send(email: EmailMessage) -> None:
    try:
        email.send()
    except (OSError, SMTPException) as error:
        log.error("a sign-in email was not sent: %s", type(error).__name__)


def find(token: str, *, now: datetime) -> SignInLink | None:
    """The link with this token while it is good. Looking uses nothing up: programs that look at links may."""
    link = SignInLink.objects.filter(token_digest=digest("link", token)).select_related("person").first()
    good = link and rules.can_use_link(made_at=link.made_at, used_at=link.used_at, tries=link.tries, now=now)
    return link if good else None


def use_link(*, token: str, code: str, now: datetime) -> Account:
    """Sign in by a link with its code. Raises Refused."""
    link = find(token, now=now)
    if link is None:
        raise Refused(no("link_is_not_good"))
    return _use([link.pk], code, now)


def use_code(*, email: str, code: str, now: datetime) -> Account:
    """Sign in by typing the code from the email, in the browser that asked for it. Raises Refused."""
    person = person_with(email) if email else None
    fresh = SignInLink.objects.filter(person=person, used_at=None, made_at__gt=now - rules.LINK_LASTS)
    return _use(list(fresh.values_list("pk", flat=True)), code, now)


def _use(links: list[int], code: str, now: datetime) -> Account:
    """The try is counted before the code is looked at, so that trying many at once gains nothing."""
    tried = SignInLink.objects.filter(pk__in=links, used_at=None)
    tried.update(tries=F("tries") + 1)
    right = tried.filter(code_digest=digest("code", code), tries__lte=rules.TRIES).select_related("person").first()
    if right is None or SignInLink.objects.filter(pk=right.pk, used_at=None).update(used_at=now) != 1:
        raise Refused(no("code_is_not_right"))
    SignInLink.objects.filter(person=right.person, used_at=None).update(used_at=now)
    return account_of(right.person)


def account_of(person: Person) -> Account:
    """The person's way to sign in, made the first time she needs it. Raises Refused when it was closed."""
    account, made = Account.objects.get_or_create(person=person)
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    if not account.is_active:
        raise Refused(no("account_is_closed"))
    return account
