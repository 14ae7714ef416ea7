"""What the post room and keying in ask."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.doors.forms import SheetForm
from sidebyside.doors.post_keying import form_to_key, form_with
from sidebyside.doors.post_room import WHY_BACK
from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.verdict import Refused
from sidebyside.kit.words import say
from sidebyside.people.sheets import Question, Sheet

ONE_DIGIT = 9  # so many boxes can be named by one digit
TYPED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class PaperCode(Form):
    code = forms.CharField(
        label=gettext_lazy("What is the code on the form?"),
        help_text=gettext_lazy("It has 9 letters and numbers, such as K7M Q2X PD4. Gaps and capitals do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs=TYPED | {"class": "govuk-input--width-10"}),
        error_messages={"required": gettext_lazy("Write the code that is at the top of the form.")},
    )

    def found(self, look_up=form_with, **who):
        """The form on paper with this code, or None: then the reason stands beside the code, which stays as it was typed."""
        if not self.is_valid():
            return None
        try:
            return look_up(self.cleaned_data["code"], **who)
        except Refused as refused:
            self.add_error("code", say(refused.verdict.code, refused.verdict.values))
            return None


class CodeToKey(PaperCode):
    """Ready to type: the next form at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = "autofocus"

    def to_key(self, **who):
        return self.found(form_to_key, **who)


class Keying(SheetForm):
    """The questions in the order in which they stand on the paper; first, all the ticks in one line, for quick hands.

    then_next: asks for the code of the next form too, so that a pile is typed in without a page between.
    """

    def __init__(self, *args, sheet: Sheet, day: date | None, then_next: bool = False, **kwargs):
        super().__init__(*args, sheet=sheet, **kwargs)
        self.ticked = [q for q in sheet.questions if q.choices and q.name in self.fields]
        self.fields["paper_day"] = DayField(
            label=_("What day is written on the paper?"),
            help_text=_("No day? Then write the day when it came."),
            initial=day,
            error_messages={"required": _("Write the day that is on the paper, or the day when it came.")},
        )
        self.fields["paper_stamp"] = forms.BooleanField(
            label=_("They paid for the stamp themselves. We give it back"), required=False
        )
        if len(self.ticked) > 1 and max(len(question.choices) for question in self.ticked) <= ONE_DIGIT:
            self.fields["paper_ticks"] = self._all_ticks()
        self.order_fields(["paper_ticks", "paper_day"])
        if then_next:
            self.fields["paper_next"] = forms.CharField(
                label=_("The code of the next form"),
                required=False,
                max_length=40,
                widget=forms.TextInput(attrs=TYPED | {"class": "govuk-input--width-10"}),
            )

    def _all_ticks(self) -> forms.CharField:
        return forms.CharField(
            label=_("The ticked boxes, all in one line"),
            help_text=_(
                "For each question the number in the ticked box, and 0 for none. There are %(count)s questions."
            )
            % {"count": len(self.ticked)},
            required=False,
            max_length=60,
            widget=forms.TextInput(attrs=TYPED | {"inputmode": "numeric", "autofocus": "autofocus"}),
        )

    def clean(self):
        super().clean()
        digits = "".join(self.cleaned_data.get("paper_ticks", "").split())
        if digits and len(digits) != len(self.ticked):
            words = _("You wrote %(wrote)s numbers, and there are %(count)s questions. Check them against the paper.")
            self.add_error("paper_ticks", words % {"wrote": len(digits), "count": len(self.ticked)})
        elif digits:
            for question, digit in zip(self.ticked, digits, strict=True):
                self._take_tick(question, digit)
        return self.cleaned_data

    def _take_tick(self, question: Question, digit: str) -> None:
        place = int(digit) if digit.isdigit() else len(question.choices) + 1
        if place > len(question.choices):
            words = _("“%(digit)s” is not a box of the question “%(question)s”.")
            self.add_error("paper_ticks", words % {"digit": digit, "question": question.text})
            return
        value = question.choices[place - 1].value if place else ""
        chosen = self.cleaned_data.get(question.name, "")
        if chosen and chosen != value:
            words = _("The line says something else than what you chose for “%(question)s”.")
            self.add_error("paper_ticks", words % {"question": question.text})
        if value or not question.needed:
            self.errors.pop(question.name, None)
        self.cleaned_data[question.name] = value

    def said(self) -> dict[str, str]:
        return {name: words for name, words in self.answers().items() if not name.startswith("paper_")}

    def kept(self) -> dict:
        """What is recorded, in the words that the action takes."""
        paper = self.cleaned_data
        return {"said": self.said(), "day": paper["paper_day"], "stamp": paper["paper_stamp"]}


class SomeOfThese(forms.MultipleChoiceField):
    """One that is not there any more is no fault: it was posted a moment ago."""

    def valid_value(self, value):
        return True


class Posted(Form):
    letters = SomeOfThese(
        label=gettext_lazy("Which of these did you post?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick each letter that you posted.")},
    )

    def __init__(self, *args, letters: list[dict], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["letters"].choices = [(one["ref"], f"{one['name']}: {one['what']}") for one in letters]  # type: ignore[attr-defined]


class CameBack(Form):
    question_is_heading = True
    why = forms.ChoiceField(
        label=gettext_lazy("Why did the letter come back?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what fits best.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].choices = [(why, say(code)) for why, code in WHY_BACK.items()]  # type: ignore[attr-defined]
