"""How this looks, asked."""

from typing import ClassVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import Form
from sidebyside.kit.languages import LANGUAGES

DRAFT = _("A draft. Somebody who speaks it must still check it.")


class HowThisLooks(Form):
    language = forms.ChoiceField(
        label=_("Which language do you want?"),
        widget=forms.RadioSelect,
        choices=[
            (one.code, format_html('<span lang="{}" dir="{}">{}</span>', one.tag, one.direction, one.own_name))
            for one in LANGUAGES.values()
        ],
    )
    words = forms.ChoiceField(
        label=_("Which words do you want?"),
        widget=forms.RadioSelect,
        choices=[("standard", _("Plain words")), ("easy-read", _("Easy Read: short sentences with pictures"))],
    )
    size = forms.ChoiceField(
        label=_("How big should the text be?"),
        widget=forms.RadioSelect,
        choices=[("medium", _("As it comes")), ("large", _("Large")), ("very-large", _("Very large"))],
    )
    space = forms.ChoiceField(
        label=_("How much space should there be between lines and words?"),
        widget=forms.RadioSelect,
        choices=[("medium", _("As it comes")), ("wide", _("More space"))],
    )
    colour = forms.ChoiceField(
        label=_("Which colours do you want?"),
        widget=forms.RadioSelect,
        choices=[
            ("device", _("The same as my phone or computer")),
            ("paper", _("Dark words on warm paper")),
            ("plain", _("Dark words on white")),
            ("blue", _("Dark words on pale blue")),
            ("dark", _("Light words on dark")),
            ("contrast", _("Very strong contrast")),
        ],
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)
    choice_hints: ClassVar = {
        "language": {one.code: DRAFT for one in LANGUAGES.values() if one.draft},
        "words": {"easy-read": _("Easy Read is in English only.")},
    }
