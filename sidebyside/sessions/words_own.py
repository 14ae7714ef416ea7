"""Sentences about the Lived Expertise Group, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ask_own_meeting_title": _("A question for you in %(project)s, from a group of yours"),
    "bring_what_is_agreed": _("Choose something that the group agreed to, or wrote down as a decision."),
    "own-brought": _("Something was brought to a meeting of everybody."),
}
