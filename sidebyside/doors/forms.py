"""The form of a sheet: the same questions on the page behind a link, when paper is typed in, and on the phone."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form, MayBeLeftOut
from sidebyside.people.sheets import LONGEST, Question, Sheet

LEAVE_OUT = "leave_out"


class SheetForm(Form):
    """A form with the questions of a sheet. `answers()` gives what `sheets.take` takes: question name -> value or words.

    earlier: what was answered before, filled in (only where whoever looks may read it). by_helper: a helper fills it in,
    so what only she herself answers is left off.
    """

    def __init__(
        self, *args, sheet: Sheet, earlier: Mapping[str, str] | None = None, by_helper: bool = False, **kwargs
    ):
        super().__init__(*args, initial=dict(earlier or {}), **kwargs)
        asked = [question for question in sheet.questions if not (by_helper and question.alone)]
        any_may_be_left_out = len(asked) > 1 and not any(question.needed for question in asked)
        for question in asked:
            field = _choices(question, any_may_be_left_out, question.name in (earlier or {})) or _words(question)
            self.fields[question.name] = field

    def answers(self) -> dict[str, str]:
        return {name: said for name, said in self.cleaned_data.items() if said not in ("", LEAVE_OUT)}


def _choices(question: Question, says_so_once: bool, answered: bool) -> forms.ChoiceField | None:
    if not question.choices:
        return None
    choices: list[tuple] = [(choice.value, choice.label) for choice in question.choices]
    if answered and not question.needed:
        choices.append((LEAVE_OUT, _("Leave this one out")))
    kind = MayBeLeftOut if says_so_once else forms.ChoiceField
    return kind(
        label=question.text,
        help_text=question.hint,
        choices=choices,
        widget=forms.RadioSelect,
        required=says_so_once or question.needed,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Please choose one of the answers shown here."),
        },
    )


def _words(question: Question) -> forms.CharField:
    return forms.CharField(
        label=question.text,
        help_text=question.hint,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=question.needed,
        max_length=LONGEST,
        error_messages={"required": _("Write a few words. They are needed before you can go on.")},
    )
