"""The hub's clock. A practice hub stands on its own day, so that its worked example is neither stale nor changing."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
LAST_DAY = date(9998, 12, 30)  # any later, and there is no next day to be before


def now() -> datetime:
    """The moment it is in this hub. Enters at a page, a command or the worker, and is passed on from there."""
    return timezone.now() + settings.CLOCK_SHIFT


def today() -> date:
    return now().astimezone(LONDON).date()


def end_of(day: date) -> datetime:
    """The first moment after `day`, in London: `as of` a day means before this."""
    return datetime.combine(min(day, LAST_DAY) + timedelta(days=1), time.min, tzinfo=LONDON)
