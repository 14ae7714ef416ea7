"""What the pages about the car park ask."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.people.models import Person

LONGEST = 2000


class Park(Form):
    words = forms.CharField(
        label=_("What is to be kept for later?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write what is to be kept for later.")},
    )
    named = forms.BooleanField(
        label=_("Put my name to it, and tell me when it has an answer"),
        help_text=_("Without your name nobody can tell who wrote it."),
        required=False,
    )


class TakeOn(Form):
    owner = forms.ChoiceField(
        label=_("Who finds the answer?"),
        widget=forms.Select,
        error_messages={"required": _("Choose who finds the answer.")},
    )
    answer_by = DayField(label=_("By which day?"), error_messages={"required": _("Write the day.")})

    def __init__(self, *args, people: list[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.ref: person for person in people}
        self.fields["owner"].choices = [("", _("Choose")), *((ref, person.name) for ref, person in self.people.items())]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Person | date]:
        said = self.cleaned_data
        return {"owner": self.people[said["owner"]], "answer_by": said["answer_by"]}


class AnswerParked(Form):
    state = forms.ChoiceField(
        label=_("What became of it?"),
        widget=forms.RadioSelect,
        choices=[
            ("answered", _("It is answered")),
            ("next_agenda", _("It goes on the agenda of the next meeting")),
            ("passed_on", _("It is passed on to somebody else")),
            ("closed", _("It is closed without an answer")),
        ],
        error_messages={"required": _("Choose what became of it.")},
    )
    answer = forms.CharField(
        label=_("The answer; or whom it went to; or why it is closed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST,
    )
