"""What an email and its link are known by. All of it comes from one opaque reference and the hub's secret, so that an email
that is sent again carries the same names, and nobody else can make one up."""

import base64
import re
from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

REF = r"[2-9a-z]{12}"
SIGNED = re.compile(rf"(?:\+|<)({REF})\.?([a-z2-7]{{20}})@")

# An email that brings several things is signed as that, by its first: no reply to it answers any one of them.
ONE, SEVERAL = "message", "together"


def signature(place: str, ref: str, letters: int = 20) -> str:
    """Small letters and figures that only this hub can make for this reference."""
    made = salted_hmac(f"sidebyside.email.{place}", ref, algorithm="sha256").digest()
    return base64.b32encode(made).decode().lower()[:letters]


def message_id(ref: str, place: str = ONE) -> str:
    return f"<{ref}.{signature(place, ref)}@{_domain()}>"


def reply_address(ref: str) -> str:
    """Where an answer by email goes: our mailbox, with what it answers after a plus. Empty when the hub reads no replies."""
    mailbox, _at, domain = settings.REPLY_TO.partition("@")
    return f"{mailbox}+{ref}{signature('message', ref)}@{domain}" if domain else ""


def refs_in(headers: Iterable[str], place: str = ONE) -> list[str]:
    """The references in the addresses and Message-IDs of these headers that this hub signed."""
    found = [match for header in headers for match in SIGNED.findall(header.lower())]
    return [ref for ref, signed in found if constant_time_compare(signed, signature(place, ref))]


def ours() -> set[str]:
    """The addresses that we write from. What comes from them was written by this program."""
    return {parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower(), settings.REPLY_TO.lower()} - {""}


def link_token(ref: str) -> str:
    """The secret in the address of a link: it is worked out anew to be sent, and only its digest is kept."""
    return signature("link", ref, 40)


def _domain() -> str:
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return settings.REPLY_TO.partition("@")[2] or sender.partition("@")[2] or "localhost"
