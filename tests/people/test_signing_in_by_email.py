"""Signing in by a link and a code from an email: nothing to remember, nothing used up by looking, nothing given away."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from sidebyside.people.models import Account, SignInLink
from tests.cast import make_person


@pytest.fixture
def amara(db, at):
    at("2024-03-12 10:00")
    return make_person("Amara Venn", format="easy-read")


def ask(client, email="amara@example.org", then=""):
    return client.post(reverse("sign-in"), {"email": email, "next": then}, follow=True)


def emailed() -> tuple[str, str]:
    """The link (without the name of the site) and the code from the newest email."""
    body = mail.outbox[-1].body
    return re.search(r"http://[^/]+(/\S+)", body)[1], re.search(r"^[a-z0-9]{4}-[a-z0-9]{4}$", body, re.MULTILINE)[0]


def is_signed_in(client) -> bool:
    return client.get(reverse("me")).status_code == 200


def test_opening_the_link_uses_nothing_up_and_pressing_the_button_signs_in(client, amara):
    ask(client)
    link, code = emailed()

    for _ in range(3):
        assert code not in client.get(link).content.decode()
        assert not is_signed_in(client)

    assert client.post(link)["Location"] == "/"
    assert is_signed_in(client)


def test_a_link_works_once(client, as_, amara):
    ask(client)
    link, code = emailed()
    client.post(link, {"code": code})

    other = as_(None)
    assert other.post(link, {"code": code}).status_code == 410
    assert not is_signed_in(other)


def test_the_code_can_be_typed_in_the_browser_that_asked_however_it_is_written(client, amara):
    ask(client)
    _link, code = emailed()

    client.post(reverse("sign-in-code"), {"code": code.upper().replace("-", " ")})

    assert is_signed_in(client)


def test_the_code_is_no_use_in_another_browser(client, as_, amara):
    ask(client)
    _link, code = emailed()
    other = as_(None)

    other.post(reverse("sign-in-code"), {"code": code})

    assert not is_signed_in(other)


def test_a_link_is_too_old_after_thirty_minutes(client, amara, at):
    ask(client)
    link, code = emailed()
    at("2024-03-12 10:29")
    assert client.get(link).status_code == 200

    at("2024-03-12 10:30")

    assert client.get(link).status_code == 410
    assert client.post(link, {"code": code}).status_code == 410
    client.post(reverse("sign-in-code"), {"code": code})
    assert not is_signed_in(client)


def wrong_codes(client, times=5):
    for _ in range(times):
        client.post(reverse("sign-in-code"), {"code": "2222-2222"})


def test_after_five_wrong_codes_the_right_one_does_not_work_and_the_link_still_does(client, amara):
    ask(client)
    link, code = emailed()
    wrong_codes(client)

    client.post(reverse("sign-in-code"), {"code": code})
    assert not is_signed_in(client)

    client.post(link)
    assert is_signed_in(client)


def test_a_stranger_who_types_wrong_codes_uses_up_only_the_tries_of_the_stranger(as_, amara):
    owner, stranger = as_(None), as_(None)
    ask(owner)
    link, code = emailed()
    ask(stranger)
    wrong_codes(stranger, 6)

    assert owner.get(link).status_code == 200
    owner.post(reverse("sign-in-code"), {"code": code})

    assert is_signed_in(owner)


def test_a_stranger_who_asks_for_link_after_link_does_not_keep_the_owner_out(as_, amara, at):
    for minute in range(12):
        at(f"2024-03-12 10:{minute:02}")
        ask(as_(None))
    at("2024-03-12 10:20")
    sent, owner = len(mail.outbox), as_(None)

    ask(owner)

    assert len(mail.outbox) == sent + 1
    owner.post(reverse("sign-in-code"), {"code": emailed()[1]})
    assert is_signed_in(owner)


def test_when_many_were_asked_for_the_one_just_sent_works_by_link_and_by_code(as_, amara, at):
    for minute in range(6):
        at(f"2024-03-12 10:{minute:02}")
        ask(as_(None))
    owner = as_(None)
    page = ask(owner).content.decode()
    link, code = emailed()
    assert len(mail.outbox) == 5
    assert "The one before still works." in page

    assert owner.get(link).status_code == 200
    owner.post(reverse("sign-in-code"), {"code": code})

    assert is_signed_in(owner)


def test_at_most_five_links_to_an_address_work_at_a_time(as_, amara, at):
    for minute in range(0, 20, 2):
        at(f"2024-03-12 10:{minute:02}")
        ask(as_(None))

    assert SignInLink.objects.filter(used_at=None).count() == 5


@pytest.mark.parametrize("email", ["amara@example.org", "nobody@example.org"])
def test_a_browser_that_asks_for_many_links_is_told_so_whether_we_know_the_address_or_not(email, client, amara, at):
    for minute in range(5):
        at(f"2024-03-12 10:{minute:02}")
        ask(client, email)

    page = ask(client, email)

    assert "You asked for many links in this hour." in page.content.decode()
    assert page.redirect_chain == []


def test_asking_for_an_address_that_nobody_has_leaves_the_same_trace_and_sends_nothing(as_, amara):
    for email in ("amara@example.org", "nobody@example.org"):
        ask(as_(None), email)

    known, unknown = SignInLink.objects.order_by("id")
    assert (known.person, unknown.person) == (amara, None)
    assert known.address_digest != unknown.address_digest
    assert len(mail.outbox) == 1


def test_what_was_asked_for_is_forgotten_after_a_day(as_, amara, at):
    ask(as_(None), "nobody@example.org")
    at("2024-03-13 10:01")

    ask(as_(None))

    assert SignInLink.objects.get().person == amara


def test_four_wrong_codes_and_then_the_right_one_do(client, amara):
    ask(client)
    _link, code = emailed()
    for _ in range(4):
        client.post(reverse("sign-in-code"), {"code": "2222-2222"})

    client.post(reverse("sign-in-code"), {"code": code})

    assert is_signed_in(client)


def test_nobody_learns_whether_we_know_an_address(as_, amara):
    known, unknown = as_(None), as_(None)
    there, not_there = ask(known), ask(unknown, "nobody@example.org")
    pages = [re.sub(r'value="[^"]{20,}"', "", page.content.decode()) for page in (there, not_there)]

    assert pages[0] == pages[1]
    assert there.redirect_chain == not_there.redirect_chain
    assert len(mail.outbox) == 1
    wrong = [client.post(reverse("sign-in-code"), {"code": "2222-2222"}) for client in (known, unknown)]
    assert len({re.sub(r'value="[^"]{20,}"', "", page.content.decode()) for page in wrong}) == 1


def test_five_links_an_hour_are_sent_and_no_more(client, amara, at):
    for minute in range(7):
        at(f"2024-03-12 10:{minute:02}")
        ask(client)
    assert len(mail.outbox) == 5

    at("2024-03-12 11:01")
    ask(client)
    assert len(mail.outbox) == 6


def test_pressing_the_button_twice_sends_one_email(client, amara):
    ask(client)
    ask(client)

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("then", "goes_to"),
    [("/me/helpers/", "/me/helpers/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example/", "/"), ("", "/")],
)
def test_after_signing_in_she_comes_back_to_a_page_of_this_hub_and_nowhere_else(then, goes_to, client, amara):
    ask(client, then=then)
    link, code = emailed()

    assert client.post(link.split("?")[0], {"code": code, "next": then})["Location"] == goes_to


def test_only_digests_of_links_and_codes_are_kept(client, amara):
    ask(client)
    link, code = emailed()

    kept = " ".join(str(value) for row in SignInLink.objects.values() for value in row.values())

    assert code.replace("-", "") not in kept
    assert link.split("/")[3] not in kept


def test_an_account_is_made_at_the_first_sign_in(client, amara):
    Account.objects.all().delete()
    ask(client)
    link, code = emailed()

    client.post(link, {"code": code})

    assert not amara.__class__.objects.get(pk=amara.pk).account.has_usable_password()


def test_a_post_office_that_is_closed_does_not_break_the_page(client, amara, settings, monkeypatch):
    def closed(self, **_):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", closed)

    assert ask(client).status_code == 200


def test_a_sign_in_lasts_as_long_as_settings_say(client, amara, settings):
    ask(client)
    link, code = emailed()
    client.post(link, {"code": code})

    assert client.session.get_expiry_age() == timedelta(days=30).total_seconds()


def test_signing_out_takes_a_press_of_the_button(as_, amara):
    client = as_(amara)
    client.get(reverse("sign-out"))
    assert is_signed_in(client)

    client.post(reverse("sign-out"))

    assert not is_signed_in(client)
