"""What the pages of agreements ask."""

from typing import ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.agreements.rules import (
    FEWEST_MINUTES,
    LOOKED_AT_AGAIN,
    MOST_MINUTES,
    OPEN_DAYS,
    PARTS,
    methods_for,
)
from sidebyside.kit.forms import DayField, Form
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
    "definition": _("What does the word mean here?"),
    "access_means": _("What does access needs mean here?"),
    "ask_budget": _("Why this much time?"),
    "pause_work": _("Why should this work stop for now?"),
    "bring": _("What do we bring? Write it in the words that everybody will read."),
}
NAMED = {
    "shapes_the_design",
    "strategic_decision",
    "ground_rule",
    "bring",
}  # there can be several of these, so each has a name
SUBJECT = {
    "claim": _("Which rung is it?"),
    "not_needed": _("Which ingredient is not needed here?"),
    "take_back": _("What should the group take back?"),
}


METHODS = {"majority": _("By majority"), "consent": _("By consent")}


def _long(label, *, rows: int = 3, **more):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=2000, **more)


class Propose(Form):
    """Put something to the group. What it is about is chosen from the recipe, named in a few words, or needs no saying."""

    subject = forms.ChoiceField(widget=forms.RadioSelect)
    called = forms.CharField(label=_("What is it about, in a few words?"), max_length=60)
    words = forms.CharField(
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": _("Write what the group would be agreeing to.")},
    )
    review_on = DayField(
        label=_("When do we look at it again?"),
        required=False,
        help_text=_("In six months, perhaps. The page says so when the day has come."),
    )
    method = forms.ChoiceField(
        label=_("How does the group decide this?"),
        widget=forms.RadioSelect,
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

    def __init__(self, *args, kind: str, subjects: list[tuple[str, str]] = (), how: str = "", **kwargs):  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.kind = kind
        method = cast(forms.ChoiceField, self.fields["method"])
        method.choices = [(way, METHODS[way]) for way in methods_for(kind, how)]
        if len(method.choices) == 1:
            method.initial = method.choices[0][0]
            method.help_text = _("The group agreed to decide in this way.")
        self.fields["words"].label = WORDS[kind]
        self._ask_about(kind, subjects)

    def _ask_about(self, kind: str, subjects: list[tuple[str, str]]) -> None:
        if kind not in NAMED:
            del self.fields["called"]
        if kind not in LOOKED_AT_AGAIN:
            del self.fields["review_on"]
        if kind in SUBJECT:
            subject = cast(forms.ChoiceField, self.fields["subject"])
            subject.label, subject.choices = SUBJECT[kind], subjects
        else:
            del self.fields["subject"]

    def answers(self) -> dict:
        said, parts = self.cleaned_data, PARTS.get(self.kind, ())
        return {
            "subject": said.get("subject") or said.get("called", ""),
            "parts": {name: said[name] for name in parts if name in said},
            **{name: said[name] for name in ("words", "method", "days", "review_on") if name in said},
        }


class ProposeName(Propose):
    """A name is one line, and short enough to head a page."""

    words = forms.CharField(max_length=120, error_messages={"required": _("Write the name.")})


class ProposeRule(Propose):
    """The rule, why, how we notice that it is not kept, and what we do then: so that everybody owns it and keeps it."""

    why = _long(_("Why do we need it?"), required=False)
    notice = _long(_("How do we notice when it is not kept?"), required=False)
    do = _long(_("What do we do then?"), required=False)
    field_order = ["called", "words", "why", "notice", "do"]


class ProposeWay(Propose):
    how = forms.ChoiceField(
        label=_("Which way is it?"),
        widget=forms.RadioSelect,
        choices=[("majority", _("Majority")), ("consensus", _("Consensus")), ("both", _("Both"))],
        error_messages={"required": _("Choose how the group decides: by majority, by consensus, or by both.")},
    )
    both_means = _long(_("If it is both, which way is used when?"), required=False)
    field_order = ["how", "both_means", "words"]
    choice_hints: ClassVar[dict] = Propose.choice_hints | {
        "how": {
            "majority": _("More people say yes than no."),
            "consensus": _("We talk until nobody says no."),
            "both": _("Sometimes one way, sometimes the other."),
        }
    }


class ProposeBudget(Propose):
    minutes = forms.IntegerField(
        label=_("How many minutes a month can each person be asked for, outside meetings?"),
        min_value=FEWEST_MINUTES,
        max_value=MOST_MINUTES,
        help_text=_("What goes beyond it is paid, or waits."),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    field_order = ["minutes", "words"]


class ProposePause(Propose):
    """Nobody has to say why."""

    words = _long("", rows=5, required=False)


class ProposeMeaning(Propose):
    """What a word means, and the same in Easy Read."""

    easy = _long(
        _("And in Easy Read?"),
        help_text=_("One idea a sentence, in words that everybody knows."),
        error_messages={"required": _("Write what it means in Easy Read too: short sentences and plain words.")},
    )
    field_order = ["words", "easy"]


ASKED_AS = {
    "own_name": ProposeName,
    "ground_rule": ProposeRule,
    "way_of_deciding": ProposeWay,
    "ask_budget": ProposeBudget,
    "pause_work": ProposePause,
    "definition": ProposeMeaning,
}


def form_for(kind: str) -> type[Propose]:
    return ASKED_AS.get(kind, Propose)


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
