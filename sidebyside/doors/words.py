"""What this part says, by code."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "no_way_to_reach": _("We know no way to reach this person that works. Ask them, or somebody close to them."),
    "email_not_taken": _("The mail server did not take this email for two days."),
}
