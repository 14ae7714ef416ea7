"""Calendar files and feeds that other people's calendars read: of one meeting, or of all hers (decision 46)."""

import secrets
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest
from sidebyside.people.models import Person
from sidebyside.people.sheets import language_of
from sidebyside.projects.models import Membership
from sidebyside.sessions.models import CalendarFeed, Meeting

BACK = timedelta(days=90)  # so that what was called off or moved lately is put right in her calendar too


def of_meeting(meeting: Meeting, person: Person) -> bytes:
    """A calendar file with this one meeting."""
    with translation.override(language_of(person)):
        return _calendar(Meeting.objects.filter(pk=meeting.pk), _("Meeting"))


def of_person(person: Person, *, now: datetime) -> bytes:
    """Every meeting of hers, from three months ago on, and those that were called off, in words that she reads."""
    with translation.override(language_of(person)):
        return _calendar(hers(person, now=now), _("Meetings: %(hub)s") % {"hub": settings.HUB_NAME})


def hers(person: Person, *, now: datetime) -> QuerySet[Meeting]:
    """The meetings of the projects that she is in, and of the groups of their own that she is in."""
    places = Membership.objects.joined().filter(person=person)
    rows = Meeting.objects.open_to(person).filter(project__in=places.values("project"), ends_at__gt=now - BACK)
    return rows.order_by("starts_at", "id")


def _calendar(rows: QuerySet[Meeting], name: str) -> bytes:
    from sidebyside.sessions.calendar_file import written  # what writes them is large, and is loaded when first asked

    return written(rows, name)


@transaction.atomic
def make_feed(*, by: Acting, now: datetime) -> str:
    """A new address for her own calendar. The one before ends. Returns the token, which is kept nowhere.

    Whoever made a card may have used it, and would read her meetings from then on: a card makes none. Raises Refused.
    """
    if by.card_made_by:
        raise Refused(no("card_makes_no_calendar"))
    Person.objects.select_for_update().get(pk=by.person.pk)
    _end(by.person, now)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(person=by.person, token_digest=digest("calendar", token), made_at=now)
    history.note(history.HUB, by, "calendar-made", by.person.ref, now=now)
    return token


@transaction.atomic
def end_feed(*, by: Acting, now: datetime) -> None:
    """Her calendar address reads nothing from now on. Twice is once."""
    if _end(by.person, now):
        history.note(history.HUB, by, "calendar-ended", by.person.ref, now=now)


def feed_of(person: Person) -> CalendarFeed | None:
    return person.calendar_feeds.filter(ended_at=None).order_by("-made_at", "-id").first()


def whose(token: str) -> Person | None:
    """Who made this address, if it has not ended and she is still here."""
    rows = CalendarFeed.objects.filter(token_digest=digest("calendar", token), ended_at=None, person__erased_at=None)
    feed = rows.select_related("person").first()
    return feed.person if feed else None


def addresses(token: str) -> dict[str, str]:
    """The address for a calendar, as a web address and as one that opens a calendar by itself."""
    whole = settings.SITE_URL + reverse("calendar-feed", args=[token])
    return {"web": whole, "webcal": urlsplit(whole)._replace(scheme="webcal").geturl()}


def _end(person: Person, now: datetime) -> int:
    return person.calendar_feeds.filter(ended_at=None).update(ended_at=now)
