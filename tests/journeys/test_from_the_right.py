"""Somebody who reads Urdu, on a small screen: each page runs from the right, and axe looks at it."""

from tests.journeys.ways import SMALL_URDU

# Where something begins, counted from the right edge of the window.
FROM_THE_RIGHT = "one => innerWidth - one.getBoundingClientRect().right"


def begins_at_the_right(me, selector: str) -> bool:
    return me.page.locator(selector).first.evaluate(FROM_THE_RIGHT) < 60


def test_somebody_reads_and_answers_in_urdu(as_):
    me = as_("Amara Venn", SMALL_URDU)
    assert me.page.locator("html").get_attribute("dir") == "rtl"
    assert me.heading == me.words("Hello %(name)s", name="Amara Venn")
    assert begins_at_the_right(me, "header .brand")

    me.open("/projects/bristol-policy/standing/")
    assert begins_at_the_right(me, ".ladder-holder")
    assert begins_at_the_right(me, ".ingredients .ingredient-name")

    me.open("/projects/bristol-policy/standing/rings/")
    assert begins_at_the_right(me, ".back-link")

    me.press("How this looks")
    me.choose(me.words("Which words do you want?"), me.words("Plain words"))
    me.press("Save and go back")
    assert me.page.locator("html").get_attribute("lang") == "ur"
