"""What this part asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form


class KeepFor(Form):
    """How long a kind of thing is kept."""

    question_is_heading = True
    days = forms.IntegerField(
        label=_("For how many days shall we keep this?"),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )


class Nothing(Form):
    """A page with one button: the form asks nothing, and says why when it cannot be done."""
