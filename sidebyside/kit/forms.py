"""Forms that draw themselves through our macros, and `tried`: do it, or say at the top of the form why not."""

from collections.abc import Callable
from typing import ClassVar

from django import forms
from django.forms.renderers import BaseRenderer
from django.template import engines
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.fields import DayField, DayInput, Field
from sidebyside.kit.verdict import Refused
from sidebyside.kit.words import say

__all__ = ["DayField", "DayInput", "Field", "Form", "MayBeLeftOut", "sent", "tried"]

# Django's own messages, in our words. A form's own error_messages always win.
PLAIN_WORDS = {
    "required": _("Please answer this. It is needed before you can go on."),
    "invalid_choice": _("Please choose one of the answers shown here."),
    "invalid_list": _("Please choose from the answers shown here."),
    "max_length": _(
        "Please use fewer words. There is room for %(limit_value)d letters and spaces. You used %(show_value)d."
    ),
    "min_length": _("Please write a little more."),
    "max_value": _("Please write a number that is %(limit_value)s or less."),
    "min_value": _("Please write a number that is %(limit_value)s or more."),
}
PLAIN_WORDS_BY_FIELD = {
    forms.EmailField: {"invalid": _("Please write an email address, like name@example.org.")},
    forms.IntegerField: {"invalid": _("Please write a whole number, like 12.")},
    forms.DecimalField: {"invalid": _("Please write a number, like 12 or 12.50.")},
}


class Renderer(BaseRenderer):
    """Draws forms with our own Jinja2 templates, in the same environment as every page."""

    form_template_name = "gds/form.html"
    field_template_name = "gds/field.html"

    def get_template(self, template_name):
        if template_name.startswith("gds/"):
            return engines["jinja2"].get_template(template_name)
        return forms.renderers.DjangoTemplates().get_template(template_name)


class Form(forms.Form):
    """A form that asks and does not decide. Optional class attributes:

    `question_is_heading = True`: its first question is the page's h1 (one question a page).
    `choice_hints = {"field": {value: "a line under this answer"}}`.
    """

    default_renderer = Renderer()
    bound_field_class = Field
    use_required_attribute = False
    question_is_heading = False
    choice_hints: ClassVar[dict] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _in_plain_words(field)

    def answers(self) -> dict:
        """What was said, in the words that the action takes."""
        return dict(self.cleaned_data)


class MayBeLeftOut(forms.ChoiceField):
    """One of a list of questions, each of which may be left out: the page says so once, and not beside each."""

    def validate(self, value):
        if value:
            super().validate(value)


def _in_plain_words(field: forms.Field) -> None:
    """Replace Django's own messages, and leave those that the form wrote itself."""
    djangos: dict = {}
    for cls in reversed(type(field).__mro__):
        if cls.__module__.startswith("django."):
            djangos.update(getattr(cls, "default_error_messages", {}))
    ours = PLAIN_WORDS | next((w for cls, w in PLAIN_WORDS_BY_FIELD.items() if isinstance(field, cls)), {})
    for key, words in ours.items():
        if field.error_messages.get(key) is djangos.get(key):
            field.error_messages[key] = words


def sent(request):
    """What was sent in a form, even when nothing was filled in; None when the page was only opened."""
    return request.POST if request.method == "POST" else None


def tried(form: forms.Form, action: Callable, **kwargs) -> bool:
    """Do the action. If it is refused, the reason goes at the top of the form, which keeps what was typed."""
    try:
        action(**kwargs)
    except Refused as refused:
        form.add_error(None, say(refused.verdict.code, refused.verdict.values))
        return False
    return True
