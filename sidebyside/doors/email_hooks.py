"""What a mail provider tells us: emails that came in, and emails that did not arrive. Read by django-anymail."""

import logging
from datetime import datetime, timedelta

import anymail.urls
from anymail.exceptions import AnymailError
from anymail.signals import AnymailInboundEvent, AnymailTrackingEvent
from anymail.webhooks.base import AnymailBaseWebhookView, AnymailBasicAuthMixin
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest

from sidebyside.doors.email_in import all_in, received_email
from sidebyside.doors.sending import trouble
from sidebyside.people.links import person_with
from sidebyside.people.models import Message

log = logging.getLogger(__name__)

OURS = {
    "brevo",
    "mailersend",
    "mailgun",
    "mailjet",
    "mailtrap",
    "postal",
    "postmark",
    "resend",
    "sendgrid",
    "sparkpost",
}
DID_NOT_ARRIVE = {"bounced", "rejected", "failed"}
LARGEST = 50_000_000  # bytes: the most that providers bring at once
LATELY = timedelta(days=5)


class CannotRead(Exception):
    """What came is not what the provider says, or does not show the secret. status: what the provider is answered."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


def told(request: HttpRequest, kind: str) -> list[AnymailInboundEvent | AnymailTrackingEvent]:
    """What the provider tells us. kind: inbound or tracking.

    Raises Http404 when this hub has no such provider, or has set no secret for it; CannotRead when the secret or the
    signature is wrong, or what came makes no sense.
    """
    try:
        view = _reader(kind)
        AnymailBasicAuthMixin.validate_request(view, request)
        _read_whole(request)
        view.run_validators(request)
        return view.parse_events(request)
    except (AnymailError, ImproperlyConfigured, ValueError, KeyError, TypeError, AttributeError) as error:
        log.error("what the mail provider told could not be read: %s", type(error).__name__)
        raise CannotRead(400) from error


def _reader(kind: str) -> AnymailBaseWebhookView:
    """Anymail's own reader for the provider that is set, with its checks. It listens only where there is a secret to check."""
    wanted = f"{settings.MAIL_PROVIDER}_{kind}_webhook"
    found = [p for p in anymail.urls.urlpatterns if p.name == wanted and settings.MAIL_PROVIDER in OURS]
    secret = any(name.endswith(("SECRET", "KEY")) for name in settings.ANYMAIL)
    if not found or not secret:
        raise Http404
    view = found[0].callback.view_class()
    if view.warn_if_no_basic_auth and not view.basic_auth:
        raise Http404
    return view


def _read_whole(request: HttpRequest) -> None:
    """An email with a large attachment comes as one large body: more than a form of ours may hold, less than the machine."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        raise CannotRead(413)
    if not hasattr(request, "_body"):
        request._body = request.read()


def came(event: AnymailInboundEvent, *, now: datetime) -> None:
    message = event.message
    if message.envelope_recipient:
        message["X-Original-To"] = message.envelope_recipient
    received_email(message, now=now)


def fared(event: AnymailTrackingEvent, *, now: datetime) -> None:
    """An email that did not arrive raises a task, never silence. Later is not never: what is only delayed is left."""
    if event.event_type not in DID_NOT_ARRIVE:
        return
    found = all_in([f"<{str(event.message_id).strip('<>')}>"]) or _last_to(event.recipient, now)
    for message in found:
        trouble(message, "email_bounced", now=now)


def _last_to(address: str | None, now: datetime) -> list[Message]:
    """Some providers give emails names of their own; then it is the last that went to this address."""
    person = person_with(address) if address else None
    if person is None:
        return []
    sent = person.messages.filter(door__in=["email", "web"], trouble="", sent_at__gt=now - LATELY)
    return list(sent.order_by("-sent_at", "-id")[:1])
