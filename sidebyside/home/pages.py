"""What needs me: at most three things to do, and my projects."""

from datetime import date, datetime

from sidebyside.people.acting import Acting
from sidebyside.people.pages import in_words, open_asks
from sidebyside.projects.pages_mine import my_projects

AT_MOST = 3


def mine(by: Acting, *, now: datetime, today: date) -> dict:
    asks = list(open_asks(by.person, now=now)[: AT_MOST + 1])
    return {
        "asks": [in_words(ask) for ask in asks[:AT_MOST]],
        "more": len(asks) > AT_MOST,
        "projects": my_projects(by.person, today=today),
        "new_messages": by.person.messages.filter(seen_at=None).count(),
    }
