"""What the pages about meetings ask."""

from datetime import UTC, datetime, time

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.clock import LONDON
from sidebyside.kit.forms import DayField, Form


class ClockField(forms.TimeField):
    """A time of day, written as people write it: 2pm, 2:30pm, 14:30."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-5"})
    input_formats = ("%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%H")

    def to_python(self, value):
        return super().to_python(value.replace(" ", "").lower() if isinstance(value, str) else value)


WRONG_TIME = {"invalid": _("Write a time, like 2pm or 14:30."), "required": _("Write a time, like 2pm or 14:30.")}


def _moment(day, clock: time) -> datetime:
    """In UTC, so that what lies between two of them is right on the night when the clocks change."""
    return datetime.combine(day, clock, tzinfo=LONDON).astimezone(UTC)


class _Cost(Form):
    cost = forms.DecimalField(
        label=_("What does it cost, in pounds, if you know?"),
        required=False,
        min_value=0,
        max_value=99999,
        decimal_places=2,
    )

    def cost_pence(self) -> int | None:
        cost = self.cleaned_data["cost"]
        return None if cost is None else int(cost * 100)


class Book(_Cost):
    people = forms.MultipleChoiceField(
        label=_("Whom is it for?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one person.")},
    )
    what = forms.CharField(
        label=_("What is to be booked?"), max_length=300, error_messages={"required": _("Write what is to be booked.")}
    )
    how_many = forms.IntegerField(
        label=_("How many?"),
        min_value=1,
        max_value=99,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    book_by = DayField(label=_("By which day must it be booked?"), error_messages={"required": _("Write the day.")})
    line = forms.CharField(widget=forms.HiddenInput, required=False, max_length=130)
    field_order = ("people", "what", "how_many", "book_by", "cost", "line")

    def __init__(self, *args, people: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = people  # type: ignore[attr-defined]

    def answers(self) -> dict:
        said = {name: value for name, value in self.cleaned_data.items() if name != "cost"}
        return said | {"cost_pence": self.cost_pence()}


class ChangeBooking(_Cost):
    state = forms.ChoiceField(
        label=_("What became of it?"),
        widget=forms.RadioSelect,
        choices=[("to_do", _("Still to do")), ("booked", _("It is booked")), ("not_possible", _("It is not possible"))],
    )
    why_not = forms.CharField(
        label=_("If it is not possible, why, and what will you do instead?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=500,
    )
    field_order = ("state", "why_not", "cost")

    def answers(self) -> dict:
        said = self.cleaned_data
        return {"state": said["state"], "why_not": said["why_not"], "cost_pence": self.cost_pence()}
