"""Passkeys: signing in with one's own phone, computer or security key, unlocked by its owner (decision 35).

Only the public half is kept. Each try has a challenge of its own, which the browser's session holds (`sessions.py`).
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import browsers, rules
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Passkey, Person

LONGEST_ANSWER = 20_000  # letters; no browser's answer comes near


def site() -> str:
    """The name that this hub's passkeys are bound to, from SITE_URL. "" where browsers make none: a number, or no HTTPS."""
    address = urlsplit(settings.SITE_URL)
    name = address.hostname or ""
    if name == "localhost":
        return name
    return name if address.scheme == "https" and not _is_a_number(name) else ""


def _is_a_number(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def _is_ours(origin: str) -> bool:
    """Did the browser stand on this very site? Not on another with the same end to its name, or at another port."""
    standard = {"https": 443, "http": 80}

    def place(address: str) -> tuple:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname, parts.port or standard.get(parts.scheme)

    return bool(site()) and place(origin) == place(settings.SITE_URL)


def _server() -> Fido2Server:
    us = PublicKeyCredentialRpEntity(id=site(), name=settings.HUB_NAME)
    server = Fido2Server(us, attestation=AttestationConveyancePreference.NONE, verify_origin=_is_ours)
    server.timeout = int(rules.CHALLENGE_LASTS.total_seconds() * 1000)  # type: ignore[assignment]
    return server


@contextmanager
def _or_refused() -> Iterator[None]:
    """Anybody can send anything: whatever is wrong with it, it is a passkey that is not right. No database in here."""
    try:
        yield
    except Exception as wrong:
        raise Refused(no("passkey_is_not_right")) from wrong


def _read(answer: str) -> dict:
    """What the browser said. Raises ValueError."""
    said = json.loads(answer) if len(answer) <= LONGEST_ANSWER else None
    if not isinstance(said, dict):
        raise ValueError("not what a browser says")
    return said


def begin_to_add(*, by: Acting) -> tuple[dict, dict]:
    """What her browser is asked to make a passkey with, and what to check its answer by. Raises Refused."""
    _refuse_to_add(by)
    her = by.person
    options, challenge = _server().register_begin(
        PublicKeyCredentialUserEntity(id=her.ref.encode(), name=her.name, display_name=her.name),
        [_credential(passkey) for passkey in her.passkeys.all()],
        ResidentKeyRequirement.REQUIRED,
        UserVerificationRequirement.REQUIRED,
    )
    return dict(options), challenge


def _refuse_to_add(by: Acting) -> None:
    if not site():
        raise Refused(no("passkeys_need_a_site"))
    refuse_unless(rules.can_do_on_card(signed_in_by_card=bool(by.card_made_by), what="adds_no_passkey"))
    refuse_unless(rules.can_add_passkey(helping=bool(by.helper), has=by.person.passkeys.count()))


def _credential(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(passkey.credential))


def _digest(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


@transaction.atomic
def add(*, by: Acting, name: str, answer: str, challenge: dict, now: datetime) -> Passkey:
    """Keep the passkey that her browser made. She is told by her own door. Raises Refused."""
    Person.objects.select_for_update().get(pk=by.person.pk)
    _refuse_to_add(by)
    with _or_refused():
        made = _server().register_complete(challenge, _read(answer))
        credential = made.credential_data
        if credential is None or credential.public_key.ALGORITHM not in CoseKey.supported_algorithms():
            raise ValueError("not a key that can be checked")
    passkey, new = Passkey.objects.get_or_create(
        id_digest=_digest(credential.credential_id),
        defaults={
            "person": by.person,
            "name": name,
            "credential": bytes(credential),
            "counter": made.counter,
            "made_at": now,
        },
    )
    if not new:
        raise Refused(no("passkey_is_here_already"))
    history.note(history.HUB, by, "passkey-added", by.person.ref, now=now, values={"passkey": passkey.ref})
    tell(by.person, "passkey_added", now=now)
    return passkey


def begin_to_sign_in() -> tuple[dict, dict]:
    """What any browser is asked to sign in with: no name, so nobody learns who has a passkey here. Raises Refused."""
    if not site():
        raise Refused(no("passkeys_need_a_site"))
    options, challenge = _server().authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return dict(options), challenge


def use(*, answer: str, challenge: dict, now: datetime) -> Passkey:
    """The passkey that answers the challenge, and so whose browser it is. Raises Refused.

    A counter that does not go up means that a copy is about: it is not let in, and she is told.
    """
    with _or_refused():
        said = _read(answer)
        response = AuthenticationResponse.from_dict(said)
    known = Passkey.objects.filter(id_digest=_digest(response.raw_id), person__erased_at=None)
    passkey = known.select_related("person").first()
    with _or_refused():
        _check(passkey, said, response, challenge)
    assert passkey is not None  # or _check would have refused
    counter = response.response.authenticator_data.counter
    went_on = rules.counter_went_on(before=passkey.counter, now=counter)
    same = Passkey.objects.filter(pk=passkey.pk, counter=passkey.counter)
    if not went_on or same.update(counter=counter, used_at=now) != 1:
        tell(passkey.person, "passkey_was_copied", now=now)
        raise Refused(no("passkey_looks_copied"))
    return passkey


def _check(passkey: Passkey | None, said: dict, response: AuthenticationResponse, challenge: dict) -> None:
    """Raises something when it is not hers, or not an answer to this challenge."""
    _server().authenticate_complete(challenge, [_credential(passkey)] if passkey else [], said)
    if passkey is None or response.response.user_handle != passkey.person.ref.encode():
        raise ValueError("another person's")


def rename(*, passkey: Passkey, name: str) -> None:
    passkey.name = name
    passkey.save(update_fields=["name"])


@transaction.atomic
def take_away(*, passkey: Passkey, by: Acting, here: str, now: datetime) -> None:
    """It signs in no more, and whoever came in by it is signed out, but for the browser that says so (`here`).

    She is told by her own door. Twice is once.
    """
    came_in = list(passkey.browsers.exclude(session_key=here))
    if not Passkey.objects.filter(pk=passkey.pk).delete()[0]:
        return
    browsers.sign_out(came_in)
    history.note(history.HUB, by, "passkey-taken-away", passkey.person.ref, now=now, values={"passkey": passkey.ref})
    tell(passkey.person, "passkey_taken_away", now=now)
