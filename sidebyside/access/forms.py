"""What this part asks on its pages."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.access import rules
from sidebyside.access.actions import LONGEST
from sidebyside.access.checking_in import CHANGED, GETS
from sidebyside.access.passport import Question
from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.forms import sent as sent
from sidebyside.kit.words import say

TICKS = forms.CheckboxSelectMultiple


class SomeOf(forms.MultipleChoiceField):
    """Any number of these, none too. The page says once that all can be left out, and not beside each."""

    widget = TICKS

    def validate(self, value):
        if value:
            super().validate(value)


class OwnWords(forms.CharField):
    """Words that may be left out."""

    def validate(self, value):
        """Nothing is missing when nothing is written."""


class OneOf(forms.ChoiceField):
    """One of these, or none."""

    widget = forms.RadioSelect

    def validate(self, value):
        if value:
            super().validate(value)


def reader_kinds() -> list[tuple[str, str]]:
    return [(kind, say(f"reader_{kind}")) for kind in rules.READERS]


class SayNeed(Form):
    """One question of the passport."""

    chosen = SomeOf(label=_("Tick all that are right for you"))
    words = OwnWords(label=_("In your own words"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST)
    seen_by = SomeOf(
        label=_("Who may see this answer?"),
        choices=reader_kinds,
        help_text=_("Tick nobody, and it is only for you. They see it only in projects where you say yes to them."),
    )

    def __init__(self, *args, asked: Question, easy: bool, **kwargs):
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["chosen"]
        chosen.choices = [(choice.id, choice.text("label", easy)) for choice in asked.choices]
        if not asked.choices:
            del self.fields["chosen"]

    def answers(self) -> dict:
        return {"chosen": [], **self.cleaned_data}


class ShowAll(Form):
    seen_by = SomeOf(
        label=_("Who may see all the answers you have given?"),
        choices=reader_kinds,
        help_text=_("Tick nobody, and they are all only for you."),
    )


class Share(Form):
    """Whom she lets read what she marked, in one project. The people to choose from come with the page."""

    def __init__(self, *args, choices: dict[str, list[tuple[str, str]]], **kwargs):
        super().__init__(*args, **kwargs)
        for kind, people in choices.items():
            if people:
                self.fields[kind] = SomeOf(label=say(f"share_{kind}"), choices=people)
        self.fields["group"] = forms.BooleanField(label=say("share_group"), required=False)

    def answers(self) -> dict:
        said = {kind: refs for kind, refs in self.cleaned_data.items() if kind != "group"}
        readers = [(kind, ref) for kind, refs in said.items() for ref in refs]
        return {"readers": readers, "group": self.cleaned_data["group"]}


class CheckIn(Form):
    gets = forms.ChoiceField(
        label=_("Do you get what you need to take part?"),
        widget=forms.RadioSelect,
        choices=[(word, say_of) for word, say_of in zip(GETS, (_("Yes"), _("Partly"), _("No")), strict=True)],
        error_messages={"required": _("Choose one of the answers.")},
    )
    changed = forms.ChoiceField(
        label=_("Has anything changed in what you need?"),
        widget=forms.RadioSelect,
        choices=list(
            zip(CHANGED, (_("Nothing has changed"), _("Something has changed"), _("I would like to talk")), strict=True)
        ),
        error_messages={"required": _("Choose one of the answers.")},
    )
    choice_hints: ClassVar[dict] = {
        "changed": {
            "yes": _("You can change it on the next page."),
            "talk": _("Somebody contacts you. Below it says who."),
        }
    }


class GotIt(Form):
    """Did you get it? One question for each thing that was booked."""

    def __init__(self, *args, things: list[dict], **kwargs):
        super().__init__(*args, **kwargs)
        for thing in things:
            choices = [(word, say(f"got_{word}")) for word in rules.GOT]
            self.fields[thing["ref"]] = OneOf(label=thing["what"], choices=choices)

    def answers(self) -> dict:
        return {"said": {ref: word for ref, word in self.cleaned_data.items() if word}}


class TimeAlone(Form):
    said = forms.ChoiceField(
        label=_("Would you like time to talk without your helper?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, please")), ("no", _("No, thank you"))],
        error_messages={"required": _("Choose one of the answers.")},
    )

    def answers(self) -> dict:
        return {"yes": self.cleaned_data["said"] == "yes"}


class _Arranging(Form):
    owner = forms.ChoiceField(
        label=_("Who does it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who does it.")},
        help_text=_("Only people who may read what this person needs."),
    )
    due_on = DayField(label=_("By which day?"), required=False)
    cost = forms.DecimalField(
        label=_("What does it cost, in pounds?"),
        required=False,
        min_value=0,
        max_value=1_000_000,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )

    def __init__(self, *args, owners: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.choices = owners

    def answers(self) -> dict:
        said = dict(self.cleaned_data)
        cost = said.pop("cost")
        return said | {"cost_pence": None if cost is None else int(cost * 100)}


class Arrange(_Arranging):
    """Something to arrange for one person."""

    what = forms.CharField(
        label=_("What is to be arranged?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("For example: book two interpreters, or send large print by post a week before."),
        error_messages={"required": _("Write what is to be arranged.")},
    )
    question = OneOf(label=_("Which answer is it for?"), widget=forms.Select)
    field_order = ("what", "question", "owner", "due_on", "cost")

    def __init__(self, *args, questions: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        question: Any = self.fields["question"]
        question.choices = [("", _("None of these")), *questions]


class ChangeArrangement(_Arranging):
    """What became of it."""

    state = forms.ChoiceField(
        label=_("How far is it?"),
        widget=forms.RadioSelect,
        choices=lambda: [(state, say(f"state_of_it_{state}")) for state in rules.STATES],
        error_messages={"required": _("Choose how far it is.")},
    )
    why_not = OwnWords(
        label=_("If it is not possible, why not?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("The person it is for can read this. Say what you can do instead."),
    )
    field_order = ("state", "why_not", "owner", "due_on", "cost")


class WhoDecides(Form):
    """Who assesses, pays for or manages whose care. label: the question as this page asks it."""

    person = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Choose one person.")})

    def __init__(self, *args, people: list[tuple[str, str]], label: str, **kwargs):
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        person.choices, person.label = people, label
