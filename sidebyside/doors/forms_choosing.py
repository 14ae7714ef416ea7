"""What is asked about my doors."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form
from sidebyside.people.forms import DOORS

SAID_AT = {
    "email": _("How much may an email say?"),
    "text": _("How much may a text message say?"),
    "post": _("How much may a letter say?"),
    "phone": _("How much may we say on the phone?"),
}
USUAL = "usual"
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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for door, label in SAID_AT.items():
            self.fields[f"says_{door}"] = forms.ChoiceField(
                label=label,
                choices=HOW_MUCH,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the answers.")},
            )

    def answers(self) -> dict:
        said = self.cleaned_data
        return {
            "door": said["door"],
            "others": said["others"],
            "says": {door: said[f"says_{door}"] for door in SAID_AT if said[f"says_{door}"] != USUAL},
            "quiet": said["quiet"] == "yes",
            "together": said["together"] == "yes",
            "post_address": [line.strip() for line in said["post_address"].splitlines() if line.strip()],
        }
