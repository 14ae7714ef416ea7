"""When a text is paired, older than its source, checked; which recordings we take; what the Easy Read helper says."""

from datetime import date

import pytest
from django.template import engines

from sidebyside.texts import rules
from sidebyside.texts.easy_read import suggestions
from sidebyside.texts.pictures import PICTURES

TODAY = date(2024, 3, 12)
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"


def test_a_text_is_older_when_its_source_says_something_else_and_not_when_only_its_spaces_changed():
    made = rules.digest_of("We meet on Tuesday.\n\nCome.")

    assert not rules.is_older(made, "We  meet on Tuesday.\r\n\r\nCome.")
    assert rules.is_older(made, "We meet on Monday.\n\nCome.")


CHECK = {
    "paid": True,
    "checkers": {"b", "i"},
    "maker": "n",
    "may_check": {"b", "i", "n"},
    "on_day": TODAY,
    "today": TODAY,
}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, ""),
        ({"paid": False}, "checked_unpaid"),
        ({"checkers": set()}, "checked_by_nobody"),
        ({"checkers": {"n"}}, "checked_by_its_maker"),
        ({"checkers": {"b", "officer"}}, "checked_by_a_stranger"),
        ({"on_day": date(2024, 3, 13)}, "checked_in_the_future"),
    ],
)
def test_checked_needs_members_who_did_not_write_it_in_time_that_was_paid(changed, code):
    assert rules.can_check(**CHECK | changed).code == code


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (MP4, "mp4"),
        (b"\x00\x00\x00\x20ftypM4A ", "m4a"),
        (b"\x1aE\xdf\xa3\x01", "webm"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"OggS\x00", "ogg"),
        (b"<html><script>", ""),
        (b"MZ\x90\x00", ""),
        (b"\x89PNG", ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"", ""),
    ],
)
def test_a_recording_is_known_by_how_it_begins(start, kind):
    assert rules.kind_of_file(start) == kind


def test_film_is_no_sound_and_nothing_may_be_too_big():
    assert rules.can_upload(format="bsl", kind="mp4", size=1000)
    assert rules.can_upload(format="audio", kind="mp4", size=1000).code == "recording_not_sound"
    assert rules.can_upload(format="video", kind="", size=1000).code == "recording_not_film"
    assert rules.can_upload(format="video", kind="mp4", size=rules.MOST_BYTES + 1).code == "recording_too_big"


@pytest.mark.parametrize(
    "link", ["http://example.org/a", "javascript:alert(1)", "https://a:b@example.org/", "https://x", "//a", ""]
)
def test_a_recording_elsewhere_has_an_https_address(link):
    assert rules.can_link(link).code == "recording_link_not_https"
    assert rules.can_link("https://example.org/film")


def test_captions_are_webvtt():
    assert rules.can_caption(b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello")
    assert rules.can_caption(b"\xff\xfe\x00").code == "captions_not_webvtt"
    assert rules.can_caption(b"<script>").code == "captions_not_webvtt"


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("We meet on Tuesday.", []),
        ("You can say no.", []),
        ("You can bring 2 people.", []),
        (
            "The group decides what the policy says and what it does not say in any of its parts.",
            ["too_long", "two_things"],
        ),
        ("Your views will be collected.", ["passive"]),
        ("Please utilise the form.", ["hard_word"]),
        ("Bring two people.", ["number"]),
        ("The NHS pays.", ["initials"]),
        ("Come *now*.", ["slanted"]),
        ("Going forward we meet here.", ["phrase"]),
        ("We help you, because you ask.", ["two_things"]),
    ],
)
def test_the_helper_says_what_might_be_easier(sentence, codes):
    assert [one.code.removeprefix("easy_") for one in suggestions(sentence)] == codes


def test_the_helper_asks_for_a_picture_beside_each_idea_once_they_are_chosen():
    words = "We meet.\n\nYou get pay."

    assert suggestions(words) == []
    assert [one.about for one in suggestions(words, ["meeting", ""])] == ["You get pay."]


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_there_is_to_choose_is_drawn(name):
    draw = engines["jinja2"].get_template("components/picture.html").template.module.picture

    assert draw(name, "big").count("<") >= 3
    assert draw(name, "big") != draw("nothing-like-it", "big")
