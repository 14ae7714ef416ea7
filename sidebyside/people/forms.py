"""What people are asked about signing in, helpers, themselves, and at the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.refs import LETTERS
from sidebyside.kit.words import say
from sidebyside.people.asks import KINDS
from sidebyside.people.helping import kinds_for_helpers

DOORS = [
    ("web", _("On this website")),
    ("email", _("By email")),
    ("text", _("By text message")),
    ("post", _("By letter")),
    ("phone", _("By phone")),
    ("in-person", _("In person")),
]
FORMATS = [("standard", _("Plain words")), ("easy-read", _("Easy Read: short sentences with pictures"))]
HIDDEN = forms.HiddenInput


def kind_in_words(name: str) -> str:
    """What a kind of ask asks, of no project in particular."""
    return say(KINDS[name].title, {"project": _("a project")})


def kinds_in_words() -> list[tuple[str, str]]:
    return [(name, kind_in_words(name)) for name in kinds_for_helpers()]


class AskForLink(Form):
    email = forms.EmailField(
        label=_("What is your email address?"),
        help_text=_("We will send you a link and a code."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your email address.")},
    )
    next = forms.CharField(required=False, widget=HIDDEN)


class TypeCode(Form):
    code = forms.CharField(
        label=_("Code"),
        help_text=_("It has 8 letters and numbers, like k7mq-2xpd. Capitals do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
        error_messages={"required": _("Write the code from the email.")},
    )
    next = forms.CharField(required=False, widget=HIDDEN)


class UseLink(Form):
    next = forms.CharField(required=False, widget=HIDDEN)


class Press(Form):
    """A button and nothing else to answer."""

    pressed = forms.CharField(required=False, widget=HIDDEN, initial="yes")


class WriteEmail(Form):
    email = forms.EmailField(
        label=_("What is their email address?"), error_messages={"required": _("Write their email address.")}
    )
    said = forms.BooleanField(
        label=_("They told me this themselves, in person"),
        error_messages={"required": _("Only record it if they told you themselves, in person.")},
    )

    def answers(self):
        return {"email": self.cleaned_data["email"]}


class UseCard(Form):
    code = forms.CharField(
        label=_("The code on your card"),
        help_text=_("It has 12 letters and numbers."),
        max_length=40,
        error_messages={"required": _("Write the code that is on your card.")},
    )
    word = forms.CharField(
        label=_("Your own word"),
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Write the word that you chose.")},
    )
    next = forms.CharField(required=False, widget=HIDDEN)


class UsePasskey(Form):
    answer = forms.CharField(required=False, widget=HIDDEN)
    next = forms.CharField(required=False, widget=HIDDEN)


class NamePasskey(Form):
    name = forms.CharField(
        label=_("What shall we call this passkey?"),
        max_length=60,
        help_text=_("A name that tells you where it is, like “My phone”."),
        error_messages={"required": _("Write a name for the passkey.")},
    )


class AddPasskey(NamePasskey):
    answer = forms.CharField(required=False, widget=HIDDEN)


class SetUpCard(Form):
    code = forms.CharField(
        label=_("The code on your card"),
        help_text=_("It has 12 letters and numbers."),
        max_length=40,
        error_messages={"required": _("Write the code that is on your card.")},
    )
    word = forms.CharField(
        label=_("Choose a word of your own"),
        max_length=100,
        help_text=_("At least 4 letters. Do not tell anybody. Choose one that you will remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a word.")},
    )
    again = forms.CharField(
        label=_("Write your word again"),
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Write your word a second time.")},
    )


class Details(Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=100,
        error_messages={"required": _("Write a name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(label=_("Email address, if there is one"), required=False)
    phone = forms.CharField(label=_("Phone number, if there is one"), max_length=30, required=False)
    reads = forms.ChoiceField(label=_("How do you like to read?"), choices=FORMATS, widget=forms.RadioSelect)


class AddPerson(Details):
    door = forms.ChoiceField(label=_("How shall we reach them?"), choices=DOORS, widget=forms.RadioSelect)
    ref = forms.RegexField(regex=rf"^[{LETTERS}]{{12}}$", widget=HIDDEN)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reads"].label = _("How do they like to read?")


class _Kinds(Form):
    kinds = forms.MultipleChoiceField(
        label=_("What may the helper answer?"),
        choices=kinds_in_words,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the helper may answer.")},
    )
    until_on = DayField(
        label=_("Until which day?"),
        help_text=_("A year from now at most. You can end it sooner, on any day."),
        error_messages={"required": _("Write the last day that the helper may answer.")},
    )


class ChooseHelper(_Kinds):
    email = forms.EmailField(
        label=_("What is your helper's email address?"),
        help_text=_("They need to have a place in this hub. If they do not, ask the desk to add them."),
        error_messages={"required": _("Write the email address of your helper.")},
    )
    field_order = ("email", "kinds", "until_on")


class RecordChoice(_Kinds):
    helper = forms.CharField(
        label=_("Whom did they choose?"),
        max_length=254,
        help_text=_("Write the whole name or the email address."),
        error_messages={"required": _("Write whom they chose.")},
    )
    said = forms.BooleanField(
        label=_("They told me this themselves, in person"),
        error_messages={"required": _("Only record it if they told you themselves, in person.")},
    )
    field_order = ("helper", "kinds", "until_on", "said")

    def answers(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "said"}


class AddOrganisation(Form):
    name = forms.CharField(
        label=_("What is the organisation called?"),
        max_length=150,
        error_messages={"required": _("Write the name of the organisation.")},
    )
    led = forms.TypedChoiceField(
        label=_("Do people with lived expertise lead it?"),
        widget=forms.RadioSelect,
        help_text=_("They do if most of the people who govern it, manage it and work in it have lived expertise."),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        error_messages={"required": _("Say whether people with lived expertise lead it.")},
    )


class SayWhoLeads(AddOrganisation):
    field_order = ("led",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["name"]
