"""What the page to ask when to meet asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.clock import end_of
from sidebyside.kit.forms import DayField, Form
from sidebyside.sessions.forms import WRONG_TIME, ClockField, _moment
from sidebyside.sessions.when_rules import FEWEST, MOST

ROWS = range(1, MOST + 1)
PARTS = ("on", "starts", "ends")


class AskWhen(Form):
    title = forms.CharField(
        label=_("What is the meeting for, in a few words?"),
        max_length=100,
        error_messages={"required": _("Write what the meeting is for.")},
    )
    closes_on = DayField(
        label=_("Until which day can people answer?"),
        help_text=_("Letters need about two weeks."),
        error_messages={"required": _("Write the day.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for row in ROWS:
            needed, number = row <= FEWEST, {"number": row}
            day = DayField(
                label=_("Time %(number)s: on which day?") % number,
                required=needed,
                error_messages={"required": _("Write the day.")},
            )
            starts = ClockField(
                label=_("Time %(number)s: from when?") % number, required=needed, error_messages=WRONG_TIME
            )
            ends = ClockField(
                label=_("Time %(number)s: until when?") % number, required=needed, error_messages=WRONG_TIME
            )
            self.fields |= dict(zip((f"{part}_{row}" for part in PARTS), (day, starts, ends), strict=True))

    def rows(self) -> list:
        """The three boxes of each time, for the page to draw."""
        return [[self[f"{part}_{row}"] for part in PARTS] for row in ROWS]

    def clean(self):
        said = super().clean() or {}
        for row in ROWS:
            names = [f"{part}_{row}" for part in PARTS]
            there = [name for name in names if said.get(name)]
            for name in set(names) - set(there) - set(self.errors) if there else ():
                self.add_error(name, _("Write the day and both times, or leave all three out."))
        return said

    def answers(self) -> dict:
        said = self.cleaned_data
        whole = [[said[f"{part}_{row}"] for part in PARTS] for row in ROWS if said.get(f"on_{row}")]
        times = [(_moment(day, starts), _moment(day, ends)) for day, starts, ends in whole]
        return {"title": said["title"], "times": times, "closes_at": end_of(said["closes_on"])}
