"""What a Django form field hands to the macro that draws it: label, hint, error, value and the ids that join them."""

from calendar import month_abbr
from datetime import date
from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MONTHS = {m.lower(): n for n, m in enumerate(month_abbr) if m}


class DayInput(forms.Widget):
    """Three small boxes: day, month, year. A month may be written as a word."""

    parts = (("day", gettext_lazy("Day"), 2), ("month", gettext_lazy("Month"), 2), ("year", gettext_lazy("Year"), 4))

    def value_from_datadict(self, data, files, name):
        typed = [data.get(f"{name}-{part}", "").strip().replace("-", " ") for part, _label, _width in self.parts]
        if not any(typed):
            return ""
        day, month, year = typed
        return "-".join([year, str(MONTHS.get(month[:3].lower(), month)), day])

    def value_omitted_from_data(self, data, files, name):
        return all(f"{name}-{part}" not in data for part, _label, _width in self.parts)

    def id_for_label(self, id_):
        return f"{id_}-day" if id_ else id_


class DayField(forms.DateField):
    """A day, asked for as day, month and year."""

    widget = DayInput
    input_formats = ("%Y-%m-%d",)
    default_error_messages: ClassVar = {
        "invalid": gettext_lazy("Write a real day, month and year, like 27 3 2024."),
    }


class Field(forms.BoundField):
    """A field of one of our forms. Writing it in a page ({{ form.name }}) draws label, hint, error and control."""

    def __str__(self):
        return self.as_hidden() if self.is_hidden else self.as_field_group()

    __html__ = __str__

    @property
    def kind(self) -> str:
        """The name of the macro that draws this field."""
        kinds = (
            (forms.CheckboxSelectMultiple, "checkboxes"),
            (forms.RadioSelect, "radios"),
            (forms.CheckboxInput, "checkbox"),
            (DayInput, "day"),
            (forms.Textarea, "textarea"),
            (forms.Select, "select"),
            (forms.FileInput, "file"),
        )
        return next((kind for widget, kind in kinds if isinstance(self.field.widget, widget)), "input")

    @property
    def first_control(self) -> str:
        """The id that an error at the top of the page leads to."""
        return self.field.widget.id_for_label(self.auto_id) if self.kind == "day" else self.auto_id

    @property
    def params(self) -> dict:
        """Everything the macro needs."""
        return self._asked() | getattr(self, f"_{self.kind}")()

    def _asked(self) -> dict:
        asked: dict = {"id": self.auto_id, "name": self.html_name}
        if self.help_text:
            asked["hint"] = {"text": self.help_text}
        if self.errors:
            asked["errorMessage"] = {"text": self.errors[0], "visuallyHiddenText": _("Please check")}
        return asked

    @property
    def asked_as(self) -> str:
        """The question as the page asks it: the heading of a page with one question."""
        return self._question

    @property
    def _question(self) -> str:
        if self.field.required:
            return str(self.label)
        return str(_("%(question)s (you can leave this out)") % {"question": self.label})

    @property
    def _heads_the_page(self) -> bool:
        return getattr(self.form, "question_is_heading", False) and self is self.form.visible_fields()[0]

    def _words_for(self, part: str) -> dict:
        size = f"govuk-{part}--{'l' if self._heads_the_page else 's'}"
        return {"text": self._question, "classes": size, "isPageHeading": self._heads_the_page}

    def _label(self) -> dict:
        return {"label": self._words_for("label")}

    def _fieldset(self) -> dict:
        return {"fieldset": {"legend": self._words_for("fieldset__legend")}}

    def _typed(self) -> str:
        value = self.value()
        return "" if value is None else str(value)

    def _input(self) -> dict:
        widget = self.field.widget
        attrs = {k: str(v) for k, v in widget.attrs.items()}
        email = isinstance(widget, forms.EmailInput)
        return self._label() | {
            "value": self._typed(),
            "type": "text" if widget.input_type == "number" else widget.input_type,
            "inputmode": "numeric" if widget.input_type == "number" else attrs.pop("inputmode", ""),
            "autocomplete": attrs.pop("autocomplete", "email" if email else ""),
            "classes": attrs.pop("class", ""),
            "attributes": {k: v for k, v in attrs.items() if k not in ("min", "max", "step", "maxlength", "minlength")},
            **({"spellcheck": False} if email else {}),
        }

    def _textarea(self) -> dict:
        attrs = self.field.widget.attrs
        return self._label() | {
            "value": self._typed(),
            "rows": 5 if attrs.get("rows", "10") == "10" else attrs["rows"],  # Django's own default is 10
            "classes": attrs.get("class", ""),
            "autocomplete": attrs.get("autocomplete", ""),
        }

    def _file(self) -> dict:
        return self._label() | {"attributes": {k: str(v) for k, v in self.field.widget.attrs.items()}}

    def _chosen(self) -> set[str]:
        value = self.value()
        return {str(v) for v in (value if isinstance(value, list | tuple) else [value]) if v is not None}

    def _items(self, blank: bool = True) -> list[dict]:
        hints, chosen = getattr(self.form, "choice_hints", {}).get(self.name, {}), self._chosen()
        items = []
        for n, (value, text) in enumerate(
            choice for choice in getattr(self.field, "choices", []) if blank or choice[0] != ""
        ):
            item = {"value": str(value), "text": text, "id": f"{self.auto_id}_{n}" if n else self.auto_id}
            hint = {"hint": {"text": hints[value]}} if value in hints else {}
            items.append(item | hint | {"checked": str(value) in chosen, "selected": str(value) in chosen})
        return items

    def _radios(self) -> dict:
        return self._fieldset() | {"idPrefix": self.auto_id, "items": self._items(blank=False)}

    def _checkboxes(self) -> dict:
        return self._fieldset() | {"idPrefix": self.auto_id, "items": self._items()}

    def _select(self) -> dict:
        return self._label() | {"items": self._items()}

    def _checkbox(self) -> dict:
        item = {"value": "on", "text": self.label, "id": self.auto_id, "checked": bool(self.value())}
        return {"idPrefix": self.auto_id, "items": [item]}

    def _day(self) -> dict:
        value = self.value()
        value = f"{value.year}-{value.month}-{value.day}" if isinstance(value, date) else str(value or "--")
        year, month, day = [*value.split("-"), "", ""][:3]
        typed = {"day": day, "month": month, "year": year}
        wrong = " govuk-input--error" if self.errors else ""
        items = [
            {"name": part, "label": label, "value": typed[part], "classes": f"govuk-input--width-{width}{wrong}"}
            for part, label, width in DayInput.parts
        ]
        return self._fieldset() | {"namePrefix": self.html_name, "items": items}
