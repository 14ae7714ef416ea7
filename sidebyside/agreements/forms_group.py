"""What the pages about who we are, power and meetings on the side ask."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.words_group import WORDS
from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.forms import sent as sent

READERS = [(one, WORDS[f"seen_by_{one}"]) for one in rules.SEEN_BY]
SHORT = {"name": 60, "pronouns": 40}


class MayBeEmpty(forms.CharField):
    """Words that may be left out: the page says so once, and not beside each."""

    def validate(self, value):
        pass


def _asked(name: str) -> MayBeEmpty:
    long = name not in SHORT
    return MayBeEmpty(
        label=WORDS[f"who_i_am_{name}"],
        help_text=WORDS.get(f"who_i_am_{name}_hint", ""),
        max_length=SHORT.get(name, 1000),
        widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput,
    )


class WhoIAm(Form):
    """Each question may be left out. Who may read it is asked last, and is at first nobody."""

    name = _asked("name")
    pronouns = _asked("pronouns")
    why = _asked("why")
    bring = _asked("bring")
    helps = _asked("helps")
    not_asked = _asked("not_asked")
    arriving = _asked("arriving")
    seen_by = forms.ChoiceField(
        label=WORDS["who_i_am_seen_by"],
        widget=forms.RadioSelect,
        choices=READERS,
        initial=rules.NOBODY_BUT_ME,
        error_messages={"required": WORDS["choose_who_reads_it"]},
    )
    choice_hints: ClassVar[dict] = {
        "seen_by": {one: WORDS[f"seen_by_{one}_hint"] for one in rules.SEEN_BY if f"seen_by_{one}_hint" in WORDS}
    }

    def answers(self) -> dict:
        return {
            "parts": {name: self.cleaned_data[name] for name in rules.PARTS},
            "seen_by": self.cleaned_data["seen_by"],
        }


class HowIArrive(Form):
    """One box, for just before a meeting."""

    words = MayBeEmpty(
        label=_("How are you arriving today?"),
        help_text=_("A word is enough. Send it empty to take it away."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    question_is_heading = True


class WritePower(Form):
    """The three questions of the policy, and when to look at it again."""

    holds = forms.CharField(
        label=_("What power do you hold here?"),
        help_text=_("For example: you hold the money, you choose who is asked, you know how the council works."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write what power you hold here.")},
    )
    means = forms.CharField(
        label=_("What does that mean for the others here?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write what it means for the others.")},
    )
    will_share = forms.CharField(
        label=_("What will you do to share it?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write what you will do to share it.")},
    )
    review_on = DayField(
        label=_("When will it be looked at again?"),
        error_messages={"required": _("Write a day for looking at it again.")},
    )


class WriteBodysPower(WritePower):
    """The same of a body, such as the council: anybody may write it."""

    body = forms.CharField(
        label=_("Which body is it?"),
        help_text=_("For example: the council."),
        max_length=120,
        error_messages={"required": _("Write which body it is.")},
    )
    holds = forms.CharField(
        label=_("What power does it hold here?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write what power it holds here.")},
    )
    will_share = forms.CharField(
        label=_("What will be done to share it?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write what will be done to share it.")},
    )
    field_order = ("body", "holds", "means", "will_share", "review_on")


class SideMeeting(Form):
    """A day, who was there, what about, what came of it."""

    on = DayField(
        label=_("On which day was it?"),
        error_messages={"required": _("Write the day.")},
    )
    there = forms.CharField(
        label=_("Who was there?"),
        help_text=_("Only people who were there by their job. Do not name a member."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        error_messages={"required": _("Write who was there.")},
    )
    about = forms.CharField(
        label=_("What was it about?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Write what it was about.")},
    )
    came_of_it = forms.CharField(
        label=_("What came of it?"),
        help_text=_("If nothing was decided, say so."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Write what came of it.")},
    )
