"""What is asked when a meeting on paper is printed, and when it is typed in."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.kit.forms import Form
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import called
from sidebyside.sessions import keying_rules as rules
from sidebyside.sessions.keying import Asked, Left, Typed
from sidebyside.sessions.live_rules import MOST_COUNTED, SAID
from sidebyside.sessions.models_live import KNOWLEDGE

AT_MOST = 8000  # letters and spaces in all the lines of one sheet
LINES = ("parked", "words", "notes")
SHORT = {"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-2"}


class Letter(forms.CharField):
    """One letter, which may be left out: the page says so once."""

    def validate(self, value):
        pass


class Number(forms.IntegerField):
    """A number, which may be left out: the page says so once."""

    default_error_messages: ClassVar = {
        "invalid": gettext_lazy("Please write a whole number, like 12."),
        "max_value": gettext_lazy("Please write a smaller number."),
        "min_value": gettext_lazy("Please write 0 or more."),
    }

    def validate(self, value):
        pass


class Print(Form):
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What do you want to print?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick at least one sheet.")},
    )
    size = forms.ChoiceField(
        label=gettext_lazy("How do you want to read it?"),
        widget=forms.RadioSelect,
        initial="standard",
        choices=[
            ("standard", gettext_lazy("Standard print")),
            ("easy-read", gettext_lazy("Easy Read")),
            ("large-print", gettext_lazy("Large print")),
        ],
    )

    def __init__(self, *args, parts: Iterable[str], **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(part, say(f"paper_{part}")) for part in parts]
        self.fields["parts"].choices = choices  # type: ignore[attr-defined]
        self.fields["parts"].initial = [part for part, _words in choices]


class KeyIn(Form):
    """All that belongs to the room, on one page, in the order of the sheets. Nothing on it has to be filled in."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    def __init__(
        self,
        *args,
        people: Iterable[Person],
        how: Mapping[int, str],
        counted: Mapping[Asked, Mapping[str, int]],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.people, self.counted = list(people), counted
        self.with_what: dict[str, Any] = {"people": self.people, "how": how, "counted": counted}
        for number, person in enumerate(self.people, 1):
            first = number == 1 and not self.is_bound  # else what has to be put right comes first
            attrs = SHORT | ({"autofocus": "autofocus"} if first else {})
            self.fields[f"came-{person.ref}"] = Letter(
                label=f"{number}. {called(person)}",
                initial=rules.letter_of(how.get(person.pk, "")),
                widget=forms.TextInput(attrs=attrs),
            )
        for kind, half, said in _answers():
            self.fields[f"count-{kind}-{half}-{said}"] = _number(
                say(f"said_{said}"), counted.get((kind, half), {}).get(said)
            )
        for kind in KNOWLEDGE:
            self.fields[f"heard-{kind}"] = _number(say(f"knowledge_{kind}"))
        for name in LINES:
            self.fields[name] = forms.CharField(
                label=say(f"paper_{name}"),
                help_text=say(f"keying_{name}"),
                required=False,
                max_length=AT_MOST,
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    def came(self) -> list:
        return [self[name] for name in self.fields if name.startswith("came-")]

    def counts(self) -> list[tuple[str, list]]:
        """Each check with its three boxes."""
        asked = [(kind, half) for half in rules.HALVES for kind in SAID]
        return [(_check(*one), [self[f"count-{one[0]}-{one[1]}-{said}"] for said in SAID[one[0]]]) for one in asked]

    def heard(self) -> list:
        return [self[f"heard-{kind}"] for kind in KNOWLEDGE]

    def lines(self) -> list:
        return [self[name] for name in LINES]

    def typed(self) -> Typed:
        """All that could be read so far, also when something else could not."""
        self.full_clean()
        said = self.cleaned_data
        counts: dict[Asked, dict[str, int]] = {}
        for kind, half, answer in _answers():
            name = f"count-{kind}-{half}-{answer}"
            number = said.get(name) if name in said else self.counted.get((kind, half), {}).get(answer)
            counts.setdefault((kind, half), {})[answer] = number or 0
        came = {person: said.get(f"came-{person.ref}", "") for person in self.people}
        lines = {name: [line.strip() for line in said.get(name, "").splitlines() if line.strip()] for name in LINES}
        return Typed(
            came={person: letter for person, letter in came.items() if letter},
            counts=counts,
            heard={kind: said.get(f"heard-{kind}") or 0 for kind in KNOWLEDGE},
            **lines,
        )

    def still_to_do(self, left: list[Left]) -> "KeyIn":
        """The form as it is once all that could be read is kept: what is left stays in it, with the reason for each line."""
        data: Any = QueryDict(mutable=True)
        data.update(self.data)
        for name in LINES:
            if name not in self.errors:
                data[name] = "\n".join(one.typed for one in left if one.where == name)
        for kind in KNOWLEDGE:
            if f"heard-{kind}" not in self.errors:
                data[f"heard-{kind}"] = ""
        again = KeyIn(data, **self.with_what)
        for where in dict.fromkeys(one.where for one in left):
            reasons = [_reason(one) for one in left if one.where == where]
            again.add_error(where or None, " ".join(reasons))
        return again


def _answers() -> list[tuple[str, int, str]]:
    return [(kind, half, said) for half in rules.HALVES for kind in SAID for said in SAID[kind]]


def _check(kind: str, half: int) -> str:
    return f"{say(f'half_{half}')}: {say(f'check_{kind}')}"


def _number(label: str, initial: int | None = None) -> Number:
    widget = forms.NumberInput(attrs={"class": "govuk-input--width-3", "autocomplete": "off"})
    return Number(label=label, initial=initial, min_value=0, max_value=MOST_COUNTED, widget=widget)


def _reason(one: Left) -> str:
    why = say(one.why.code, one.why.values)
    return _("“%(typed)s”: %(why)s") % {"typed": one.typed, "why": why} if one.typed else why
