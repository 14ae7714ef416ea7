"""Signing in by email: a link and a code, each good once, for 30 minutes. Only digests are kept.

Nobody can be locked out by a stranger who asks for links or types wrong codes: the newest link in her post works.
"""

import logging
import secrets
from datetime import datetime, timedelta
from smtplib import SMTPException
from threading import Thread
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit.verdict import Refused, Verdict, no
from sidebyside.people import rules
from sidebyside.people.digests import digest, digest_of_address, new_code
from sidebyside.people.models import Account, Person, SignInLink
from sidebyside.people.sheets import language_of

log = logging.getLogger(__name__)


def send_link(*, email: str, then: str, now: datetime, asked: int | None = None) -> int:
    """Email a link and a code to whoever has this address. Whoever asks learns nothing about whether anybody has.

    then: the page to go to after signing in, already checked. asked: the number of the link that this browser asked for
    before. Returns the number of the link whose code this browser may type. For an address that nobody has, all is done
    in the same way, and nothing goes out.
    """
    SignInLink.objects.filter(made_at__lt=now - timedelta(days=1)).delete()
    address = digest_of_address(email)
    lately = list(sent_lately(address, now))
    will_do = rules.link_that_will_do(lately, asked=asked, now=now)
    if will_do:
        return will_do.pk
    if len(lately) >= rules.LINKS_AN_HOUR:
        _end_the_oldest(lately, now)
    person, token, code = person_with(email), secrets.token_urlsafe(32), new_code(8)
    link = SignInLink.objects.create(
        person=person,
        address_digest=address,
        token_digest=digest("link", token),
        code_digest=digest("code", code),
        made_at=now,
    )
    send(_email(person or Person(email=email), token, code, then), really=person is not None)
    return link.pk


def sent_lately(address: str, now: datetime) -> QuerySet[SignInLink]:
    """The links to sign in with that were asked for this address in the last hour, the oldest first."""
    lately = SignInLink.objects.filter(address_digest=address, new_email="", made_at__gt=now - timedelta(hours=1))
    return lately.order_by("made_at", "id")


def _end_the_oldest(lately: list[SignInLink], now: datetime) -> None:
    oldest = next((link for link in lately if not link.used_at), None)
    if oldest:
        SignInLink.objects.filter(pk=oldest.pk, used_at=None).update(used_at=now)


def person_with(email: str) -> Person | None:
    return Person.objects.filter(email__iexact=email.strip(), erased_at=None).first()


def _email(person: Person, token: str, code: str, then: str) -> EmailMessage:
    query = f"?{urlencode({'next': then})}" if then != "/" else ""
    link = f"{settings.SITE_URL}{reverse('sign-in-link', args=[token])}{query}"
    with translation.override(language_of(person)):
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


def send(email: EmailMessage, *, really: bool = True) -> None:
    """Send at once and never fail the page. Over a network it goes beside the page, which takes as long for anybody."""
    if settings.EMAIL_HOST:
        Thread(target=_send, args=[email, really], daemon=True).start()
    else:
        _send(email, really)


def _send(email: EmailMessage, really: bool) -> None:
    if not really:
        return
    try:
        email.send()
    except (OSError, SMTPException) as error:
        log.error("a sign-in email was not sent: %s", type(error).__name__)


def _good(now: datetime) -> QuerySet[SignInLink]:
    return SignInLink.objects.filter(
        used_at=None, made_at__gt=now - rules.LINK_LASTS, person__isnull=False, person__erased_at=None
    ).select_related("person")


def find(token: str, *, now: datetime) -> SignInLink | None:
    """The link with this token while it is good. Looking uses nothing up: programs that look at links may."""
    return _good(now).filter(token_digest=digest("link", token), new_email="").first()


def use_link(*, token: str, now: datetime) -> Account:
    """Sign in by a link. Its token is long enough that nobody guesses it, so no wrong code stops it. Raises Refused."""
    link = find(token, now=now)
    if link is None:
        raise Refused(no("link_is_not_good"))
    return _use(link, now, no("link_is_not_good"))


def use_code(*, asked: int | None, code: str, now: datetime) -> Account:
    """Sign in by typing the code from the email, in the browser that asked for it. Raises Refused.

    asked: the link that this browser asked for: a stranger who types wrong codes uses up only the tries of her own. The
    try is counted before the code is looked at, so that trying many at once gains nothing.
    """
    tried = SignInLink.objects.filter(pk=asked or 0, used_at=None, new_email="")
    tried.update(tries=F("tries") + 1)
    right = (
        _good(now).filter(pk=asked or 0, new_email="", code_digest=digest("code", code), tries__lte=rules.TRIES).first()
    )
    if right is None:
        raise Refused(no("code_is_not_right"))
    return _use(right, now, no("code_is_not_right"))


def _use(link: SignInLink, now: datetime, otherwise: Verdict) -> Account:
    """Once, and with it end all others that were sent to her. Raises Refused."""
    if SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now) != 1:
        raise Refused(otherwise)
    person = cast(Person, link.person)
    end_links_of(person, now=now)
    return account_of(person)


def end_links_of(person: Person, *, now: datetime) -> None:
    """What was sent to her before signs nobody in any more."""
    SignInLink.objects.filter(person=person, new_email="", used_at=None).update(used_at=now)


def account_of(person: Person) -> Account:
    """The person's way to sign in, made the first time she needs it. Raises Refused when it was closed."""
    account, made = Account.objects.get_or_create(person=person)
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    if not account.is_active:
        raise Refused(no("account_is_closed"))
    return account
