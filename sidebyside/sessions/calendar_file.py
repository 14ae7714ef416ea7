"""How meetings are written in a calendar file, as RFC 5545 has it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from sidebyside.kit.clock import LONDON
from sidebyside.sessions.models import Meeting

HOURS_BETWEEN = 6  # how often a calendar is asked to look again
# The rule for the clocks in the United Kingdom since 1996, as calendars write it.
CLOCKS = (
    (TimezoneDaylight, "BST", datetime(1981, 3, 29, 1), 0, 1, 3),  # noqa: DTZ001  written by the clock on the wall
    (TimezoneStandard, "GMT", datetime(1996, 10, 27, 2), 1, 0, 10),  # noqa: DTZ001
)


def written(meetings: QuerySet[Meeting], name: str) -> bytes:
    """A calendar file with these meetings, in the language that is on."""
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
