"""A phone or key that makes and uses passkeys, and the browser that hands on what it says. Its sums are real."""

import json
import os
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256, CoseKey
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)
from lxml import html

FLAG = AuthenticatorData.FLAG
PRESENT, VERIFIED = FLAG.UP, FLAG.UP | FLAG.UV


class Device:
    """Holds one passkey. What it says can be made wrong, one thing at a time."""

    def __init__(self, origin: str = "https://hub.example.org", site: str = "hub.example.org", *, counts: bool = True):
        self.origin, self.site, self.counts, self.counter = origin, site, counts, 0
        self.key, self.id, self.owner = ec.generate_private_key(ec.SECP256R1()), os.urandom(32), b""

    def make(self, options: dict, *, flags=VERIFIED, key: CoseKey | None = None, **wrong) -> str:
        """What the browser sends back when it is asked to make a passkey."""
        self.owner = websafe_decode(options["publicKey"]["user"]["id"])
        public = key or ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(Aaguid(bytes(16)), self.id, public)
        about = self._about(flags | FLAG.AT, wrong.get("site"), credential)
        told = self._told(wrong.get("type", CollectedClientData.TYPE.CREATE), options, wrong)
        return self._json(clientDataJSON=told, attestationObject=AttestationObject.create("none", about, {}))

    def use(self, options: dict, *, flags=VERIFIED, owner: bytes | None = None, key=None, **wrong) -> str:
        """What the browser sends back when it is asked to sign in."""
        about = self._about(flags, wrong.get("site"))
        told = self._told(wrong.get("type", CollectedClientData.TYPE.GET), options, wrong)
        signature = (key or self.key).sign(about + told.hash, ec.ECDSA(hashes.SHA256()))
        handle = self.owner if owner is None else owner
        return self._json(clientDataJSON=told, authenticatorData=about, signature=signature, userHandle=handle)

    def _about(self, flags, site: str | None, credential: bytes = b"") -> AuthenticatorData:
        self.counter += self.counts
        return AuthenticatorData.create(sha256((site or self.site).encode()).digest(), flags, self.counter, credential)

    def _told(self, kind, options: dict, wrong: dict) -> CollectedClientData:
        challenge = wrong.get("challenge", options["publicKey"]["challenge"])
        return CollectedClientData.create(kind, challenge, wrong.get("origin", self.origin))

    def _json(self, **parts: bytes) -> str:
        named = websafe_encode(self.id)
        response = {name: websafe_encode(part) for name, part in parts.items()}
        return json.dumps({"id": named, "rawId": named, "type": "public-key", "response": response})


NEW, SIGN_IN = "/me/passkeys/new/", "/sign-in/passkey/"


def asked(client, page: str) -> dict:
    """What the browser is asked for on a page."""
    found = html.document_fromstring(client.get(page).content).xpath("//form/@data-options")
    return json.loads(found[0])


def add(client, device: Device, **wrong) -> str:
    """Add its passkey on the page, and read the page that comes."""
    answer = device.make(asked(client, NEW), **wrong)
    return client.post(NEW, {"name": "My phone", "answer": answer}, follow=True).content.decode()


def sign_in(client, device: Device, **wrong) -> str:
    answer = device.use(asked(client, SIGN_IN), **wrong)
    return client.post(SIGN_IN, {"answer": answer, "next": "/me/sign-in/"}, follow=True).content.decode()


def is_signed_in(client) -> bool:
    return client.get("/me/").status_code == 200


def told(person) -> list[str]:
    return list(person.messages.order_by("id").values_list("code", flat=True))
