"""What the pages about notes ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.people.models import Person
from sidebyside.sessions.models import AgendaItem

LONGEST = 2000
LABELS = {
    "decision": _("What was decided?"),
    "point": _("What is worth keeping?"),
    "action": _("What is to be done?"),
    "quote": _("What did they say, in their own words?"),
}


class WriteLine(Form):
    """One line of notes, of one kind: an action asks who does it by when, a quote asks whose words they are."""

    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write what the notes should say.")},
    )
    owner = forms.ChoiceField(
        label=_("Who does it?"), widget=forms.Select, error_messages={"required": _("Choose who does it.")}
    )
    due_on = DayField(label=_("By which day?"), error_messages={"required": _("Write the day.")})
    quoted = forms.ChoiceField(
        label=_("Who said it?"),
        widget=forms.Select,
        help_text=_("They are asked first. Nobody else sees it until they say yes."),
        error_messages={"required": _("Choose who said it.")},
    )
    item = forms.ChoiceField(label=_("Which part of the agenda is it about?"), widget=forms.Select, required=False)

    def __init__(self, *args, kind: str, people: list[Person], items: list[AgendaItem], **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.people = kind, {person.ref: person for person in people}
        self.items = {item.ref: item for item in items}
        self.fields["words"].label = LABELS[kind]
        self._choose("owner", kind == "action", self.people.items())
        self._choose("quoted", kind == "quote", self.people.items())
        self._choose("item", bool(items), [(ref, item) for ref, item in self.items.items()])
        if kind != "action":
            del self.fields["due_on"]

    def _choose(self, name: str, wanted: bool, choices: Any) -> None:
        if wanted:
            named = [(ref, getattr(one, "title", None) or getattr(one, "name", "")) for ref, one in choices]
            self.fields[name].choices = [("", _("Choose")), *named]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def answers(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        for name, rows in (("owner", self.people), ("quoted", self.people), ("item", self.items)):
            if name in said:
                said[name] = rows.get(said[name])
        return said | {"kind": self.kind}


class ChangeLine(Form):
    words = forms.CharField(
        label=_("What should it say?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": _("Write what the notes should say.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)


class FollowUp(Form):
    became = forms.CharField(
        label=_("What came of it?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write what came of it.")},
    )
    done = forms.BooleanField(label=_("It is done"), required=False)
