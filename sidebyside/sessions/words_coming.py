"""Sentences about who comes, and who could not, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ask_before_title": _("%(project)s: will you come to the meeting?"),
    "meeting_is_off": _("This meeting does not take place. There is nothing to answer."),
    "meeting_has_not_begun": _("The meeting has not begun yet. Write down who came when it has."),
    "notes_are_agreed": _(
        "The notes are agreed, so this can no longer be changed. Say at the next meeting what is wrong."
    ),
    "coming_in-person": _("Yes, I come there"),
    "coming_online": _("Yes, I join online"),
    "coming_phone": _("Yes, I join by phone"),
    "coming_views": _("No, but I write here what I think"),
    "coming_no": _("No"),
    "came_in-person": _("Was there"),
    "came_online": _("Joined online"),
    "came_phone": _("Joined by phone"),
    "came_views": _("Sent what she thinks"),
    "came_no": _("Was not there"),
    "comes_in-person": _("Coming there"),
    "comes_online": _("Joining online"),
    "comes_phone": _("Joining by phone"),
    "comes_views": _("Not coming, but sending what they think"),
    "comes_no": _("Not coming"),
    "meeting_role_facilitator": _("Facilitator"),
    "meeting_role_co_facilitator": _("Co-facilitator with lived expertise"),
    "meeting_role_note_taker": _("Takes notes"),
    "meeting_role_tech": _("Helps with phones and computers"),
    "meeting_role_support": _("Personal support"),
    "meetings.before": _("What you want arranged for one meeting"),
    "asked-who-comes": _("Everybody was asked who comes to a meeting."),
    "who-came-written": _("It was written down who came to a meeting."),
}
