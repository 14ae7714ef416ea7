"""What the pages about coming to a meeting ask."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form, MayBeLeftOut
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import called
from sidebyside.sessions.models_coming import CAME


class WhoCame(Form):
    """One question for each person. how: person id -> what she said before, or what was written down."""

    def __init__(self, *args, people: Iterable[Person], how: Mapping[int, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.ref: person for person in people}
        choices = [("", _("Not written down")), *((code, say(f"came_{code}")) for code in CAME)]
        for ref, person in self.people.items():
            self.fields[ref] = MayBeLeftOut(label=called(person), choices=choices, initial=how.get(person.pk, ""))

    def answers(self) -> dict:
        said = self.cleaned_data
        return {"came": {person: said[ref] for ref, person in self.people.items() if said[ref]}}


class WhenIMiss(Form):
    contact = forms.ChoiceField(
        label=_("When you miss a meeting, may we ask you what you think?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, ask me")), ("no", _("No, leave me alone"))],
    )

    def answers(self) -> dict:
        return {"leave": self.cleaned_data["contact"] == "no"}
