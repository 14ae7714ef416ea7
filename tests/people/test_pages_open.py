"""Every page of this part opens for whom it is for, sends others to sign in, and has no fault that shuts people out."""

import pytest
from django.urls import reverse

from sidebyside.people.asks import ask_all
from sidebyside.standing.actions import ROUND

PUBLIC = [
    "home",
    "help",
    "printing",
    "accessibility",
    "privacy",
    "look",
    "look-easy-read",
    "sign-in",
    "sign-in-code",
    "sign-in-card",
    "set-up-card",
    "sign-out",
]
MINE = ["home", "me", "my-details", "my-helpers", "choose-helper", "people-i-help"]
DESK = ["desk", "desk-add-person", "desk-organisations"]


@pytest.mark.parametrize("name", PUBLIC)
def test_anybody_may_open_a_public_page(name, client):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", MINE)
def test_somebody_signed_in_may_open_what_is_hers(name, as_, cast):
    ask_all(
        ROUND,
        question="round:1",
        people=[cast.walter],
        room=cast.project.room,
        now=cast.helping.confirmed_at,
        values={"slug": "our-project", "round": "abcdefghjkmn", "project": "Our project"},
    )

    for person in (cast.nadia, cast.amara, cast.otto):
        assert as_(person).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", MINE[1:] + DESK)
def test_somebody_not_signed_in_is_asked_to_sign_in_first(name, client):
    reply = client.get(reverse(name))

    assert reply.status_code == 302
    assert reply["Location"].startswith("/sign-in/?next=%2F")


@pytest.mark.parametrize("name", DESK)
def test_only_the_desk_opens_the_desk(name, as_, cast):
    assert as_(cast.delia).get(reverse(name)).status_code == 200

    for person in (cast.amara, cast.grace, cast.otto):
        assert as_(person).get(reverse(name)).status_code == 403


def test_the_desk_sees_each_person_and_organisation(as_, cast):
    desk = as_(cast.delia)

    assert desk.get(reverse("desk-person", args=[cast.walter.ref])).status_code == 200
    assert desk.get(reverse("desk-record-helper", args=[cast.walter.ref])).status_code == 200
    assert desk.get(reverse("desk-organisation", args=[cast.organisation.ref])).status_code == 200
    assert desk.get(reverse("desk-person", args=["nobodyofours"])).status_code == 404


def test_an_address_nobody_has_is_not_found_in_words(client):
    reply = client.get("/no-such-page/")

    assert reply.status_code == 404
    assert "We cannot find that page" in reply.content.decode()


def test_a_page_for_nobody_signed_in_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/")


def test_a_page_for_somebody_signed_in_costs_few_queries(as_, cast, django_assert_max_num_queries):
    amara = as_(cast.amara)

    with django_assert_max_num_queries(13):
        amara.get("/")


def test_a_form_without_its_token_says_to_send_it_again(as_, cast):
    reply = as_(cast.amara, enforce_csrf_checks=True).post(reverse("my-details"), {"name": "Amara"})

    assert reply.status_code == 403
    assert "Please send that again" in reply.content.decode()


def test_when_something_went_wrong_the_page_asks_the_database_nothing(rf, django_assert_num_queries, db):
    from sidebyside.home.errors import went_wrong

    with django_assert_num_queries(0):
        reply = went_wrong(rf.get("/anything/"))

    assert reply.status_code == 500
    assert b"Something went wrong" in reply.content


def test_health_answers(client):
    assert client.get("/health").content == b"ok\n"
