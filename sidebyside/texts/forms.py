"""What the pages of texts ask."""

from collections.abc import Iterable
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.texts.pictures import PICTURES
from sidebyside.texts.rules import EASY_READ, MOST_BYTES, MOST_LETTERS, ideas


def sent(request):
    """What was sent in a form, and its files; None when the page was only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


class WriteWords(Form):
    """The words in another language."""

    words = forms.CharField(
        label=_("The words"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Write the words.")},
    )


class WriteEasyRead(WriteWords):
    """The Easy Read words, an idea a paragraph."""

    words = forms.CharField(
        label=_("The Easy Read words"),
        help_text=_(
            "One idea in each paragraph, with an empty line after it. A picture will stand beside each."
            " Start each sentence on a new line."
        ),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": _("Write the words.")},
    )


def writing(format: str) -> type[WriteWords]:
    return WriteEasyRead if format == EASY_READ else WriteWords


NO_PICTURE = "none"


class ChoosePictures(Form):
    """A picture for each idea. pictures: all there are, for the page to show."""

    pictures = tuple(PICTURES.items())

    def __init__(self, *args, words: str, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(NO_PICTURE, _("No picture")), *PICTURES.items()]
        for number, idea in enumerate(ideas(words)):
            self.fields[f"picture_{number}"] = forms.ChoiceField(label=idea, choices=choices)

    def answers(self) -> dict:
        chosen = [self.cleaned_data[name] for name in self.fields]
        return {"pictures": ["" if name == NO_PICTURE else name for name in chosen]}


class WhoMakesIt(Form):
    ready_by = DayField(
        label=_("By which day will it be ready?"),
        error_messages={"required": _("Write the day by which it will be ready.")},
    )


class AddRecording(Form):
    """An address or a file."""

    link = forms.CharField(
        label=_("The address of the recording"),
        help_text=_("For something on a video website, for example. It begins with https://."),
        max_length=500,
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("At most 50 MB. Sound: MP3, M4A or OGG. Film: MP4 or WebM."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "audio/*,video/*"}),
    )
    captions = forms.FileField(
        label=_("Captions for the file"),
        help_text=_("A WebVTT file: its name ends in .vtt."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
    )
    has_captions = forms.BooleanField(label=_("The film has captions in it"), required=False)

    def __init__(self, *args, format: str, too_big: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.too_big = too_big
        if format == "audio":
            del self.fields["captions"], self.fields["has_captions"]

    def clean(self):
        if self.too_big:
            raise forms.ValidationError(say("recording_too_big", {"most": MOST_BYTES // 1_000_000}))
        return super().clean()


class RecordChecking(Form):
    """Who checked it, when, and whether they were paid."""

    checkers = forms.MultipleChoiceField(
        label=_("Who checked it?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each of them is asked whether we may say their name. It counts as checked once one says yes."),
        error_messages={"required": _("Choose who checked it.")},
    )
    on_day = DayField(label=_("On which day?"), error_messages={"required": _("Write the day when people checked it.")})
    session = forms.CharField(
        label=_("Where and how did people check it?"),
        help_text=_("For example: read aloud together at the Thursday group."),
        max_length=200,
        error_messages={"required": _("Write where and how people checked it.")},
    )
    paid = forms.ChoiceField(
        label=_("Were they paid for this time?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        error_messages={"required": _("Say whether they were paid.")},
    )

    def __init__(self, *args, people: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["checkers"]).choices = people

    def answers_of(self, people: Iterable[Person]) -> dict:
        chosen = [person for person in people if person.ref in self.cleaned_data["checkers"]]
        return dict(self.cleaned_data) | {"paid": self.cleaned_data["paid"] == "yes", "checkers": chosen}


class MayBeNamed(Form):
    question_is_heading = True
    said = forms.ChoiceField(
        label=_("May we say that you checked it?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, you may say my name")), ("no", _("No, do not say my name"))],
        error_messages={"required": _("Choose one of the answers.")},
    )
