"""Passkeys: added, named and taken away by their owner alone, bound to this site, and told to her by her own door."""

import pytest
from django.urls import reverse
from lxml import html

from sidebyside.doors.sending import SAID_IN_FULL
from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.people import cards, passkeys
from sidebyside.people.acting import Acting
from sidebyside.people.models import Passkey
from tests.people.authenticator import NEW, SIGN_IN, Device, add, asked, is_signed_in, sign_in, told

pytestmark = pytest.mark.usefixtures("named_site")

DID_NOT_WORK = "That passkey did not work."


def test_she_adds_a_passkey_and_signs_in_by_it_without_writing_who_she_is(as_, cast):
    phone, client = Device(), as_(None)
    added = add(as_(cast.amara), phone)

    page = sign_in(client, phone)

    assert "My phone" in added
    assert client.get("/me/").wsgi_request.person == cast.amara
    assert "Ways I sign in" in page
    assert "With a passkey" in page
    assert Passkey.objects.get().used_at == now()


def test_she_is_told_by_her_own_door_that_one_was_added_and_taken_away(as_, cast, phone):
    as_(cast.amara).post(reverse("take-passkey-away", args=[Passkey.objects.get().ref]))

    assert told(cast.amara) == ["passkey_added", "passkey_taken_away"]
    assert set(told(cast.amara)) <= SAID_IN_FULL
    assert [entry["verb"] for entry in history.read(history.HUB)[:2]] == ["passkey-taken-away", "passkey-added"]


def test_a_passkey_that_was_taken_away_signs_nobody_in(as_, cast, phone):
    here, came_in = as_(cast.amara), as_(None)
    sign_in(came_in, phone)
    here.post(reverse("take-passkey-away", args=[Passkey.objects.get().ref]))

    page = sign_in(client := as_(None), phone)

    assert DID_NOT_WORK in page
    assert [is_signed_in(one) for one in (client, came_in, here)] == [False, False, True]


def test_taking_away_the_passkey_that_she_came_in_by_leaves_her_signed_in_here(as_, cast, phone):
    sign_in(client := as_(None), phone)

    client.post(reverse("take-passkey-away", args=[Passkey.objects.get().ref]))

    assert is_signed_in(client)
    assert not Passkey.objects.exists()


def test_a_helper_adds_no_passkey_to_the_member_nor_to_herself_meanwhile(as_, cast):
    nadia = as_(cast.nadia)
    options = asked(nadia, NEW)
    nadia.post(reverse("start-helping", args=[cast.helping.ref]))

    page = nadia.get(NEW)
    nadia.post(NEW, {"name": "His phone", "answer": Device().make(options)})

    assert page.status_code == 403
    assert "You are helping somebody just now" in page.content.decode()
    assert not Passkey.objects.exists()


def test_on_a_card_nobody_adds_a_passkey_but_a_lost_one_can_be_taken_away(client, as_, cast, phone):
    code = cards.make_card(person=cast.amara, by=Acting(cast.delia), now=now())
    client.post(reverse("set-up-card"), {"code": code, "word": "marmalade", "again": "marmalade"})

    refused = client.get(NEW)
    assert refused.status_code == 403
    assert "With a card you cannot add a passkey" in refused.content.decode()
    assert NEW not in client.get("/me/sign-in/").content.decode()
    client.post(reverse("take-passkey-away", args=[Passkey.objects.get().ref]))
    assert not Passkey.objects.exists()


def test_nobody_reads_renames_or_takes_away_the_passkey_of_somebody_else(as_, cast, phone):
    grace, key = as_(cast.grace), Passkey.objects.get()
    paths = [reverse(name, args=[key.ref]) for name in ("name-passkey", "take-passkey-away")]

    assert [grace.post(path, {"name": "Mine"}).status_code for path in paths] == [404, 404]
    assert "My phone" not in grace.get("/me/sign-in/").content.decode()
    assert Passkey.objects.get().name == "My phone"


def test_she_gives_a_passkey_another_name_and_a_missing_one_is_said(as_, cast, phone):
    amara, path = as_(cast.amara), reverse("name-passkey", args=[Passkey.objects.get().ref])

    assert "Write a name for the passkey" in amara.post(path, {"name": " "}).content.decode()
    amara.post(path, {"name": "Old phone"})

    assert "Old phone" in amara.get("/me/sign-in/").content.decode()


def test_a_device_that_has_one_is_named_to_the_browser_and_the_same_is_not_kept_twice(as_, cast, phone):
    amara = as_(cast.amara)
    excluded = asked(amara, NEW)["publicKey"]["excludeCredentials"]

    page = add(amara, phone)

    assert len(excluded) == 1
    assert "This passkey is here already" in page
    assert Passkey.objects.count() == 1


def test_ten_passkeys_are_enough(as_, cast):
    amara = as_(cast.amara)
    for _ in range(10):
        add(amara, Device())

    assert amara.get(NEW).status_code == 403
    assert Passkey.objects.count() == 10


SITES = {
    "https://hub.example.org": "hub.example.org",
    "https://Hub.Example.org:443/": "hub.example.org",
    "http://localhost:8000": "localhost",
    "http://127.0.0.1:8000": "",
    "https://192.0.2.7": "",
    "https://[2001:db8::7]": "",
    "http://hub.example.org": "",
}


@pytest.mark.parametrize(("address", "site"), SITES.items())
def test_passkeys_are_bound_to_the_name_of_the_hub_and_offered_only_where_browsers_make_them(
    address, site, settings, client, as_, cast
):
    settings.SITE_URL = address
    pages = [client.get("/sign-in/"), as_(cast.amara).get("/me/sign-in/")]

    assert passkeys.site() == site
    assert [f'data-passkeys-at="{site}"' in page.content.decode() for page in pages] == [bool(site)] * 2
    assert client.get(SIGN_IN).status_code == 200
    assert as_(cast.amara).get(NEW).status_code == (200 if site else 403)


def test_the_pages_say_what_to_do_where_no_script_runs(client, as_, cast):
    """What needs a script is hidden until the script shows it."""
    for page in (client.get(SIGN_IN), as_(cast.amara).get(NEW)):
        tree = html.document_fromstring(page.content)
        assert tree.xpath("//form[@data-passkey]/ancestor::*[@hidden]")
        assert tree.xpath("//*[@data-without-passkeys and not(@hidden)]//a/@href")
