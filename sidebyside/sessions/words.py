"""What this part says, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ask_afterwards_title": _("%(project)s: did you get what you needed at the meeting?"),
    "meeting_needs_a_name": _("Write what the meeting is for."),
    "meeting_is_past": _("That time is past. Choose a later one."),
    "meeting_ends_before_it_starts": _("It has to end after it starts, on the same day. Check both times."),
    "booking_needs_words": _("Write what is to be booked."),
    "booking_was_confirmed": _("The meeting is over, and people were asked. This can no longer be changed."),
    "say_why_not_possible": _("Say why it is not possible, and what you will do instead."),
    "booking_to_do": _("To do"),
    "booking_booked": _("Booked"),
    "booking_not_possible": _("Not possible"),
    "told_meeting_planned": _("%(project)s: a meeting is planned."),
    "told_meeting_off": _("%(project)s: a meeting will not take place."),
    "told_booking_booked": _("%(project)s: something that you need was booked for you."),
    "told_booking_not_possible": _("%(project)s: something that you need could not be booked. Read why."),
    "meetings_met_all": _("At meetings everybody who answered got what they needed."),
    "meetings_met_some": _("At meetings some people got what they needed, and some did not."),
    "meetings_met_few": _("At meetings most people who answered did not get what they needed."),
    "meetings_met_not_enough": _("Not enough people have said whether they got what they needed at meetings."),
    "meeting-planned": _("A meeting was planned."),
    "meeting-called-off": _("A meeting was called off."),
    "booking-made": _("Something to book for a meeting was written down."),
    "booking-changed": _("Something for a meeting was booked, or could not be."),
}
