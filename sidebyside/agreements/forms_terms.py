"""What the pages of words to explain ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form


class PointAtWord(Form):
    """A word or a few. Nobody is asked who she is."""

    term = forms.CharField(
        label=_("Which word?"),
        max_length=60,
        help_text=_("Or a few words that belong together, or letters such as “ASC”."),
        error_messages={"required": _("Write the word.")},
    )
    seen_in = forms.CharField(label=_("Where did you see or hear it?"), max_length=200, required=False)
