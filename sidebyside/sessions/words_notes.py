"""Sentences about notes, actions, the car park, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "parked_needs_words": _("Write what is to be kept for later."),
    "note_is_too_long": _("That is too long for one line. Write it in 2,000 letters and spaces, or as several lines."),
    "owner_is_not_here": _("Choose somebody who is here."),
    "day_is_past": _("That day is past. Choose today or a later day."),
    "no_meeting_to_come": _(
        "No meeting is planned yet. Plan one, then put this on its agenda. It stays here until then."
    ),
    "parked_answered_needs_words": _("Write the answer."),
    "parked_passed_on_needs_words": _("Write whom it was passed on to, and when they answer."),
    "parked_closed_needs_words": _("Write why it is closed."),
    "parked_is_not_yours": _(
        "Whoever has it answers it, or whoever runs the meeting. Ask them, or take it on yourself."
    ),
    "parked_is_answered": _("This has an answer already."),
    "told_parked_is_yours": _("%(project)s: something in the car park is yours to answer."),
    "told_parked_answered": _("%(project)s: something that you asked to keep for later has an answer."),
    "parked": _("Something was put in the car park."),
    "parked-taken-on": _("Somebody took on something in the car park."),
    "parked-answered": _("Something in the car park was answered."),
    "parked_state_waiting": _("Waiting"),
    "parked_state_answered": _("Answered"),
    "parked_state_next_agenda": _("On the agenda of the next meeting"),
    "parked_state_passed_on": _("Passed on"),
    "parked_state_closed": _("Closed"),
}
