"""Where I am signed in: each sign-in is noted for its owner, has a session key of its own, and can be ended by her."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from sidebyside.kit import holdings
from sidebyside.kit.clock import now
from sidebyside.people import browsers
from sidebyside.people.acting import Acting
from sidebyside.people.forgetting import forget_person
from sidebyside.people.models import Browser, Passkey
from tests.people.authenticator import sign_in

PAGE = "/me/sign-in/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1 Version/18.4 Mobile Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"
ANDROID = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"


def come_in(client, email="amara@example.org", agent=FIREFOX):
    """Sign in by the link in an email, with a browser that calls itself so."""
    client.defaults["HTTP_USER_AGENT"] = agent
    client.post("/sign-in/", {"email": email})
    link = re.search(r"/sign-in/link/[^/]+/", mail.outbox[-1].body)[0]
    client.post(link)
    return client


def words(client) -> str:
    return " ".join(client.get(PAGE).content.decode().split())


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        (FIREFOX, ("Firefox", "Windows")),
        (PHONE, ("Safari", "iPhone")),
        (EDGE, ("Edge", "Windows")),
        (ANDROID, ("Chrome", "Android")),
        ("<script>alert(1)</script>", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_browser_is_known_by_its_own_words_and_nothing_else_of_them_is_kept(agent, named):
    assert browsers.named(agent) == named


def test_she_sees_where_she_is_signed_in_and_nobody_else_does(as_, cast):
    here, phone = come_in(as_(None)), come_in(as_(None), agent=PHONE)
    grace = come_in(as_(None), "grace@example.org")

    assert "Firefox on Windows" in words(here)
    assert "Safari on iPhone" in words(here)
    assert words(here).count("You are here now") == words(phone).count("You are here now") == 1
    assert "iPhone" not in words(grace)


def test_signing_out_is_seen_at_once(as_, cast):
    here, phone = come_in(as_(None)), come_in(as_(None), agent=PHONE)

    phone.post("/sign-out/")

    assert "iPhone" not in words(here)


def test_she_signs_out_everywhere_else_and_stays_signed_in_here(as_, cast):
    here, phone, never_noted = come_in(as_(None)), come_in(as_(None), agent=PHONE), as_(cast.amara)
    grace = come_in(as_(None), "grace@example.org")

    here.post(reverse("sign-out-others"))

    assert [one.get("/me/").status_code for one in (here, phone, never_noted, grace)] == [200, 302, 302, 200]
    assert "iPhone" not in words(here)
    assert "You are here now" in words(here)


def test_each_sign_in_has_a_new_session_key(as_, cast):
    client = as_(None)
    client.get("/sign-in/passkey/")
    keys = []
    for _ in range(2):
        come_in(client)
        keys.append(client.cookies["sessionid"].value)

    assert len(set(keys)) == 2
    assert list(Browser.objects.values_list("session_key", flat=True)) == [keys[-1]]


def test_what_is_over_is_let_go_of_when_she_next_signs_in(as_, cast):
    come_in(as_(None))
    Session.objects.all().delete()

    come_in(as_(None), agent=PHONE)

    assert [browser.system for browser in Browser.objects.all()] == ["iPhone"]


def test_what_is_over_goes_with_the_old_sessions_and_nothing_else_does(as_, cast):
    over, here = come_in(as_(None), agent=PHONE), come_in(as_(None))
    Session.objects.filter(session_key=over.cookies["sessionid"].value).update(expire_date=now())

    keeping = next(one for one in holdings.all_keepings() if one.kind == "people.sessions")
    keeping.drop(rows=keeping.overdue(timezone.now()), now=now())

    assert [browser.system for browser in Browser.objects.all()] == ["Windows"]
    assert here.get("/me/").status_code == 200


def test_what_is_held_about_her_names_her_passkey_and_browser_and_is_forgotten(as_, cast, phone):
    sign_in(as_(None), phone)
    held = [row for one in holdings.all_holdings() if one.kind == "people.ways-in" for row in one.rows(cast.amara)]
    assert {"My phone", "A browser that we do not know"} <= {row.get("data_name") for row in held}

    forget_person(person=cast.amara, by=Acting(cast.amara), now=now())

    assert (Passkey.objects.count(), Browser.objects.count()) == (0, 0)


def test_the_page_costs_no_more_for_more_browsers(as_, cast, django_assert_max_num_queries):
    here = [come_in(as_(None)) for _ in range(6)][-1]

    with django_assert_max_num_queries(25):
        page = words(here)

    assert page.count("Firefox on Windows") == 6
