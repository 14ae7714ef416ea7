"""What the page about her own calendar reads."""

import segno
from django.utils.safestring import SafeString, mark_safe

from sidebyside.people.acting import Acting
from sidebyside.sessions import calendars


def my_calendar(by: Acting, token: str) -> dict:
    """Her address, when it was made just now, as words and as a square for a phone; or since when she has one."""
    page: dict = {"feed": calendars.feed_of(by.person), "token": token, "by_card": by.card_made_by is not None}
    return page | ({"addresses": calendars.addresses(token), "square": _square(token)} if token else {})


def _square(token: str) -> SafeString:
    """The address as a drawing that a phone's camera reads. Only letters of an address are in it."""
    drawn = segno.make(calendars.addresses(token)["webcal"], error="m")
    return mark_safe(drawn.svg_inline(scale=5, border=4, light="#fff"))  # noqa: S308
