"""Sentences about asking when to meet, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ask_when_title": _("%(project)s: when could you meet?"),
    "ask_own_when_title": _("When could you meet?"),
    "when_needs_times": _("Offer at least two times, and six at most. Each has to be different."),
    "when_closes_before_it_could_be": _(
        "People need time to answer. Choose a last day to answer before the first of the times."
    ),
    "say_it_for_each_time": _("Say something to each of the times."),
    "when_yes": _("Yes, this suits me"),
    "when_if_need_be": _("If need be"),
    "when_no": _("No, I cannot"),
    "asked-when": _("Everybody was asked when to meet."),
    "when-closed": _("Asking when to meet was closed."),
}
