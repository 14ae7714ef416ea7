"""A member takes a copy of all that is held about her, and is forgotten."""

import json
from pathlib import Path

from tests.journeys.visitor import Visitor
from tests.journeys.ways import DESKTOP, SMALL_EASY_NO_JAVASCRIPT

BRYONY, OWN_WORDS = "Bryony Sale", "Two interpreters, if we meet for long."


def takes_a_copy(me: Visitor, folder: Path) -> dict:
    me.press("Take a copy")
    me.come_to(me.words("A file for computers (JSON)"))
    with me.page.expect_download() as brought:
        me.page.keyboard.press("Enter")
    brought.value.save_as(folder / "my-data.json")
    me.press("Back to my data")
    return json.loads((folder / "my-data.json").read_text(encoding="utf-8"))


def people_of_the_project(me: Visitor) -> str:
    me.open("/projects/bristol-policy/people/")
    return me.page.locator("main").inner_text()


def test_a_member_takes_her_data_and_is_forgotten(as_, tmp_path):
    grace, me = as_("Grace Tolland", DESKTOP), as_(BRYONY, SMALL_EASY_NO_JAVASCRIPT)
    assert BRYONY in people_of_the_project(grace)
    me.press("My details and messages")
    me.press("See what we keep about you, take a copy, or ask us to forget you")
    copy = json.dumps(takes_a_copy(me, tmp_path), ensure_ascii=False)
    assert BRYONY in copy
    assert OWN_WORDS in copy

    me.press("See what goes and what stays")
    me.press("Yes, forget me")
    assert me.heading == me.words("You are forgotten")

    assert BRYONY not in people_of_the_project(grace)
    me.open("/sign-in/")
    assert me.words("Be %(name)s", name=BRYONY) not in me.page.locator("main").inner_text()
