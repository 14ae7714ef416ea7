"""What is asked about people, advice and running a project. The journey of starting one has forms of its own."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form
from sidebyside.kit.forms import sent as sent
from sidebyside.people.models import Organisation

WAYS = [
    ("lived_expertise", _("With lived expertise: somebody who draws on care, or a carer")),
    ("organisation", _("For an organisation")),
    ("facilitator", _("As a facilitator")),
    ("officer", _("As an officer")),
    ("leader", _("As a leader")),
    ("researcher", _("As a researcher")),
]
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def offer(form: forms.Form, name: str, choices: Iterable) -> None:
    """Give a question the answers that can be chosen."""
    field: Any = form.fields[name]
    field.choices = list(choices)


def lines(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class WhichOrganisation(forms.ModelChoiceField):
    """One of the organisations of this hub, by its opaque name."""

    def __init__(self, **kwargs):
        super().__init__(Organisation.objects.order_by("name", "id"), to_field_name="ref", required=False, **kwargs)


class HowSheJoins(Form):
    """In which way somebody joins. Whoever joins for an organisation names it."""

    joins_as = forms.ChoiceField(
        label=_("How do they join?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they join.")},
    )
    organisation = WhichOrganisation(
        label=_("Which organisation do they join for?"),
        empty_label=_("None"),
        help_text=_("Only for those who join for an organisation. If it is not here, ask the hub’s desk to add it."),
    )
    paid_by_job = forms.TypedChoiceField(
        label=_("Does their job pay them for this?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
        error_messages={"required": _("Say whether their job pays them.")},
    )
    offer = forms.CharField(
        label=_("What do you offer to pay them?"),
        max_length=200,
        required=False,
        help_text=_("In words, like: £10.90 an hour, with reading time, and travel. They see it before they say yes."),
    )

    def clean_organisation(self):
        organisation = self.cleaned_data["organisation"]
        if self.cleaned_data.get("joins_as") == "organisation" and organisation is None:
            raise ValidationError(_("Choose the organisation."))
        return organisation if self.cleaned_data.get("joins_as") == "organisation" else None


class Invite(HowSheJoins):
    name = forms.CharField(
        label=_("What is their name?"),
        max_length=100,
        error_messages={"required": _("Write their name.")},
        help_text=_("Somebody who has a place in this hub already: write the whole name."),
    )
    email = forms.EmailField(
        label=_("What is their email address?"),
        required=False,
        help_text=_(
            "Somebody with no email can join too. Ask the hub’s desk to add them first, then write only the name."
        ),
    )
    field_order = ("name", "email", "joins_as", "organisation", "paid_by_job", "offer")


class Cover(Form):
    name = forms.CharField(
        label=_("Who will do it?"),
        max_length=100,
        error_messages={"required": _("Write their name.")},
        help_text=_("Write the whole name."),
    )
    email = forms.EmailField(label=_("What is their email address?"), required=False)
    for_good = forms.TypedChoiceField(
        label=_("For how long?"),
        widget=forms.RadioSelect,
        coerce=lambda said: said == "good",
        choices=[("while", _("For a while. Both have a place here until then.")), ("good", _("For good"))],
        error_messages={"required": _("Say for how long.")},
    )
    offer = forms.CharField(
        label=_("What do you offer to pay them?"),
        max_length=200,
        required=False,
        help_text=_("Only if their job does not pay them for this."),
    )


class Adviser(Form):
    name = forms.CharField(
        label=_("Who agreed to give advice?"),
        max_length=100,
        error_messages={"required": _("Write their name.")},
        help_text=_("Write the whole name."),
    )
    email = forms.EmailField(label=_("What is their email address?"), required=False)


class AnswerInvitation(Form):
    said = forms.TypedChoiceField(
        label=_("Will you join?"),
        choices=YES_NO,
        widget=forms.HiddenInput,
        coerce=lambda said: said == "yes",
        error_messages={"required": _("Choose yes or no."), "invalid_choice": _("Choose yes or no.")},
    )

    def answers(self):
        return {"yes": self.cleaned_data["said"]}


class Leave(Form):
    """Leaving asks for no reason."""


class GiveAdvice(Form):
    words = forms.CharField(
        label=_("What do you think of this plan?"),
        widget=lines(8),
        max_length=4000,
        help_text=_("Everybody in the project can read it, with your name."),
        error_messages={"required": _("Write what you think. A few words are enough.")},
    )


class MoveStage(Form):
    to = forms.CharField(widget=forms.HiddenInput, required=False)


class ChangeState(Form):
    wanted = forms.ChoiceField(
        label=_("What shall happen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what shall happen.")},
    )
    words = forms.CharField(
        label=_("What do you say to everybody in the project?"),
        widget=lines(),
        max_length=1000,
        help_text=_("Say why, what happens now, and when they will hear from you."),
        error_messages={"required": _("Write something to the people in the project. They should hear why.")},
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "wanted", choices)


class ChangeRecipe(Form):
    pack = forms.CharField(widget=forms.HiddenInput, max_length=60)
    version = forms.CharField(widget=forms.HiddenInput, max_length=20)


class StartAgain(Form):
    question_is_heading = True
    title = forms.CharField(
        label=_("What shall the new project be called?"),
        max_length=120,
        help_text=_(
            "What the old one was about comes with it. You can change all of it. The old label stays to be seen."
        ),
        error_messages={"required": _("Write a name. You can change it until it begins.")},
    )
