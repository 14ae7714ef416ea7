"""Somebody with no email signs in with a card that the desk has made for her."""

import re

from tests.journeys.visitor import Visitor

CODE = re.compile(r"\b[0-9a-z]{4}(?:-[0-9a-z]{4}){2}\b", re.IGNORECASE)
HER_WORD = "marmalade"


def makes_a_card(desk: Visitor, name: str) -> str:
    """The code on it."""
    desk.open("/")
    desk.press("The desk")
    desk.press(name)
    desk.press("Make a new card")
    return CODE.search(desk.page.locator(".sign-in-card").inner_text())[0]


def comes_in_by(card: str, me: Visitor) -> None:
    me.open("/sign-in/")
    me.press("I have a new card, and use it for the first time")
    me.write(me.words("The code on your card"), card)
    me.write(me.words("Choose a word of your own"), HER_WORD)
    me.write(me.words("Write your word again"), HER_WORD)
    me.press("Keep my word and sign in")
