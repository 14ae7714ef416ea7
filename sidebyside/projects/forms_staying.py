"""What is asked about breaks, and when a project grows longer."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.fields import DayField
from sidebyside.kit.forms import Form
from sidebyside.projects.forms import lines, offer


class TakeBreak(Form):
    until_on = DayField(
        label=_("Until about when?"),
        required=False,
        help_text=_("Like 27 3 2024. You can leave it out, and come back when you like."),
    )


class ComeBack(Form):
    """A button."""


class SayIfIGoOn(Form):
    question_is_heading = False
    said = forms.ChoiceField(
        label=_("Will you go on?"),
        choices=[
            ("yes", _("Yes, I go on")),
            ("no", _("No, I leave at the old end")),
            ("talk", _("Talk to me first")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. All three are fine.")},
    )


class PlanMoreTime(Form):
    stage = forms.ChoiceField(
        label=_("Which stage needs more time?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the stage.")},
    )
    weeks = forms.IntegerField(
        label=_("How many weeks more?"),
        min_value=1,
        max_value=260,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        help_text=_("Before the extra time. 20% is added to it."),
        error_messages={"required": _("Write how many weeks more, like 4.")},
    )
    why = forms.CharField(
        label=_("Why does it need more time?"),
        widget=lines(),
        max_length=1000,
        help_text=_("Everybody in the project reads this when they are asked if they go on."),
        error_messages={"required": _("Write why. People should know before they say yes again.")},
    )
    seen_until = forms.DateField(widget=forms.HiddenInput)

    def __init__(self, *args, stages, **kwargs):
        super().__init__(*args, **kwargs)
        self.stages = {stage.ref: stage for stage, _words in stages}
        offer(self, "stage", [(stage.ref, words) for stage, words in stages])

    def clean_stage(self):
        found = self.stages.get(self.cleaned_data["stage"])
        if found is None:
            raise ValidationError(_("Choose the stage."))
        return found
