"""Days and moments as people read them, by the clocks of the people in this hub."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.dateformat import format as in_words
from django.utils.translation import gettext


def _here(when: date) -> date:
    """A moment as it reads on the clocks of the people in this hub; a day stays the day it is."""
    return timezone.localtime(when) if isinstance(when, datetime) and settings.USE_TZ else when


def day(when: date | None) -> str:
    """12 March 2024. Nothing for no day."""
    return in_words(_here(when), "j F Y") if when else ""


def day_time(when: datetime | None) -> str:
    """12 March 2024, 2pm, or 2:30pm. Nothing for no moment."""
    if not when:
        return ""
    here = timezone.localtime(when) if settings.USE_TZ else when
    clock = in_words(here, "g:i" if here.minute else "g")
    return f"{day(here)}, {clock}{gettext('am') if here.hour < 12 else gettext('pm')}"
