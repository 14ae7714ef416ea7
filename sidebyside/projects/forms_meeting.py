"""What is asked about meeting: of somebody who would like to meet a project, and of those who answer her."""

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.fields import DayField
from sidebyside.kit.forms import Form
from sidebyside.projects.forms import HowSheJoins, lines

WAYS = [
    ("email", _("By email")),
    ("phone", _("By phone")),
    ("post", _("By letter")),
    ("in-person", _("I will come in person")),
]
WAYS_OF_THEIRS = [*WAYS[:-1], ("in-person", _("They will come in person"))]
CAME_BY = [("phone", _("By phone")), ("in-person", _("In person")), ("post", _("On paper")), ("email", _("By email"))]
COUNTRY = "GB"  # for phone numbers that are written without the code of a country


class Reach(forms.CharField):
    """An address of some kind. Whether it is needed, and what is one, the form looks at: it depends on the way."""

    def validate(self, value):
        """Nothing is wrong with it by itself."""


class WouldLikeToMeet(Form):
    """name, way, reach, helps, more: what somebody says who would like to meet. `website` is a trap for programs."""

    name = forms.CharField(
        label=_("What is your name?"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name. A first name is enough.")},
    )
    way = forms.ChoiceField(
        label=_("How shall we answer you?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we shall answer you.")},
    )
    reach = Reach(
        label=_("What is that email address, phone number or postal address?"),
        widget=lines(3),
        max_length=300,
        help_text=_("Leave this out if you will come in person."),
    )
    helps = forms.CharField(
        label=_("What would help you when we meet?"),
        widget=lines(3),
        required=False,
        max_length=1000,
        help_text=_(
            "Like: a ground floor room, somebody with me, British Sign Language, large print, a short meeting."
        ),
    )
    more = forms.CharField(
        label=_("Do you want to tell us anything else?"), widget=lines(3), required=False, max_length=1000
    )
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def clean_website(self):
        if self.cleaned_data["website"]:
            typed: Any = self.data
            cleared = typed.copy()
            cleared["website"] = ""
            self.data = cleared
            raise ValidationError(_("This was not sent yet. Please press the button once more."))
        return ""

    def clean(self):
        said = super().clean() or {}
        way, reach = said.get("way"), (said.get("reach") or "").strip()
        problem = _cannot_reach(way, reach) if way and "reach" not in self.errors else ""
        if problem:
            self.add_error("reach", problem)
        return said

    def answers(self) -> dict[str, Any]:
        said = {name: self.cleaned_data[name].strip() for name in ("name", "way", "reach", "helps", "more")}
        said["reach"] = _as_kept(said["way"], said["reach"])
        return {"said": said}


def _cannot_reach(way: str, reach: str) -> str:
    """What to do, when this address is not one for this way."""
    if way == "email":
        try:
            validate_email(reach)
        except ValidationError:
            return _now("Write the email address, like name@example.org.")
    if way == "phone" and not _phone(reach):
        return _now("Write the phone number, like 0117 496 0123.")
    return _now("Write the postal address.") if way == "post" and not reach else ""


def _phone(reach: str) -> str:
    """The number as it is written here and dialled anywhere, or nothing when it is none."""
    try:
        number = phonenumbers.parse(reach, COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    here = number.country_code == phonenumbers.country_code_for_region(COUNTRY)
    shape = phonenumbers.PhoneNumberFormat.NATIONAL if here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    written = phonenumbers.format_number(number, shape)
    return written if phonenumbers.is_possible_number(number) else ""


def _as_kept(way: str, reach: str) -> str:
    return {"phone": _phone(reach), "email": reach.lower(), "in-person": ""}.get(way, reach)


class WriteHelloDown(WouldLikeToMeet):
    """The same, written down by somebody whom she told, rang or wrote to."""

    door = forms.ChoiceField(
        label=_("How did they tell us?"),
        choices=CAME_BY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they told us.")},
    )
    said_on = DayField(
        label=_("Which day was that?"),
        required=False,
        help_text=_("Like 27 3 2024. Leave it out if it was today."),
    )
    field_order = ("project", "door", "said_on", "name", "way", "reach", "helps", "more", "website")
    theirs = {
        "name": _("What is their name?"),
        "way": _("How shall we answer them?"),
        "helps": _("What would help them when we meet?"),
        "more": _("Did they say anything else?"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.theirs.items():
            self.fields[name].label = label
        way: Any = self.fields["way"]
        way.choices = WAYS_OF_THEIRS
        way.error_messages["required"] = _now("Choose how they want to be answered.")
        self.fields["reach"].help_text = _now("Leave this out if they will come in person.")
        self.fields["name"].error_messages["required"] = _now("Write their name. A first name is enough.")
        del self.fields["website"]

    def answers(self):
        return super().answers() | {"door": self.cleaned_data["door"], "said_on": self.cleaned_data["said_on"]}


class HelloAtTheDesk(WriteHelloDown):
    project = forms.ModelChoiceField(
        queryset=None,
        label=_("Which project would they like to meet?"),
        to_field_name="slug",
        empty_label=_("Choose one"),
        error_messages={"required": _("Choose the project.")},
    )

    def __init__(self, *args, projects, **kwargs):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["project"]
        field.queryset = projects

    def answers(self):
        return super().answers() | {"project": self.cleaned_data["project"]}


class Arrange(Form):
    on = DayField(label=_("Which day?"), error_messages={"required": _("Write the day.")})
    at = forms.CharField(
        label=_("What time?"),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        help_text=_("Like 2pm, for an hour."),
        error_messages={"required": _("Write the time.")},
    )
    how = forms.ChoiceField(
        label=_("How will you meet?"),
        choices=[
            ("here", _("In person, at this place")),
            ("theirs", _("In person, where they choose")),
            ("phone", _("By phone")),
            ("online", _("Online")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you will meet.")},
    )
    where = forms.CharField(
        label=_("Where is it, or what is the number or link?"),
        widget=lines(3),
        max_length=500,
        error_messages={"required": _("Write where it is, or the number or link.")},
    )
    words = forms.CharField(
        label=_("Is there anything else they should know?"),
        widget=lines(4),
        required=False,
        max_length=1000,
        help_text=_("Who will be there, what you arranged for them, who pays the bus or taxi."),
    )

    def answers(self):
        return {"meeting": {**self.cleaned_data, "on": self.cleaned_data["on"].isoformat()}}


class NotNow(Form):
    question_is_heading = True
    words = forms.CharField(
        label=_("Why is it not now?"),
        widget=lines(5),
        max_length=1000,
        help_text=_(
            "They are told this, with thanks, and which other projects are open. Say what is true, and say it kindly."
        ),
        error_messages={"required": _("Write why. A sentence is enough.")},
    )


class AskToJoin(HowSheJoins):
    """How somebody joins who has met the project."""


class OpenUp(Form):
    """What anybody may read of a project that is open to new people."""

    about = forms.CharField(
        label=_("What is it?"),
        widget=lines(5),
        max_length=2000,
        help_text=_("A few plain words for people who have never heard of it. Anybody can read this."),
        error_messages={"required": _("Write what it is. A few words are enough.")},
    )
    time = forms.CharField(
        label=_("How much time does it take?"),
        widget=lines(3),
        max_length=500,
        help_text=_("How often you meet, for how long, and until when. Say the reading time too."),
        error_messages={"required": _("Write how much time it takes.")},
    )
    pay = forms.CharField(
        label=_("What is paid?"),
        widget=lines(3),
        max_length=500,
        help_text=_("Pay for time, reading and travel. If nothing is paid, write: Nothing is paid."),
        error_messages={"required": _("Write what is paid. If nothing is, write: Nothing is paid.")},
    )
    looking_for = forms.CharField(
        label=_("Who is missing that you would like to meet?"),
        widget=lines(3),
        required=False,
        max_length=500,
        help_text=_("Whose lives it touches, and who has not been heard yet."),
    )
    meets = forms.CharField(
        label=_("Whom will people meet first?"),
        widget=lines(2),
        required=False,
        max_length=200,
        help_text=_("Only write a name if that person is happy that anybody reads it."),
    )
    until_on = DayField(
        label=_("Until which day is it open to new people?"),
        help_text=_("Leave time for letters. If people are still missing then, you can open it a second time."),
        error_messages={"required": _("Write the last day.")},
    )
