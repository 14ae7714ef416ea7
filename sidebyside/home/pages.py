"""What needs me: at most three things to do, my projects, whom I help, and what waits where I have work to do."""

from datetime import date, datetime
from typing import Any

from sidebyside.home.on_paper import addresses
from sidebyside.home.work import work
from sidebyside.kit.holdings import all_holdings
from sidebyside.kit.pdf import can_make_pdf, why_no_pdf
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.people.pages import in_words, open_asks, people_i_help
from sidebyside.projects.pages_mine import my_projects, that_need_her_now

AT_MOST, AT_MOST_WORK, A_PAGE = 3, 5, 200


def mine(by: Acting, *, now: datetime, today: date, easy: bool = False) -> dict[str, Any]:
    """The first page of somebody who is signed in."""
    waiting = asks_for(by.person, now=now)
    to_do = work(by, now=now, easy=easy)
    return {
        "asks": waiting[:AT_MOST],
        "more": max(len(waiting) - AT_MOST, 0),
        "projects": my_projects(by.person, today=today),
        "helped": people_i_help(by.person, now=now, today=today),
        "work": to_do[:AT_MOST_WORK],
        "more_work": max(len(to_do) - AT_MOST_WORK, 0),
        "new_messages": by.person.messages.filter(ask=None, seen_at=None).count(),
    }


def asks_for(person: Person, *, now: datetime) -> list[dict]:
    """All that she is asked now and has not answered, the soonest to close first. Nothing from where she left or rests."""
    waiting = that_need_her_now(open_asks(person, now=now), person)[:A_PAGE]
    return [in_words(ask) for ask in waiting]


def printing(page: str) -> dict[str, Any]:
    """How to print, and for one page its PDFs, or why this machine can make none. page: its address, or nothing."""
    return {
        "page": page,
        "papers": addresses(page) if page and can_make_pdf() else {},
        "why_no_pdf": "" if can_make_pdf() else why_no_pdf(),
    }


def what_is_held() -> dict[str, Any]:
    """Each kind of thing that any part holds of a person, and what for."""
    return {"kinds": [{"title": say(one.title), "why": say(one.why)} for one in all_holdings()]}
