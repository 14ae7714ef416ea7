"""What every page knows. No queries for somebody not signed in, and at most one for somebody who is."""

from django.conf import settings

from sidebyside.home.looks import Looks
from sidebyside.kit.clock import now, today
from sidebyside.people import roles


def every_page(request) -> dict:
    by = getattr(request, "by", None)
    looks = getattr(request, "looks", Looks())
    return {
        "looks": looks,
        "easy": looks.easy,
        "lang": "en-GB",
        "dir": "ltr",
        "hub_name": settings.HUB_NAME,
        "practice": settings.PRACTICE,
        "today": today(),
        "person": getattr(request, "person", None),
        "helping": getattr(request, "helping", None),
        "keeps_the_desk": bool(by) and roles.keeps_the_desk(by, now=now()),
    }
