"""What is asked about my doors: which they are, and how much each may say."""

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.doors.choosing import USUAL
from sidebyside.kit.forms import Form
from sidebyside.people.forms import DOORS

SAID_AT = {
    "email": _("How much may an email say?"),
    "text": _("How much may a text message say?"),
    "post": _("How much may a letter say?"),
    "phone": _("How much may we say on the phone?"),
}
HOW_MUCH = [
    (USUAL, _("What is usual")),
    ("everything", _("Everything. I can answer there too")),
    ("waiting", _("Only that something is waiting for me")),
    ("nothing", _("Nothing. Do not use this")),
]


class ChooseDoors(Form):
    door = forms.ChoiceField(label=_("How shall we reach you first?"), choices=DOORS, widget=forms.RadioSelect)
    others = forms.MultipleChoiceField(
        label=_("And if that does not work?"),
        choices=DOORS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("We try these in this order."),
    )
    post_address = forms.CharField(
        label=_("Post address, if letters may come"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=400,
    )

    def answers(self) -> dict:
        said = self.cleaned_data
        lines = [line.strip() for line in said["post_address"].splitlines()]
        return {"door": said["door"], "others": said["others"], "post_address": [line for line in lines if line]}


class ChooseHowMuch(Form):
    """doors: those of hers that may say more or less."""

    quiet = forms.ChoiceField(
        label=_("When may emails and texts come?"),
        choices=[("yes", _("Between 8 in the morning and 8 in the evening")), ("no", _("At any time"))],
        widget=forms.RadioSelect,
    )
    together = forms.ChoiceField(
        label=_("How often?"),
        choices=[("no", _("As soon as there is something")), ("yes", _("Once a day, all together"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, doors: Collection[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.doors = [door for door in SAID_AT if door in doors]
        for door in self.doors:
            self.fields[f"says_{door}"] = forms.ChoiceField(
                label=SAID_AT[door],
                choices=HOW_MUCH,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the answers.")},
            )
        self.order_fields([f"says_{door}" for door in self.doors])

    def answers(self) -> dict:
        said = self.cleaned_data
        return {
            "says": {door: said[f"says_{door}"] for door in self.doors},
            "quiet": said["quiet"] == "yes",
            "together": said["together"] == "yes",
        }
