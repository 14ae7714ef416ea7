"""What is asked about the costs of answering."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.doors.costs import HOWS
from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.words import say


class SetRate(Form):
    pounds = forms.DecimalField(
        label=_("How much does the hub give for one, in pounds?"),
        help_text=_("For example 0.12. We know no figure. Ask whoever looks after your money."),
        min_value=0,
        max_value=100,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )

    def answers(self) -> dict:
        return {"pence": int(self.cleaned_data["pounds"] * 100)}


class Given(Form):
    how = forms.ChoiceField(label=_("How did they get it?"), widget=forms.RadioSelect)
    on = DayField(label=_("On which day?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = [(how, say(f"given_{how}")) for how in HOWS]  # type: ignore[attr-defined]
