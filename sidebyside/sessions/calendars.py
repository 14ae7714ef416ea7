"""Calendar files and feeds that other people's calendars read: of one meeting, or of all hers (decision 46)."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest
from sidebyside.people.models import Person
from sidebyside.people.sheets import language_of
from sidebyside.projects.models import Membership
from sidebyside.sessions.models import CalendarFeed, Meeting

BACK = timedelta(days=90)  # so that what was called off or moved lately is put right in her calendar too
HOURS_BETWEEN = 6  # how often a calendar is asked to look again
# The rule for the clocks in the United Kingdom since 1996, as calendars write it.
CLOCKS = (
    (TimezoneDaylight, "BST", datetime(1981, 3, 29, 1), 0, 1, 3),  # noqa: DTZ001  written by the clock on the wall
    (TimezoneStandard, "GMT", datetime(1996, 10, 27, 2), 1, 0, 10),  # noqa: DTZ001
)


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


def _calendar(meetings: QuerySet[Meeting], name: str) -> bytes:
    rows = meetings.select_related("project", "group").annotate(moved=Count("moves"), moved_at=Max("moves__moved_at"))
    calendar = Calendar()
    calendar.add("prodid", "-//Side by Side//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=HOURS_BETWEEN), {"value": "DURATION"})
    calendar.add("x-published-ttl", f"PT{HOURS_BETWEEN}H")
    for part in (_london(), *_events(rows)):
        calendar.add_component(part)
    return calendar.to_ical()


def _london() -> Timezone:
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    for kind, name, first, before, after, month in CLOCKS:
        part = kind()
        part.add("dtstart", first)
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
        zone.add_component(part)
    return zone


def _events(rows: Iterable[Meeting]) -> Iterable[Event]:
    for row in rows:
        moved_at = row.moved_at  # type: ignore[attr-defined]  # said by _calendar
        changed = max(at for at in (row.planned_at, moved_at, row.off_at) if at)
        event = Event()
        event.add("uid", f"{row.ref}@meetings.side-by-side")
        event.add("sequence", row.moved + (row.off_at is not None))  # type: ignore[attr-defined]
        event.add("dtstamp", changed)
        event.add("last-modified", changed)
        event.add("dtstart", row.starts_at.astimezone(LONDON))
        event.add("dtend", row.ends_at.astimezone(LONDON))
        event.add("status", "CANCELLED" if row.off_at else "CONFIRMED")
        event.add("class", "PRIVATE")
        for field, words in (("summary", _("Meeting")),) if row.group_id else _in_words(row):
            event.add(field, words)
        yield event


def _in_words(row: Meeting) -> Iterable[tuple[str, str]]:
    """What a calendar may say of a meeting of everybody. Of a group's own it only says that there is a meeting."""
    page = settings.SITE_URL + reverse("meeting", args=[row.project.slug, row.ref])
    how = _("How to join: %(how)s") % {"how": row.join_how} if row.join_how else ""
    yield "summary", f"{row.project.name}: {row.title}"
    yield "location", row.place
    yield "description", "\n\n".join(words for words in (how, page) if words)
    yield "url", page


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
