"""The pages in Welsh and in Urdu: who gets which, which way they run, and what they say of themselves."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation
from lxml import html

from sidebyside.home.looks import Looks
from sidebyside.jinja import day
from sidebyside.kit.clock import now
from sidebyside.kit.languages import LANGUAGES, language_for
from sidebyside.people import links
from tests.cast import moment

CHOSEN = Looks().as_dict()


def page(client, path="/help/"):
    return html.document_fromstring(client.get(path).content)


def way(client, path="/help/") -> tuple[str, str]:
    root = page(client, path)
    return root.get("lang"), root.get("dir")


def choose(client, **looks):
    return client.post(reverse("look"), CHOSEN | looks | {"next": "/help/"})


@pytest.mark.parametrize(
    ("code", "expected", "help_is"),
    [("en", ("en-GB", "ltr"), "Help"), ("cy", ("cy", "ltr"), "Help"), ("ur", ("ur", "rtl"), "مدد")],
)
def test_a_page_says_which_language_it_is_in_and_which_way_it_runs(as_, code, expected, help_is):
    client = as_(None)
    choose(client, language=code)

    assert way(client) == expected
    assert page(client).xpath("normalize-space(//h1)") == help_is


def test_her_language_comes_with_her_to_another_browser(as_, cast):
    choose(as_(cast.otto), language="cy")

    cast.otto.refresh_from_db()
    assert (cast.otto.language, "language" in cast.otto.looks) == ("cy", False)
    assert way(as_(cast.otto)) == ("cy", "ltr")


def test_a_language_chosen_before_signing_in_stays_and_is_kept_with_her(as_, cast):
    client = as_(cast.otto)
    client.cookies["looks"] = "language=ur"
    assert way(client) == ("ur", "rtl")

    choose(client, language="ur", size="large")

    assert way(as_(cast.otto)) == ("ur", "rtl")


def test_what_she_chose_herself_wins_over_what_the_browser_was_told(as_, cast):
    choose(as_(cast.otto), language="en")
    client = as_(cast.otto)
    client.cookies["looks"] = "language=ur"

    assert way(client) == ("en-GB", "ltr")


def test_a_language_that_pages_are_not_in_stays_hers_and_pages_are_english(as_, cast):
    cast.otto.language = "so"
    cast.otto.save()
    assert way(as_(cast.otto)) == ("en-GB", "ltr")

    choose(as_(cast.otto), size="large")

    cast.otto.refresh_from_db()
    assert cast.otto.language == "so"


@pytest.mark.parametrize("cookie", ["language=xx", "language=", "language=ur%0d", "language=../cy"])
def test_a_language_that_nobody_offers_is_english(as_, cookie):
    client = as_(None)
    client.cookies["looks"] = cookie

    assert way(client) == ("en-GB", "ltr")


def test_easy_read_is_in_english_and_says_so_in_her_language(as_):
    client = as_(None)
    choose(client, language="ur", words="easy-read")
    why = page(client).xpath("//main//p[@lang='ur' and @dir='rtl']")

    assert way(client) == ("en-GB", "ltr")
    with translation.override("ur"):
        said = translation.gettext("Easy Read is in English only. To read in your language again, turn Easy Read off.")
    assert [one.text_content() for one in why] == [said]
    client.post(reverse("look-easy-read"))
    assert way(client) == ("ur", "rtl")


@pytest.mark.parametrize(("code", "drafts"), [("en", 0), ("cy", 1), ("ur", 1)])
def test_a_draft_says_once_that_it_is_one(as_, code, drafts):
    client = as_(None)
    choose(client, language=code)
    with translation.override(language_for(code).locale):
        draft = translation.gettext(
            "These words are a draft. Somebody who speaks the language must still check them. "
            "What is not in it yet is in English."
        )

    assert page(client).xpath("string(//body)").count(draft) == drafts


def test_every_page_leads_to_the_languages_each_in_its_own_name(as_):
    named = page(as_(None)).xpath("//footer//a[starts-with(@href, '/look/')]//span[@lang]")
    asked = page(as_(None), reverse("look")).xpath("//label//span[@lang]")

    wanted = [(one.tag, one.own_name) for one in LANGUAGES.values()]
    assert [(one.get("lang"), one.text) for one in named] == wanted
    assert [(one.get("lang"), one.text) for one in asked] == wanted


@pytest.mark.parametrize(
    ("language", "format", "begins"), [("cy", "standard", "Helo Otto"), ("cy", "easy-read", "Hello Otto")]
)
def test_the_email_to_sign_in_is_in_her_language_and_in_easy_read_english(cast, language, format, begins):
    cast.otto.language, cast.otto.format = language, format
    cast.otto.save()

    links.send_link(email=cast.otto.email, then="/", now=now())

    assert mail.outbox[-1].body.startswith(begins)


def test_months_are_said_in_the_language_of_the_page():
    said = {}
    for code in LANGUAGES:
        with translation.override(language_for(code).locale):
            said[code] = day(moment("2024-03-12 10:00"))

    assert said == {"en": "12 March 2024", "cy": "12 Mawrth 2024", "ur": "12 مارچ 2024"}
