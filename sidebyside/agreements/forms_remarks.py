"""What the page of a remark asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.agreements.remarks import LONGEST
from sidebyside.kit.forms import Form


class Say(Form):
    words = forms.CharField(
        label=_("What do you want to say?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        help_text=_("Everybody in the project can read it, with your name. You can take it back."),
        error_messages={"required": _("Write what you want to say.")},
    )
