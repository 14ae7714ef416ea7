"""What the pages about my data read."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.kit.days import day, day_time
from sidebyside.kit.holdings import Holding, Keeping, all_consents, all_holdings, all_keepings, what_comes_first
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.kit.words import all_words, say
from sidebyside.my_data.actions import waiting_for
from sidebyside.my_data.keeping import days_of
from sidebyside.my_data.models import Forgetting, Retention
from sidebyside.my_data.rules import TIME_TO_MEND
from sidebyside.people.models import Person
from sidebyside.people.naming import called

A_PAGE = 100


def my_data() -> dict[str, Any]:
    """Each kind of thing that is held, and why."""
    return {"kinds": [_kind(holding) for holding in all_holdings()]}


def _kind(holding: Holding) -> dict:
    return {
        "kind": holding.kind,
        "title": say(holding.title),
        "why": say(holding.why),
        "forgotten": holding.forgotten,
        "stays_because": say(holding.stays_because) if holding.stays_because else "",
        "change": reverse(holding.change_at) if holding.change_at else "",
    }


def of_a_kind(kind: str, person: Person) -> dict[str, Any]:
    """Everything of one kind that is held about me, a page's worth. 404 when there is no such kind."""
    holding = next((one for one in all_holdings() if one.kind == kind), None)
    if holding is None:
        raise Http404
    rows = [facts_of(row) for row in islice(holding.rows(person), A_PAGE + 1)]
    return {"kind": _kind(holding), "rows": rows[:A_PAGE], "more": len(rows) > A_PAGE}


def facts_of(row: dict) -> list[dict]:
    """A row as the facts component takes it. What is empty is left out."""
    return [
        {"name": say(name), "words": words} for name, value in row.items() if (words := in_words(_worded(name, value)))
    ]


def _worded(name: str, value: Any) -> Any:
    """A value under a name that ends in `_code` is a code, or a list of them."""
    if not name.endswith("_code") or not value:
        return value
    return [say(one) for one in value] if isinstance(value, list) else say(value)


def in_words(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return day_time(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, dict):
        return ". ".join(f"{name}: {in_words(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return ". ".join(in_words(one) for one in value)
    return "" if value is None else str(value)


def who_read(person: Person) -> dict[str, Any]:
    """Who read the sealed parts of mine, newest first. Two queries."""
    reads = reads_of(person)
    people = {row.ref: row for row in Person.objects.filter(ref__in={read.reader_ref for read in reads})}
    return {
        "reads": [
            {
                "at": read.at,
                "who": called(people.get(read.reader_ref)),
                "what": _said(read.what),
                "why": _said(read.why),
            }
            for read in reads
        ]
    }


def _said(code: str) -> str:
    """The sentence for a code; one from before, that no part says any more, stays as it is."""
    return say(code) if code in all_words() else code


def what_i_said_yes_to(person: Person) -> dict[str, Any]:
    """Each yes that stands, by kind, with how to take it back."""
    kinds = [(one, list(one.given(person))) for one in all_consents()]
    return {
        "consents": [
            {
                "kind": one.kind,
                "title": say(one.title),
                "given": [{"ref": yes.ref, "words": say(yes.words, yes.values), "since": yes.since} for yes in given],
            }
            for one, given in kinds
            if given
        ]
    }


def what_goes(person: Person) -> dict[str, Any]:
    """What goes and what stays when I am forgotten, and whether something comes first."""
    kinds = [_kind(holding) for holding in all_holdings()]
    return {
        "goes": [kind for kind in kinds if kind["forgotten"] != "stays"],
        "stays": [kind for kind in kinds if kind["stays_because"]],
        "first": [say(verdict.code, verdict.values) for verdict in what_comes_first(person)],
        "waiting": waiting_for(person),
    }


def all_of_mine(person: Person, *, now: datetime) -> dict[str, Any]:
    """Everything that is held about me, to take with me: for people to read, and for programs."""
    kinds = [
        {"kind": one.kind, "title": say(one.title), "why": say(one.why), "rows": list(one.rows(person))}
        for one in all_holdings()
    ]
    reads = [
        {"data_when": read["at"], "data_read_by": read["who"], "data_what": read["what"], "data_why": read["why"]}
        for read in who_read(person)["reads"]
    ]
    said_yes = [
        {"data_what": yes["words"], "data_since": yes["since"]}
        for kind in what_i_said_yes_to(person)["consents"]
        for yes in kind["given"]
    ]
    kinds.append({"kind": "my-data.consents", "title": _("What I said yes to"), "why": "", "rows": said_yes})
    kinds.append({"kind": "my-data.reads", "title": say("held_reads"), "why": "", "rows": reads})
    return {"name": person.name, "made_at": now, "kinds": kinds}


def to_read(mine: dict[str, Any]) -> dict[str, Any]:
    kinds = [one | {"rows": [facts_of(row) for row in one["rows"]]} for one in mine["kinds"]]
    return mine | {"kinds": kinds}


def for_programs(mine: dict[str, Any]) -> dict[str, Any]:
    """The same under short names: `data_email` is `email`."""
    kinds = [one | {"rows": [dict(_short(row)) for row in one["rows"]]} for one in mine["kinds"]]
    return mine | {"kinds": kinds}


def _short(row: dict) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        yield name.removeprefix("data_").removesuffix("_code"), _worded(name, value)


def who_is_to_be_forgotten() -> list[Forgetting]:
    """Who asked and still has time to stop it, the soonest first. One query."""
    return list(Forgetting.objects.waiting().select_related("person").order_by("due_at", "id")[:100])


def what_is_kept(*, now: datetime) -> dict[str, Any]:
    """How long each kind of thing is kept, what goes soon, and who chose it. One query."""
    rows = {row.kind: row for row in Retention.objects.select_related("changed_by")}
    return {"kept": [_kept(keeping, rows.get(keeping.kind), now) for keeping in all_keepings()]}


def _kept(keeping: Keeping, row: Retention | None, now: datetime) -> dict:
    chosen = row if row and row.changed_at else None
    return {
        "kind": keeping.kind,
        "title": say(keeping.title),
        "days": days_of(keeping, row, now=now),
        "why": "" if chosen else say(keeping.why),
        "changed_by": called(chosen.changed_by) if chosen else "",
        "changed_at": chosen.changed_at if chosen else None,
        "days_chosen": chosen.days if chosen else None,
        "from_day": chosen.changed_at + TIME_TO_MEND if chosen and chosen.changed_at else None,
        "soon": row.soon if row else 0,
        "dropped": row.dropped if row else 0,
        "dropped_at": row.dropped_at if row else None,
    }


def keeping_of(kind: str) -> Keeping:
    """The kind with this name, or 404."""
    found = next((one for one in all_keepings() if one.kind == kind), None)
    if found is None:
        raise Http404
    return found
