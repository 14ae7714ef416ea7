"""What the page about her own calendar reads."""

from sidebyside.kit.squares import for_screen
from sidebyside.people.acting import Acting
from sidebyside.sessions import calendars


def my_calendar(by: Acting, token: str) -> dict:
    """Her address, when it was made just now, as words and as a square for a phone; or since when she has one."""
    page: dict = {"feed": calendars.feed_of(by.person), "token": token, "by_card": by.card_made_by is not None}
    if token:
        addresses = calendars.addresses(token)
        page |= {"addresses": addresses, "square": for_screen(addresses["webcal"])}
    return page
