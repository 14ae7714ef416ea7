"""The ground that every other test stands on: the cast, the clock, the closed network and the checking client."""

import socket

import pytest
from django.utils import translation

from sidebyside.home.looks import Looks, looks_from
from sidebyside.kit.clock import now
from sidebyside.people import roles
from sidebyside.people.acting import Acting
from sidebyside.who_can import Role
from tests.client import faults

PAGE = "<html lang='en'><head><title>Hello - Hub</title></head><body><h1>Hello</h1>{}</body></html>"


def test_the_cast_stands_on_its_own_day(cast, at):
    assert now().isoformat() == "2024-03-12T10:00:00+00:00"
    assert len(cast.people()) == 9

    assert now() < at("2024-03-12 10:01")


def test_no_test_can_reach_the_network():
    with socket.socket() as plug, pytest.raises(OSError, match="do not use the network"):
        plug.connect(("192.0.2.1", 80))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>Fine</p>", None),
        ("<h1>Two</h1>", "exactly one h1"),
        ("<h3>Too deep</h3>", "skips a level"),
        ("<p id='a'></p><p id='a'></p>", "used twice"),
        ("<input name='who' id='who'>", "'who' has no label"),
        ("<label for='who'>Who?</label><input name='who' id='who'>", None),
        ("<a href='/x'>Click here</a>", "only says"),
        ("<form method='post'></form>", "no CSRF token"),
        ("<p class='govuk-error-message' id='e'>No</p>", "not joined to its field"),
        ("<p style='color: red'>No</p>", "a style is written"),
        ("<button onclick='go()'>Go</button>", "a script is written"),
        ("<img src='/cake.png'>", "has no alt"),
    ],
)
def test_the_checking_client_finds_what_shuts_people_out(body, fault):
    found = list(faults(PAGE.format(body)))

    assert (found == []) if fault is None else any(fault in f for f in found)


def test_looks_are_kept_only_as_far_as_we_know_them():
    looks = looks_from({"words": "easy-read", "size": "gigantic", "colour": "dark", "other": "x"})

    assert looks == Looks(words="easy-read", colour="dark")
    assert looks.classes == "easy-read colour-dark"


def test_easy_read_is_a_language_of_the_interface():
    with translation.override("en-x-easy"):
        assert translation.gettext("A sentence nobody put into Easy Read.") == "A sentence nobody put into Easy Read."
        assert translation.get_language_info("en-x-easy")["name"] == "Easy Read"


def test_a_card_never_carries_the_office_that_comes_with_a_job(cast):
    day, desk = now(), cast.delia

    assert roles.in_hub(Acting(desk), now=day) == {Role.SIGNED_IN, Role.DESK}
    assert roles.in_hub(Acting(desk, card_made_by=cast.grace), now=day) == {Role.SIGNED_IN}
    assert roles.without_office(set(Role)) & {Role.OFFICER, Role.FACILITATOR, Role.LEADER, Role.DESK} == set()
    assert Role.LIVED_EXPERTISE in roles.without_office(set(Role))


@pytest.mark.parametrize(
    "odd", ["31", "\ufffd", "http", "//evil.example.org/", "https://evil.example.org/", "javascript:1"]
)
def test_where_to_go_next_is_a_page_of_this_site_whatever_is_asked(client, odd):
    assert client.post("/look/easy-read/", {"next": odd})["Location"] == "/"
