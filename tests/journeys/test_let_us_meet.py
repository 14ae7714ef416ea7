"""Somebody with no account says that she would like to meet a project, and a facilitator arranges it."""

from tests.journeys.ways import DESKTOP, in_each_way


@in_each_way
def test_somebody_says_that_she_would_like_to_meet(visitor, hub, way):
    me = visitor(hub.address, way)
    me.open("/")
    me.press("See the projects, and which are open to new people")
    me.press("Support in the evening")
    me.press("What it is, what is paid, and how to meet")
    assert me.reads("What is paid")

    me.press("I would like to meet")  # and has written nothing
    assert me.reads("Write your name. A first name is enough.")
    me.write(me.words("What is your name?"), "Ola")
    me.choose("How shall we answer you?", "By phone")
    me.write(me.words("What is that email address, phone number or postal address?"), "0117 496 0123")
    me.press("I would like to meet")
    assert me.heading == me.words("Thank you")


def test_a_member_takes_a_break_and_comes_back_with_one_tap(as_):
    me = as_("Amara Venn", DESKTOP)
    me.press("Co-Production Policy")
    me.press("Take a break or leave")
    me.press("Not now: take a break")
    assert me.reads("You are taking a break")

    me.press("Our project")
    me.press("I am back")
    assert me.heading == "Co-Production Policy"
    assert not me.reads("You are taking a break here")
