"""What the pages of the room ask. Each form carries `once`: the name of this very sending."""

from hashlib import sha256

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.fields import DayField
from sidebyside.kit.forms import Form
from sidebyside.people.models import Person
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions.models_live import KNOWLEDGE, SIGNALS

A_FEW = {"required": _("Write a few words first.")}


class Live(Form):
    """A form of the room. named: its action is told the name of this sending. Other words are another sending."""

    named = False
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    def answers(self) -> dict:
        said = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        return said | ({"once": self._name(said)} if self.named else {})

    def _name(self, said: dict) -> str:
        name = self.cleaned_data["once"]
        return sha256(f"{name}{type(self).__name__}{said!r}".encode()).hexdigest()[:40] if name else ""


class Press(Live):
    """A button and nothing to write."""


class Code(Form):
    code = forms.CharField(
        label=_("The code on your seat card"),
        help_text=_("Eight letters and numbers, like k7mq-2xpd. Capitals and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        max_length=40,
        error_messages={"required": _("Write the code on your seat card.")},
    )


class Say(Live):
    said = forms.CharField(max_length=12, widget=forms.HiddenInput)


class Signal(Live):
    kind = forms.ChoiceField(choices=[(one, one) for one in SIGNALS], widget=forms.HiddenInput)


class Word(Live):
    named = True
    words = forms.CharField(label=_("Which word do you not know?"), max_length=60, error_messages=A_FEW)


class Park(Live):
    named = True
    words = forms.CharField(
        label=_("What shall we come back to?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=A_FEW,
    )


class Called(Live):
    called = forms.CharField(
        label=_("Who wants to speak?"),
        help_text=_("For whoever is on the phone, or has no seat card. A first name will do."),
        max_length=40,
        error_messages=A_FEW,
    )


class Kind(Live):
    named = True
    kind = forms.ChoiceField(choices=[(one, one) for one in KNOWLEDGE], widget=forms.HiddenInput)


class Check(Live):
    kind = forms.ChoiceField(choices=[(one, one) for one in rules.SAID], widget=forms.HiddenInput)


class GoOn(Live):
    seen = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)


class Count(Live):
    named = True
    way = forms.ChoiceField(
        label=_("How was it said?"),
        widget=forms.Select,
        choices=[
            ("card", _("Cards held up")),
            ("phone", _("Said by phone")),
            ("nod", _("A nod or a sign, seen by a supporter")),
        ],
    )
    said = forms.ChoiceField(label=_("What was said?"), widget=forms.Select)
    how_many = forms.IntegerField(
        label=_("How many?"), min_value=1, max_value=rules.MOST_COUNTED, initial=1,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )  # fmt: skip

    def __init__(self, *args, answers: list[dict], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = [(one["said"], one["words"]) for one in answers]  # type: ignore[attr-defined]


class TakeBack(Live):
    way = forms.CharField(max_length=8, widget=forms.HiddenInput)
    said = forms.CharField(max_length=12, widget=forms.HiddenInput)


LINE_WORDS = {
    "decision": _("A decision"),
    "point": _("A point that was made"),
    "action": _("An action: somebody will do it"),
}


class Line(Live):
    named = True
    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.Select, choices=list(LINE_WORDS.items()))
    words = forms.CharField(
        label=_("What shall the notes say?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=A_FEW,
    )  # fmt: skip
    owner = forms.ChoiceField(label=_("Who does it?"), widget=forms.Select, required=False)
    due_on = DayField(label=_("By which day?"), required=False)

    def __init__(self, *args, people: list[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.ref: person for person in people}
        names = [(ref, person.name) for ref, person in self.people.items()]
        self.fields["owner"].choices = [("", _("Nobody yet")), *names]  # type: ignore[attr-defined]

    def answers(self) -> dict:
        return super().answers() | {"owner": self.people.get(self.cleaned_data["owner"])}


class Seats(Form):
    how_many = forms.IntegerField(
        label=_("How many seat cards do you need?"), min_value=1, max_value=rules.MOST_SEATS, initial=20,
        help_text=_("A few more than the people you expect. One card for each person."),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )  # fmt: skip
