"""Somebody adds a passkey with her own browser, signs in by it and takes it away, by keyboard alone."""

import shutil

import pytest

from tests.journeys.hub import serving
from tests.journeys.ways import DESKTOP, SMALL_EASY_NO_JAVASCRIPT, ZOOMED, ways

NAME = "Amara Venn"
HER_PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def named_hub(tmp_path_factory, kept):
    """A practice hub with a name for its address: passkeys are bound to a name, never to a number."""
    served = tmp_path_factory.mktemp("named") / "hub"
    shutil.copytree(kept, served)
    with serving(served, name="localhost", SIDEBYSIDE_KEYS=f"{kept}.keys") as address:
        yield address


class Phone:
    """What unlocks passkeys for somebody's browser, as Chromium can play it."""

    def __init__(self, me):
        self._inside = me.context.new_cdp_session(me.page)
        self._inside.send("WebAuthn.enable")
        self._it = self._inside.send("WebAuthn.addVirtualAuthenticator", {"options": HER_PHONE})

    def knows_her(self, yes: bool) -> None:
        """Whether the finger that is put on it is the right one."""
        self._inside.send("WebAuthn.setUserVerified", {**self._it, "isUserVerified": yes})


def go_to_ways_in(me) -> None:
    me.press("You are %(name)s", name=NAME)
    me.press("Ways I sign in")


def sign_out(me) -> None:
    me.press("Sign out")
    me.press("Sign out now")
    me.press("Sign in")
    me.press("I have a passkey")


def is_told_that_it_failed(me, button: str, title: str) -> None:
    me.come_to(me.words(button))
    me.page.keyboard.press("Enter")
    me.page.get_by_text(me.words(title)).wait_for()
    me.look()


@ways(desktop=DESKTOP, zoomed=ZOOMED)
def test_somebody_adds_a_passkey_signs_in_by_it_and_takes_it_away(visitor, named_hub, way):
    me = visitor(named_hub, way)
    phone = Phone(me)
    me.be(NAME)
    go_to_ways_in(me)
    me.press("Add a passkey")
    phone.knows_her(False)
    is_told_that_it_failed(me, "Make the passkey", "No passkey was made")
    phone.knows_her(True)
    me.write(me.words("What shall we call this passkey?"), "My phone")
    me.press("Make the passkey")
    assert me.reads("Not used yet.")

    sign_out(me)
    phone.knows_her(False)
    is_told_that_it_failed(me, "Use my passkey", "You are not signed in")
    phone.knows_her(True)
    me.press("Use my passkey")
    go_to_ways_in(me)
    assert me.reads("Last used on %(day)s.", day="4 February 2025")

    me.press("Take it away", about="My phone")
    sign_out(me)
    me.press("Use my passkey")
    assert me.reads("That passkey did not work. It may have been taken away here. Try again, or sign in another way.")


@ways(small_easy_no_javascript=SMALL_EASY_NO_JAVASCRIPT)
def test_where_no_script_runs_no_passkey_is_offered_and_the_other_ways_are(visitor, named_hub, way):
    me = visitor(named_hub, way)
    me.open("/sign-in/")
    assert not me.reads("I have a passkey")
    me.open("/sign-in/passkey/")
    assert me.reads("This browser cannot use a passkey here. Sign in another way.")
    me.press("Sign in another way")
    assert me.heading == me.words("Sign in")
    me.be(NAME)
    go_to_ways_in(me)
    assert me.reads("This browser cannot add a passkey here. Your other ways still work.")
