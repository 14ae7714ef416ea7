"""Trying texts out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form


class PracticeText(Form):
    number = forms.CharField(
        label=_("From which phone number?"),
        max_length=30,
        help_text=_("The number of somebody in this practice hub, like 07700 900123."),
    )
    words = forms.CharField(label=_("What does the text say?"), max_length=2000, help_text=_("Like A1, or yes."))
