"""What the pages about planning a meeting ask."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.sessions.forms import WRONG_TIME, ClockField, _moment
from sidebyside.sessions.models import WAYS
from sidebyside.sessions.models_plan import ROLES
from sidebyside.sessions.planning_rules import LONGEST_ITEM, VENUE, can_meet_there

SHORT = {"class": "govuk-input--width-3"}


def lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class When(Form):
    """On which day, from when until when."""

    on = DayField(label=_("On which day?"), error_messages={"required": _("Write the day.")})
    starts = ClockField(label=_("When does it start?"), error_messages=WRONG_TIME)
    ends = ClockField(
        label=_("When does it end?"), error_messages=WRONG_TIME, help_text=_("Two hours with a break is plenty.")
    )

    def moments(self) -> dict[str, datetime]:
        said = self.cleaned_data
        return {"starts_at": _moment(said["on"], said["starts"]), "ends_at": _moment(said["on"], said["ends"])}


def place_field() -> forms.CharField:
    return forms.CharField(
        label=_("Where is it?"),
        widget=lines(),
        max_length=500,
        required=False,
        help_text=_("The address, and which door. Leave it empty if you only meet online or by phone."),
    )


def title_field() -> forms.CharField:
    return forms.CharField(
        label=_("What is the meeting for, in a few words?"),
        max_length=100,
        error_messages={"required": _("Write what the meeting is for.")},
    )


def way_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How do you meet?"),
        widget=forms.RadioSelect,
        choices=[(way, _Later(f"way_{way}")) for way in WAYS],
        error_messages={"required": _("Choose how you meet.")},
    )


def join_field() -> forms.CharField:
    return forms.CharField(
        label=_("How do people join from home?"),
        widget=lines(),
        max_length=500,
        required=False,
        help_text=_("The link, or the number to ring. Only people here see it."),
    )


class _Later:
    """The sentence for a code, said when it is shown, in the language of whoever reads it."""

    def __init__(self, code: str):
        self.code = code

    def __str__(self) -> str:
        return say(self.code)


class PlanMeeting(When):
    title = title_field()
    way = way_field()
    place = place_field()
    join_how = join_field()
    poll = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    field_order = ("title", "on", "starts", "ends", "way", "place", "join_how", "poll")

    def clean(self):
        """What is missing is said beside its question."""
        said: dict = super().clean() or {}
        there = can_meet_there(way=said.get("way", ""), place=said.get("place", ""), ways=WAYS)
        if "way" in said and not there:
            self.add_error("place", say(there.code))
        return said

    def answers(self) -> dict:
        words = {name: self.cleaned_data[name] for name in ("title", "way", "place", "join_how", "poll")}
        return words | self.moments()


class WhatItIsLike(Form):
    """How we meet, and what is known of the place."""

    title = title_field()
    way = way_field()
    join_how = join_field()
    layout = forms.CharField(
        label=_("How is the room laid out?"),
        widget=lines(),
        max_length=500,
        required=False,
        help_text=_("So that everybody can see each other from every seat."),
    )
    papers_days = forms.IntegerField(
        label=_("How many days before the meeting must papers be there?"),
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs=SHORT),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in VENUE:
            self.fields[name] = forms.ChoiceField(
                label=say(f"venue_{name}"),
                choices=[(known, say(f"known_{known}")) for known in ("yes", "no", "unknown")],
                initial="unknown",
            )

    def answers(self) -> dict:
        said = dict(self.cleaned_data)
        return {"venue": {name: said.pop(name) for name in VENUE}, **said}


class MoveMeeting(When):
    place = place_field()
    why = forms.CharField(
        label=_("Why is it moved?"), widget=lines(2), max_length=300, required=False, help_text=_("Everybody reads it.")
    )

    def answers(self) -> dict:
        return {"place": self.cleaned_data["place"], "why": self.cleaned_data["why"], **self.moments()}


class ForAgenda(Form):
    title = forms.CharField(
        label=_("What is it about, in a few words?"),
        max_length=200,
        error_messages={"required": _("Write what it is about.")},
    )
    words = forms.CharField(
        label=_("What should people know about it?"), widget=lines(4), max_length=2000, required=False
    )
    minutes = forms.IntegerField(
        label=_("About how many minutes does it take?"),
        min_value=1,
        max_value=LONGEST_ITEM,
        initial=15,
        widget=forms.NumberInput(attrs=SHORT),
    )


class TakeOff(Form):
    why = forms.CharField(
        label=_("Why is it not talked about at this meeting?"),
        widget=lines(),
        max_length=500,
        help_text=_("Everybody here can read this."),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )


class WritePaper(Form):
    title = forms.CharField(
        label=_("What is the paper called?"), max_length=120, error_messages={"required": _("Write a title.")}
    )
    words = forms.CharField(
        label=_("The words of the paper"),
        widget=lines(14),
        max_length=20000,
        help_text=_("Short sentences. An empty line begins a new paragraph. Two # and a space begin a heading."),
        error_messages={"required": _("Write the words.")},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes does it take to read?"),
        min_value=1,
        max_value=600,
        widget=forms.NumberInput(attrs=SHORT),
        help_text=_("Think of whoever reads slowest. This time is paid."),
    )


class WouldLike(Form):
    roles = forms.MultipleChoiceField(
        label=_("What would you like to do at meetings?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[(role, _Later(f"meeting_role_{role}")) for role in ROLES],
        help_text=_("You can choose several, or none. Everybody who would like to gets a turn."),
    )


class GiveRole(Form):
    role = forms.ChoiceField(
        label=_("What is to be done?"),
        choices=[(role, _Later(f"meeting_role_{role}")) for role in ROLES],
        error_messages={"required": _("Choose what is to be done.")},
    )
    person = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose somebody who is here.")})

    def __init__(self, *args, people: list[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {one.ref: one for one in people}
        self.fields["person"].choices = [(one.ref, one.name) for one in people]  # type: ignore[attr-defined]

    def answers(self) -> dict:
        return {"role": self.cleaned_data["role"], "person": self.people[self.cleaned_data["person"]]}
