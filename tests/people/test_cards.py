"""Printed cards: made at the desk, useless without her word, told to her at each use, and never carrying office."""

import re

import pytest
from django.urls import reverse

from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import cards
from sidebyside.people.acting import Acting
from sidebyside.people.models import Card, Helping, HubRole


@pytest.fixture
def code(cast):
    """The code of a new card for Walter, who has no email."""
    return cards.make_card(person=cast.walter, by=Acting(cast.delia), now=now())


def set_up(client, code, word="marmalade"):
    return client.post(reverse("set-up-card"), {"code": code, "word": word, "again": word})


def sign_in(client, code, word="marmalade"):
    return client.post(reverse("sign-in-card"), {"code": code, "word": word})


def is_signed_in(client) -> bool:
    return client.get(reverse("me")).status_code == 200


def told(person) -> list[str]:
    return list(person.messages.order_by("id").values_list("code", flat=True))


def test_a_card_is_useless_until_she_sets_a_word(client, code):
    sign_in(client, code)
    sign_in(client, code, "")

    assert not is_signed_in(client)


def test_she_sets_her_word_once_and_then_signs_in_with_it(client, as_, code, cast):
    set_up(client, code)
    assert is_signed_in(client)

    later = as_(None)
    set_up(later, code, "another")
    assert not is_signed_in(later)
    sign_in(later, code.upper().replace("-", ""), " Marmalade")
    assert is_signed_in(later)
    assert told(cast.walter) == ["card_made", "card_word_set", "card_used"]


@pytest.mark.parametrize(("word", "again"), [("abc", "abc"), ("marmalade", "marmalode")])
def test_a_word_needs_four_letters_and_to_be_written_the_same_twice(word, again, client, code):
    client.post(reverse("set-up-card"), {"code": code, "word": word, "again": again})

    assert not is_signed_in(client)
    assert Card.objects.get().word_set_at is None


def test_five_wrong_words_end_the_card_and_she_is_told(client, as_, code, cast):
    set_up(as_(None), code)
    for _ in range(6):
        sign_in(client, code, "wrong word")

    sign_in(client, code)

    assert not is_signed_in(client)
    assert told(cast.walter)[-1] == "card_locked"


def test_neither_the_code_nor_the_word_is_kept(client, code):
    set_up(client, code)

    kept = " ".join(str(value) for value in Card.objects.values().get().values())

    assert code not in kept
    assert code.replace("-", "") not in kept
    assert "marmalade" not in kept


def test_ending_a_card_signs_out_whoever_is_using_it(client, code, cast):
    set_up(client, code)
    cards.end_card(card=Card.objects.get(), by=Acting(cast.walter), now=now())

    assert not is_signed_in(client)


def test_a_new_card_ends_the_one_before(client, code, cast):
    cards.make_card(person=cast.walter, by=Acting(cast.delia), now=now())

    set_up(client, code)

    assert not is_signed_in(client)
    assert Card.objects.in_force().count() == 1


def test_a_card_never_opens_the_desk(client, cast):
    HubRole.objects.create(person=cast.amara, role="desk", since=now())
    set_up(client, cards.make_card(person=cast.amara, by=Acting(cast.delia), now=now()))

    assert client.get(reverse("desk")).status_code == 403


def test_answers_given_on_a_card_say_who_made_it(client, code, cast, rf):
    set_up(client, code)

    reply = client.get(reverse("me"))

    assert reply.wsgi_request.by == Acting(cast.walter, card_made_by=cast.delia)


def test_whoever_runs_a_members_project_makes_no_card_for_her_even_at_the_desk(cast, as_):
    HubRole.objects.create(person=cast.grace, role="desk", since=now())

    with pytest.raises(Refused, match="card_maker_runs_a_project_of_hers"):
        cards.make_card(person=cast.walter, by=Acting(cast.grace), now=now())
    page = as_(cast.grace).post(reverse("desk-make-card", args=[cast.walter.ref]))

    assert page.status_code == 403
    assert "You run a project that this person is in" in page.content.decode()
    assert not Card.objects.exists()


def test_the_desk_makes_a_card_and_sees_its_code_once(as_, client, cast):
    page = as_(cast.delia).post(reverse("desk-make-card", args=[cast.walter.ref])).content.decode()
    code = re.search(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", page)[0]

    set_up(client, code)

    assert is_signed_in(client)
    assert history.read(history.HUB)[0]["verb"] == "card-made"
    assert code not in as_(cast.delia).get(reverse("desk-person", args=[cast.walter.ref])).content.decode()


def test_a_sign_in_by_card_ends_with_the_browser(client, code):
    set_up(client, code)

    assert client.session.get_expire_at_browser_close()


DETAILS = {"name": "Walter J Pell", "email": "", "phone": "07700 900321", "reads": "easy-read"}


def test_on_a_card_nobody_gives_herself_an_email_to_sign_in_with(client, code, cast):
    set_up(client, code)

    page = client.post(reverse("my-details"), DETAILS | {"email": "puppet@example.org"}).content.decode()

    cast.walter.refresh_from_db()
    assert (cast.walter.email, cast.walter.name) == (None, "Walter Pell")
    assert "With a card you cannot change your email address" in page


def test_an_officer_on_a_card_cannot_move_her_email_and_so_get_her_office_back(client, cast):
    set_up(client, cards.make_card(person=cast.edwin, by=Acting(cast.delia), now=now()))

    for email in ("puppet@example.org", ""):
        client.post(reverse("my-details"), DETAILS | {"email": email})

    cast.edwin.refresh_from_db()
    assert cast.edwin.email == "edwin@example.org"


def test_on_a_card_she_changes_her_name_phone_and_how_she_reads(client, code, cast):
    set_up(client, code)

    client.post(reverse("my-details"), DETAILS)

    cast.walter.refresh_from_db()
    now_known = (cast.walter.name, cast.walter.phone, cast.walter.format)
    assert now_known == ("Walter J Pell", "07700 900321", "easy-read")


def test_on_a_card_nobody_chooses_or_confirms_a_helper(client, code, cast):
    Helping.objects.update(confirmed_at=None)
    set_up(client, code)
    day = {"until_on-day": "30", "until_on-month": "9", "until_on-year": "2024"}

    chosen = client.post(
        reverse("choose-helper"), {"email": "otto@example.org", "kinds": ["standing.round"]} | day
    ).content.decode()
    confirmed = client.post(reverse("confirm-helper", args=[cast.helping.ref]))

    assert "With a card you cannot choose a helper" in chosen
    assert confirmed.status_code == 403
    assert list(Helping.objects.values_list("helper", "confirmed_at")) == [(cast.nadia.pk, None)]


def test_on_a_card_a_helper_can_still_be_ended(client, code, cast):
    set_up(client, code)

    client.post(reverse("end-helper", args=[cast.helping.ref]))

    assert not Helping.objects.filter(ended_at=None).exists()
