"""Writing down what somebody says."""

from datetime import date, datetime, time

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.doors.forms import SheetForm
from sidebyside.kit.clock import LONDON
from sidebyside.kit.forms import DayField


class WriteDown(SheetForm):
    """The questions of the sheet, and how and when she said it."""

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["how"] = forms.ChoiceField(
            label=_("How did they tell you?"),
            choices=[
                ("phone", _("By phone: we rang them")),
                ("rang", _("By phone: they rang us. We give back what it cost them")),
                ("in-person", _("In person")),
            ],
            widget=forms.RadioSelect,
        )
        self.fields["on"] = DayField(label=_("On which day?"), initial=today)

    def answers(self) -> dict:
        said: dict = super().answers()
        how, on = said.pop("how"), said.pop("on")
        said_at = None if on == self.today else datetime.combine(on, time(12), tzinfo=LONDON)
        rang = how == "rang"
        return {"said": said, "door": "phone" if rang else how, "said_at": said_at, "she_rang": rang}
