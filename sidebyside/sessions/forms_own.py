"""What the pages of the Lived Expertise Group ask."""

from typing import ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form
from sidebyside.sessions.own import AGENDA, CAR_PARK


class Bring(Form):
    what = forms.ChoiceField(
        label=_("What do you bring?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you bring.")},
    )
    meeting = forms.ChoiceField(
        label=_("To which meeting of everybody?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a meeting.")},
    )
    to = forms.ChoiceField(
        label=_("Where does it go?"),
        widget=forms.RadioSelect,
        choices=[(AGENDA, _("On the agenda")), (CAR_PARK, _("In the car park, to be answered"))],
        initial=AGENDA,
        error_messages={"required": _("Choose where it goes.")},
    )
    choice_hints: ClassVar[dict] = {}

    def __init__(self, *args, what: list[tuple[str, str]], meetings: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["what"]).choices = what
        cast(forms.ChoiceField, self.fields["meeting"]).choices = meetings
