"""Sentences about calendars, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "card_makes_no_calendar": _("With a card you cannot make an address. Sign in by email or with a passkey."),
    "calendar-made": _("Somebody made an address for her own calendar."),
    "calendar-ended": _("Somebody ended the address for her calendar."),
    "held_calendars": _("Addresses for your own calendar"),
    "held_calendars_why": _("So that your calendar can show your meetings. The address itself is kept nowhere."),
    "held_attendance": _("How you took part in meetings"),
    "held_attendance_why": _("So that the group knows who was there, and who should be heard in another way."),
    "held_attendance_stays": _("That somebody was there belongs to the record of the meeting. Your name goes."),
    "held_left_alone": _("Where you are not asked when you miss a meeting"),
    "held_left_alone_why": _("So that nobody asks you."),
    "data_took_part": _("How you took part"),
}
