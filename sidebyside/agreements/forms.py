"""What the pages of agreements ask."""

from typing import ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.agreements.rules import OPEN_DAYS
from sidebyside.kit.forms import Form
from sidebyside.kit.forms import sent as sent

WORDS = {
    "claim": _("Why does the group call it this?"),
    "not_needed": _("Why is it not needed here?"),
    "way_of_deciding": _("How will the group decide, so that every voice counts the same?"),
    "shapes_the_design": _("What would the group agree, and what does it change in the work?"),
    "strategic_decision": _("What is the big decision, and what would the group decide?"),
    "delivery_and_review": _("How will members share in doing the work, and in checking it?"),
    "own_name": _("What would the group call its work?"),
    "take_back": _("Why should the group take it back?"),
    "values": _("Which values do we keep?"),
    "ground_rule": _("What is the rule?"),
    "conflict": _("What do we do when we do not agree?"),
    "hard_things": _("How do we speak of hard things?"),
    "who_stays_near": _("Who stays near, and how do you reach them?"),
    "how_to_stop": _("How can anybody stop, and what must be passed on to keep people safe?"),
    "access_means": _("What does access needs mean here?"),
    "ask_budget": _("Why this much time?"),
    "pause_work": _("Why should this work stop for now?"),
}
NAMED = {"shapes_the_design", "strategic_decision", "ground_rule"}  # there can be several of these, so each has a name
SUBJECT = {
    "claim": _("Which rung is it?"),
    "not_needed": _("Which ingredient is not needed here?"),
    "take_back": _("What should the group take back?"),
}


class Propose(Form):
    """Put something to the group. What it is about is chosen from the recipe, named in a few words, or needs no saying."""

    subject = forms.ChoiceField(widget=forms.RadioSelect)
    called = forms.CharField(label=_("What is it about, in a few words?"), max_length=60)
    words = forms.CharField(
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": _("Write what the group would be agreeing to.")},
    )
    method = forms.ChoiceField(
        label=_("How does the group decide this?"),
        widget=forms.RadioSelect,
        choices=[("majority", _("By majority")), ("consent", _("By consent"))],
        error_messages={"required": _("Choose how the group decides: by majority or by consent.")},
    )
    days = forms.IntegerField(
        label=_("For how many days can people answer?"),
        min_value=7,
        max_value=60,
        initial=OPEN_DAYS,
        help_text=_("At least 7, so that letters can reach people and come back."),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    choice_hints: ClassVar[dict] = {
        "method": {
            "majority": _("It is agreed when more people say yes than no."),
            "consent": _("It is agreed when nobody says no. One no is enough to stop it."),
        }
    }

    def __init__(self, *args, kind: str, subjects: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = WORDS[kind]
        if kind not in NAMED:
            del self.fields["called"]
        if kind in SUBJECT:
            subject = cast(forms.ChoiceField, self.fields["subject"])
            subject.label, subject.choices = SUBJECT[kind], subjects
        else:
            del self.fields["subject"]

    def answers(self) -> dict:
        called = {"subject": self.cleaned_data.get("called", "")}
        return called | {name: said for name, said in self.cleaned_data.items() if name != "called"}


class ProposeName(Propose):
    """A name is one line, and short enough to head a page."""

    words = forms.CharField(max_length=120, error_messages={"required": _("Write the name.")})


class Vote(Form):
    """Yes, no or stand aside, and why if she likes."""

    said = forms.ChoiceField(
        label=_("Do you agree?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No")), ("stand_aside", _("I stand aside"))],
        error_messages={"required": _("Choose one of the answers.")},
    )
    why = forms.CharField(
        label=_("Why?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=1000,
        help_text=_("When it closes, everybody in the project can read this. Your name is not beside it."),
    )
    choice_hints: ClassVar[dict] = {
        "said": {
            "stand_aside": _("I do not say yes or no. The others may decide."),
        }
    }
