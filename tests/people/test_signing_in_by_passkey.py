"""Signing in by a passkey: one challenge a try, this site only, unlocked by its owner; what is wrong gets a sentence."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import UnsupportedKey
from fido2.webauthn import CollectedClientData

from sidebyside.kit.clock import now
from sidebyside.people.models import Account, Passkey
from tests.people.authenticator import NEW, PRESENT, SIGN_IN, Device, add, asked, is_signed_in, sign_in, told

pytestmark = pytest.mark.usefixtures("named_site")

DID_NOT_WORK = "That passkey did not work."


WRONG = {
    "another challenge": {"challenge": bytes(32)},
    "another site": {"origin": "https://hub.example.org.evil.example"},
    "a site under this one": {"origin": "https://other.hub.example.org"},
    "another port": {"origin": "https://hub.example.org:8443"},
    "no HTTPS": {"origin": "http://hub.example.org"},
    "bound to another site": {"site": "evil.example"},
    "nobody unlocked it": {"flags": PRESENT},
}


@pytest.mark.parametrize("wrong", [*WRONG.values(), {"type": CollectedClientData.TYPE.GET}], ids=[*WRONG, "other kind"])
def test_a_new_passkey_with_something_wrong_is_refused_and_the_name_is_kept(wrong, as_, cast):
    page = add(as_(cast.amara), Device(), **wrong)

    assert DID_NOT_WORK in page
    assert 'value="My phone"' in page
    assert not Passkey.objects.exists()
    assert told(cast.amara) == []


@pytest.mark.parametrize(
    "wrong", [*WRONG.values(), {"type": CollectedClientData.TYPE.CREATE}], ids=[*WRONG, "other kind"]
)
def test_signing_in_with_something_wrong_is_refused(wrong, client, phone):
    page = sign_in(client, phone, **wrong)

    assert DID_NOT_WORK in page
    assert not is_signed_in(client)


def test_a_passkey_that_does_not_hold_the_right_key_or_is_somebody_elses_is_refused(client, cast, phone):
    for wrong in ({"key": ec.generate_private_key(ec.SECP256R1())}, {"owner": cast.grace.ref.encode()}, {"owner": b""}):
        assert DID_NOT_WORK in sign_in(client, phone, **wrong)

    assert DID_NOT_WORK in sign_in(client, Device())
    assert not is_signed_in(client)
    assert told(cast.amara) == ["passkey_added"]


HOSTILE = ["", "{", "[]", "null", "7", '{"rawId": 7}', "[" * 15_000, "x" * 30_000, '{"rawId": "AAAA", "response": {}}']


@pytest.mark.parametrize("answer", HOSTILE)
def test_whatever_is_sent_instead_of_a_passkey_gets_a_sentence(answer, client, as_, cast):
    amara = as_(cast.amara)
    asked(amara, NEW), asked(client, SIGN_IN)

    adding = amara.post(NEW, {"name": "My phone", "answer": answer})
    coming = client.post(SIGN_IN, {"answer": answer})

    assert [reply.status_code for reply in (adding, coming)] == [200, 200]
    assert all(DID_NOT_WORK in reply.content.decode() for reply in (adding, coming))


def test_a_key_that_we_could_not_check_later_is_not_kept(as_, cast):
    page = add(as_(cast.amara), Device(), key=UnsupportedKey({1: 2, 3: -9999}))

    assert DID_NOT_WORK in page


def test_a_challenge_is_answered_once(client, as_, phone):
    answer = phone.use(asked(client, SIGN_IN))
    client.post(SIGN_IN, {"answer": answer})
    client.post("/sign-out/")

    again = client.post(SIGN_IN, {"answer": answer}).content.decode()
    elsewhere = as_(None).post(SIGN_IN, {"answer": answer}).content.decode()

    assert "Please try again now" in again
    assert "Please try again now" in elsewhere
    assert not is_signed_in(client)


def test_a_wrong_answer_uses_the_challenge_up_too(client, phone):
    right = phone.use(asked(client, SIGN_IN))
    client.post(SIGN_IN, {"answer": "wrong"})

    page = client.post(SIGN_IN, {"answer": right}).content.decode()

    assert DID_NOT_WORK in page
    assert not is_signed_in(client)


def test_a_challenge_lasts_ten_minutes(client, at, phone):
    answers = []
    for minutes in (9, 10):
        at("2024-03-12 11:00")
        answer = phone.use(asked(client, SIGN_IN))
        at(f"2024-03-12 11:{minutes:02d}")
        answers.append(client.post(SIGN_IN, {"answer": answer}).status_code)

    assert answers == [302, 200]


def test_a_counter_that_goes_back_is_refused_and_she_is_told(client, cast, phone):
    sign_in(client, phone)
    client.post("/sign-out/")
    phone.counter -= 1

    page = sign_in(client, phone)

    assert "It may be a copy" in page
    assert not is_signed_in(client)
    assert told(cast.amara) == ["passkey_added", "passkey_was_copied"]


def test_a_passkey_that_never_counts_works_each_time(as_, cast):
    add(as_(cast.amara), shared := Device(counts=False))

    for client in (as_(None), as_(None)):
        sign_in(client, shared)
        assert is_signed_in(client)


def test_who_was_forgotten_or_may_not_sign_in_any_more_does_not_get_in(client, cast, phone):
    Account.objects.filter(person=cast.amara).update(is_active=False)
    assert "You cannot sign in any more" in sign_in(client, phone)

    Account.objects.filter(person=cast.amara).update(is_active=True)
    type(cast.amara).objects.filter(pk=cast.amara.pk).update(erased_at=now())
    assert DID_NOT_WORK in sign_in(client, phone)
    assert not is_signed_in(client)


def test_where_she_wanted_to_go_is_kept_and_is_never_another_site(client, phone):
    answers = []
    for then in ("/projects/", "https://evil.example/"):
        answer = phone.use(asked(client, f"{SIGN_IN}?next={then}"))
        answers.append(client.post(SIGN_IN, {"answer": answer, "next": then})["Location"])

    assert "next=%2Fprojects%2F" in client.get("/sign-in/?next=/projects/").content.decode()
    assert answers == ["/projects/", "/"]
