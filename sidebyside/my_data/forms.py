"""What this part asks."""

from django import forms
from django.utils.translation import gettext as _

from sidebyside.kit.forms import Form


class KeepFor(Form):
    """How long a kind of thing is kept."""

    question_is_heading = True
    days = forms.IntegerField(widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}))

    def __init__(self, *args, what: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].label = _("%(what)s: for how many days shall we keep them?") % {"what": what}


class Nothing(Form):
    """A page with one button: the form asks nothing, and says why when it cannot be done."""
