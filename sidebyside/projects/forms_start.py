"""The questions of starting a project, one a page."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.people.models import Organisation
from sidebyside.projects.forms import HowSheJoins, lines, offer
from sidebyside.recipes.shape import Question

COUNCIL = "council"
SHORT = forms.NumberInput(attrs={"class": "govuk-input--width-3"})


class Name(Form):
    question_is_heading = True
    title = forms.CharField(
        label=_("What is the project called?"),
        max_length=120,
        help_text=_("A few plain words. Later the group can give it a name of its own."),
        error_messages={"required": _("Write a name. You can change it until the project begins.")},
    )


class NewProject(Name):
    pack = forms.ChoiceField(label=_("Which recipe will it follow?"), widget=forms.RadioSelect)

    def __init__(self, *args, packs, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "pack", packs)
        self.fields["pack"].initial = packs[0][0]
        if len(packs) == 1:
            self.fields["pack"].widget = forms.HiddenInput()

    def answers(self):
        pack, version = self.cleaned_data["pack"].rsplit("/", 1)
        return {"title": self.cleaned_data["title"], "pack": pack, "pack_version": version}


class About(Form):
    question_is_heading = True
    about = forms.CharField(
        label=_("What is it about?"),
        widget=lines(6),
        max_length=4000,
        help_text=_("What is not right now, for whom, and why now. Write as you would say it to a neighbour."),
        error_messages={"required": _("Write what it is about. One sentence is enough to begin.")},
    )


class Fixed(Form):
    question_is_heading = True
    fixed = forms.CharField(
        label=_("What is already fixed?"),
        widget=lines(6),
        max_length=4000,
        help_text=_(
            "The money, the dates, the law, promises made. People are told this before they say yes. "
            "If nothing is, write: Nothing is fixed yet."
        ),
        error_messages={"required": _("Write what is already fixed. If nothing is, write: Nothing is fixed yet.")},
    )


class OpenToChange(Form):
    question_is_heading = True
    open_to_change = forms.CharField(
        label=_("What is open to change?"),
        widget=lines(6),
        max_length=4000,
        help_text=_("What can people really decide or change here?"),
        error_messages={"required": _("Write what people can change. If nothing, write: Nothing can change.")},
    )


class _Who(Form):
    """The council, or one of the organisations of this hub."""

    question_is_heading = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.organisations = {one.ref: one for one in Organisation.objects.order_by("name", "id")}
        council = (COUNCIL, _now("The council, or whoever runs this hub"))
        for name in self.fields:
            offer(self, name, [council, *((ref, named(one)) for ref, one in self.organisations.items())])

    def answers(self):
        return {name: self.organisations.get(ref) for name, ref in self.cleaned_data.items()}


class StartedFor(_Who):
    started_for = forms.ChoiceField(
        label=_("Who starts it?"),
        widget=forms.Select,
        initial=COUNCIL,
        help_text=_(
            "An organisation led by the community may start a project too. "
            "If yours is not here, ask the hub’s desk to add it."
        ),
    )


class RunBy(_Who):
    run_by = forms.ChoiceField(
        label=_("Who runs it?"),
        widget=forms.Select,
        initial=COUNCIL,
        help_text=_("It is best when an organisation led by the community runs it, and is paid for it."),
    )


def named(organisation) -> str:
    if organisation.led_by_lived_expertise:
        return _now("%(name)s, led by people with lived expertise") % {"name": organisation.name}
    return organisation.name


class Asked(Form):
    """One of the pack's questions about what kind of participation is possible, in the pack's own words."""

    question_is_heading = True
    answer = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Choose one of the answers.")})
    reason = forms.CharField(
        label=_("Why do you say so?"),
        widget=lines(3),
        required=False,
        max_length=2000,
        help_text=_("It is kept with your name and the day. Everybody in the project can read it."),
    )

    def __init__(self, *args, question: Question, easy: bool, mending: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        answer, reason = self.fields["answer"], self.fields["reason"]
        answer.label, answer.help_text = question.text("ask", easy), question.text("help", easy)
        offer(self, "answer", [(one.id, one.text("label", easy)) for one in question.answers])
        if mending:
            reason.label, reason.required = _("How will it be put right? Who will do it, and by when?"), True
            reason.error_messages["required"] = _("Write how it will be put right, who will do it, and by when.")


class CouldItBePutRight(Form):
    put_right = forms.TypedChoiceField(
        label=_("What do you say?"),
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
        choices=[("yes", _("Yes, we will put it right. Let us answer again.")), ("no", _("No, this is how it is."))],
        error_messages={"required": _("Choose yes or no.")},
    )


class Nothing(Form):
    """A page to read, and a button to go on."""


class AskAdvice(Form):
    of = forms.ChoiceField(label=_("Whom will you ask?"), widget=forms.RadioSelect, required=False)
    email = forms.EmailField(label=_("Or ask somebody else in this hub, by email"), required=False)
    question = forms.CharField(
        label=_("What do you want to ask?"),
        widget=lines(3),
        max_length=1000,
        error_messages={"required": _("Write what you want to ask.")},
    )

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "of", [(person.ref, person.name) for person in group])
        if not group:
            del self.fields["of"]
            email = self.fields["email"]
            email.label, email.required = _("Whom will you ask? Write the email address of somebody in this hub"), True
            email.error_messages["required"] = _("Write an email address. You can also go on without asking.")

    def clean(self):
        given = self.cleaned_data
        if not self.errors and not given.get("of") and not given.get("email"):
            self.add_error("email", _("Choose somebody, or write an email address. You can also go on without asking."))
        return given

    def answers(self):
        return {
            "of": self.cleaned_data.get("of", ""),
            "email": self.cleaned_data["email"],
            "question": self.cleaned_data["question"],
        }


class Time(Form):
    starts_on = DayField(
        label=_("Which day could it begin?"),
        help_text=_("Like 27 3 2024. Leave time to find people first."),
        error_messages={"required": _("Write the first day.")},
    )
    design = forms.IntegerField(
        label=_("How many weeks to make the plan together?"),
        min_value=1,
        max_value=260,
        widget=SHORT,
        error_messages={"required": _("Write a number of weeks, like 12.")},
    )
    delivery = forms.IntegerField(
        label=_("How many weeks to do it together?"),
        min_value=0,
        max_value=260,
        widget=SHORT,
        help_text=_("0 if people are not part of doing it."),
        error_messages={"required": _("Write a number of weeks, or 0.")},
    )
    review = forms.IntegerField(
        label=_("How many weeks to look back together at how it works?"),
        min_value=0,
        max_value=260,
        widget=SHORT,
        help_text=_("0 if people are not part of looking back."),
        error_messages={"required": _("Write a number of weeks, or 0.")},
    )

    def clean_starts_on(self):
        day: date = self.cleaned_data["starts_on"]
        if not 2000 <= day.year <= 2100:
            raise ValidationError(_("Write the year with four numbers, like 2024."))
        return day

    def answers(self):
        weeks = {kind: self.cleaned_data[kind] for kind in ("design", "delivery", "review")}
        return {"starts_on": self.cleaned_data["starts_on"], "weeks": weeks}


class Join(HowSheJoins):
    question_is_heading = True
    offer = forms.CharField(
        label=_("If your job does not pay you: what were you offered?"),
        max_length=200,
        required=False,
        help_text=_("In words, like: £10.90 an hour, with reading time."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["joins_as"].label = _("How do you join it yourself?")
        self.fields["joins_as"].error_messages["required"] = _("Choose how you join.")
        self.fields["organisation"].label = _("Which organisation do you join for?")
        self.fields["paid_by_job"].label = _("Does your job pay you for this?")
        self.fields["paid_by_job"].error_messages["required"] = _("Say whether your job pays you.")

    def answers(self):
        given = self.cleaned_data
        return {
            "joins_as": given["joins_as"],
            "organisation": given["organisation"].ref if given["organisation"] else "",
            "paid_by_job": given["paid_by_job"],
            "offer": given["offer"],
        }
