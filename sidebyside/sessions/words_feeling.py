"""Sentences about how meetings feel, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "after_all_not_there": _("I was not there"),
    "after_felt_good": _("Good"),
    "after_felt_mixed": _("Mixed"),
    "after_felt_not_good": _("Not good"),
    "after_values_yes": _("Yes"),
    "after_values_partly": _("Partly"),
    "after_values_no": _("No"),
    "after_pace_right": _("Right for me"),
    "after_pace_too_fast": _("Too fast"),
    "after_pace_too_slow": _("Too slow"),
    "after_pace_too_long": _("Too long"),
    "after_pace_wrong_time": _("At the wrong time"),
    "after_place_yes": _("Yes"),
    "after_place_partly": _("Partly"),
    "after_place_no": _("No"),
    "after_good_yes": _("Yes"),
    "after_good_mixed": _("Mixed"),
    "after_good_no": _("No"),
    "after_not_enough": _("Not enough people said"),
    "told_call_wished": _("%(project)s: somebody who could not come to a meeting would like a call."),
    "call-wished": _("Somebody who could not come would like a call."),
}
