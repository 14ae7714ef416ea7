"""A new email address is hers once somebody who reads its post has pressed the button there: a link, once, 30 minutes."""

import secrets
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import links, rules
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest, digest_of_address, new_code
from sidebyside.people.models import Person, SignInLink
from sidebyside.people.roles import runs_a_project_of
from sidebyside.people.sheets import language_of


def refuse_taken(email: str, person: Person | None) -> None:
    taken = links.person_with(email) if email else None
    if taken and taken != person:
        raise Refused(no("email_is_taken"))


def ask_for_proof(*, person: Person, email: str, now: datetime) -> bool:
    """Send a link to the address that she wants. Until it is used, the address that she has now stays. Raises Refused.

    Two for one press of the button are one: then it says False.
    """
    refuse_taken(email, person)
    email, address = email.strip().lower(), digest_of_address(email)
    if waiting(person, now=now).filter(new_email=email, made_at__gt=now - rules.ONE_PRESS).exists():
        return False
    about = SignInLink.objects.filter(
        Q(person=person) | Q(address_digest=address), made_at__gt=now - timedelta(hours=1)
    )
    sent = about.exclude(new_email="").values_list("made_at", flat=True)
    refuse_unless(rules.can_ask_for_link(sent, now=now))
    waiting(person, now=now).update(used_at=now)
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        person=person,
        new_email=email,
        address_digest=address,
        token_digest=digest("link", token),
        code_digest=digest("code", new_code(8)),  # nobody is told it: this link has no code
        made_at=now,
    )
    links.send(_email(person, email, token))
    return True


def _email(person: Person, email: str, token: str) -> EmailMessage:
    values = {"hub": settings.HUB_NAME, "link": f"{settings.SITE_URL}{reverse('new-email', args=[token])}"}
    with translation.override(language_of(person)):
        words = _(
            "Hello,\n\n"
            "Somebody wants to use this email address in %(hub)s. Was it you? Then open this link:\n\n%(link)s\n\n"
            "The link works once, in the next 30 minutes.\n\n"
            "Was it not you? Then you do not need to do anything.\n"
        )
        subject = _("Your new email address in %(hub)s") % values
        return EmailMessage(subject=subject, body=words % values, to=[email])


def waiting(person: Person, *, now: datetime) -> QuerySet[SignInLink]:
    """The new address of hers that waits for its link to be used, if there is one."""
    sent = SignInLink.objects.filter(person=person, used_at=None, made_at__gt=now - rules.LINK_LASTS)
    return sent.exclude(new_email="")


def find(token: str, *, now: datetime) -> SignInLink | None:
    """The link with this token while it is good. Looking uses nothing up."""
    good = SignInLink.objects.filter(used_at=None, made_at__gt=now - rules.LINK_LASTS, person__erased_at=None)
    return good.exclude(new_email="").filter(token_digest=digest("link", token)).select_related("person").first()


@transaction.atomic
def use(*, token: str, now: datetime) -> None:
    """The address is hers from now on. What was sent to the one before signs nobody in any more. Raises Refused."""
    link = find(token, now=now)
    if link is None or SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now) != 1:
        raise Refused(no("link_is_not_good"))
    person = cast(Person, link.person)
    refuse_taken(link.new_email, person)
    set_email(person, link.new_email, by=Acting(person), now=now)


def set_email(person: Person, email: str | None, *, by: Acting, now: datetime) -> None:
    person.email = email
    person.save(update_fields=["email"])
    links.end_links_of(person, now=now)
    history.note(history.HUB, by, "details-changed", person.ref, now=now, values={"fields": ["email"]})


@transaction.atomic
def write_down(*, person: Person, email: str, by: Acting, now: datetime) -> None:
    """The desk writes down the email of somebody who has none, told in person. It too is proved first. Raises Refused."""
    if by.person == person:
        raise Refused(no("desk_does_not_record_itself"))
    if runs_a_project_of(by.person, person):
        raise Refused(no("recorder_runs_a_project_of_hers"))
    if person.email:
        raise Refused(no("has_an_email_already"))
    if ask_for_proof(person=person, email=email, now=now):
        history.note(history.HUB, by, "email-written-down", person.ref, now=now)
