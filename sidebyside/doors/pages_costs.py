"""What the pages about the costs of answering read."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.doors.costs import WAYS, rates
from sidebyside.doors.models_costs import GivenBack
from sidebyside.kit.days import day
from sidebyside.kit.money import pounds
from sidebyside.kit.words import say
from sidebyside.people.models import Person

AT_MOST = 500


def what_to_give_back() -> dict:
    """What is still to be given back, a person at a time, and what the hub gives for one of each. Two queries."""
    known = rates()
    rows = GivenBack.objects.filter(given_on=None, person__erased_at=None).select_related("person")
    people: dict[str, dict[str, Any]] = {}
    for row in rows.order_by("person__name", "person_id", "month", "way", "id")[:AT_MOST]:
        fresh = {"name": row.person.name, "ref": row.person.ref, "lines": [], "pence": 0}
        one = people.setdefault(row.person.ref, fresh)
        one["lines"].append(in_a_line(row, known))
        one["pence"] += row.count * known.get(row.way, 0)
    return {"rates": [_rate(way, known.get(way)) for way in WAYS], "people": list(people.values())}


def _rate(way: str, pence: int | None) -> dict:
    words = _("Nobody has set this yet. Check it before use.") if pence is None else pounds(pence)
    do = _("Set this") if pence is None else _("Change")
    return {"name": say(f"cost_one_{way}"), "words": words, "href": reverse("desk-door-rate", args=[way]), "action": do}


def to_give(person: Person) -> dict:
    """What she is still to be given, for the page where that is written down."""
    known = rates()
    rows = list(GivenBack.objects.filter(person=person, given_on=None).order_by("month", "way", "id"))
    pence = sum(row.count * known.get(row.way, 0) for row in rows)
    return {"whom": person, "lines": [in_a_line(row, known) for row in rows], "pence": pence}


def my_costs(person: Person) -> dict:
    """What it cost her to answer, the newest first, and what became of it. Two queries."""
    known = rates()
    rows = GivenBack.objects.filter(person=person).order_by("-month", "way", "id")[:AT_MOST]
    return {"costs": [{"words": in_a_line(row, known), "given": _given(row)} for row in rows]}


def _given(row: GivenBack) -> str:
    if row.given_on is None:
        return _("Not given back yet.")
    return _("Given back on %(day)s. %(how)s") % {"day": day(row.given_on), "how": say(f"given_{row.how}")}


def in_a_line(row: GivenBack, known: dict[str, int]) -> str:
    """March 2025: 3 texts. £0.36."""
    pence = row.pence if row.given_on else None
    if pence is None and row.way in known:
        pence = row.count * known[row.way]
    money = _("Nobody has set how much that is yet.") if pence is None else f"{pounds(pence)}."
    return f"{_month(row.month)}: {_many(row.way, row.count)}. {money}"


def _month(month: date) -> str:
    return in_words(month, "F Y")


def _many(way: str, count: int) -> str:
    words = {
        "text": ngettext("%(num)s text to us", "%(num)s texts to us", count),
        "call": ngettext("%(num)s call to us", "%(num)s calls to us", count),
        "stamp": ngettext("%(num)s stamp", "%(num)s stamps", count),
    }
    return words[way] % {"num": count}
