"""What needs me: at most three things to do, and the projects I may know of."""

from datetime import datetime

from sidebyside.people.acting import Acting
from sidebyside.people.pages import in_words, open_asks
from sidebyside.projects.models import Project

AT_MOST = 3


def mine(by: Acting, *, now: datetime) -> dict:
    asks = list(open_asks(by.person, now=now)[: AT_MOST + 1])
    projects = Project.objects.visible_to(by.person).order_by("-made_at", "id")
    return {
        "asks": [in_words(ask) for ask in asks[:AT_MOST]],
        "more": len(asks) > AT_MOST,
        "projects": list(projects[:20]),
        "new_messages": by.person.messages.filter(seen_at=None).count(),
    }
