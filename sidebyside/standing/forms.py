"""What the pages of standing ask."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form, MayBeLeftOut
from sidebyside.standing.rules import WORDS as ANSWERS

WORDS = {"yes": _("Yes"), "partly": _("Partly"), "no": _("No"), "do_not_know": _("I do not know")}
LEAVE_OUT = "leave_out"


class AnswerRound(Form):
    """One question an ingredient. What was answered earlier is filled in, and can be left out again."""

    def __init__(self, *args, questions: list[dict], earlier: Mapping[str, str], **kwargs):
        super().__init__(*args, initial=earlier, **kwargs)
        for question in questions:
            choices = [(answer, WORDS[answer]) for answer in reversed(ANSWERS) if answer != "do_not_know"]
            choices += [("do_not_know", WORDS["do_not_know"])]
            choices += [(LEAVE_OUT, _("Leave this one out"))] if question["id"] in earlier else []
            self.fields[question["id"]] = MayBeLeftOut(
                label=question["prompt"],
                help_text=question["title"],
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Please choose one of the answers shown here.")},
            )

    def answers(self) -> dict:
        return {name: said for name, said in self.cleaned_data.items() if said not in ("", LEAVE_OUT)}


class SayWhatShows(Form):
    words = forms.CharField(
        label=_("We show this by…"),
        widget=forms.Textarea,
        max_length=1000,
        error_messages={"required": _("Write what shows it.")},
    )

    def __init__(self, *args, prompt: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = prompt


class Disagree(Form):
    about = forms.CharField(widget=forms.HiddenInput, max_length=60)
    words = forms.CharField(
        label=_("What do you not agree with, and why?"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_(
            "Everybody in the project can read this, with your name. It stands beside the label until it is settled."
        ),
        error_messages={"required": _("Write what you do not agree with. A few words are enough.")},
    )


class AnswerDisagreement(Form):
    words = forms.CharField(
        label=_("Your answer"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Everybody in the project can read this, with your name."),
        error_messages={"required": _("Write an answer.")},
    )


def day_asked_for(query: Mapping[str, str]) -> Mapping[str, str] | None:
    """What was asked in an address: ?on=2024-03-12, or the three boxes. None when no day was asked for."""
    if query.get("on"):
        year, month, day = [*query["on"].split("-"), "", "", ""][:3]
        return {"on-year": year, "on-month": month, "on-day": day}
    return query if any(query.get(f"on-{part}") for part in ("day", "month", "year")) else None


class AsOf(Form):
    on = DayField(label=_("What could be shown on this day?"), help_text=_("Like 27 3 2024."))

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        if self.cleaned_data["on"] > self.today:
            raise forms.ValidationError(_("That day has not come yet. Choose a day up to today."))
        return self.cleaned_data["on"]
