"""What the pages of a project read about needs: only what was shared with whoever opens them."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.access import facts, rules
from sidebyside.access.arranging import reads_by_name
from sidebyside.access.models import Adjustment, Interest
from sidebyside.access.pages import adjustment, said_in_words
from sidebyside.access.passport import passport
from sidebyside.kit.sealed_reads import note_read, note_reads
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects.models import Membership, Project


def needs(project: Project, reader: Person, *, now: datetime, today: date, may_arrange: bool) -> dict[str, Any]:
    """What people need here, as far as this reader may know: who shares with her, and what is arranged."""
    shared = facts.needs_in(project, reader, now)
    refs = dict(project.memberships.joined().values_list("person_id", "ref"))
    rows = facts.adjustments_for(project, reader)
    note_reads(reader=reader, owners=[row.person for row in rows], what=facts.PASSPORT, why="read_to_plan", now=now)
    people = [
        {
            "name": one.person.name,
            "href": reverse("person-needs", args=[project.slug, refs[one.person.pk]]),
            "words": ngettext("%(n)s answer", "%(n)s answers", len(one.needs)) % {"n": len(one.needs)},
        }
        for one in shared
        if one.person.pk in refs
    ]
    return {
        "people": people,
        "arranged": [_for_somebody(project, row, refs, today, may_arrange) for row in rows],
        "steps": _steps(project, shared, rows, now),
    }


def _for_somebody(project: Project, row: Adjustment, refs: dict[int, str], today: date, may_arrange: bool) -> dict:
    late = row.state == rules.TO_DO and row.due_on is not None and row.due_on < today
    href = reverse("arrangement", args=[project.slug, refs[row.person_id], row.ref]) if may_arrange else ""
    return adjustment(row) | {"for": row.person.name, "late": late, "href": href}


def _steps(project: Project, shared: list[facts.Shared], rows: list[Adjustment], now: datetime) -> list[dict]:
    """The six steps of the Accessible Information Standard (DAPB1605), each with how far it is here."""
    found = facts.what_access_shows(project, now)
    here = set(project.memberships.joined().values_list("person_id", flat=True))
    asked = len(here & set(facts.who_was_asked(project)))
    first = {question.id for question in passport().questions if question.first}
    flagged = len([one for one in shared if first & {need.question for need in one.needs}])
    count = {state: len([row for row in rows if row.state == state]) for state in rules.STATES}
    words = {
        "identify": _("%(asked)s of %(all)s people here were asked.") % {"asked": asked, "all": len(here)},
        "record": _fact(found[facts.ASKED]),
        "flag": ngettext(
            "%(n)s person has something to know first.", "%(n)s people have something to know first.", flagged
        )
        % {"n": flagged},
        "share": ngettext("%(n)s person shares with you.", "%(n)s people share with you.", len(shared))
        % {"n": len(shared)},
        "meet": _("To do: %(to_do)s. Booked: %(booked)s. Not possible: %(not_possible)s.") % count
        + " "
        + _fact(found[facts.MET]),
        "review": _fact(found[facts.AGAIN]),
    }
    return [{"name": say(f"step_{step}"), "words": words[step]} for step in rules.STEPS]


def _fact(fact) -> str:
    return say(fact.code, fact.values)


def place_of(project: Project, ref: str) -> Membership:
    """Somebody's place here. Raises Http404."""
    place = project.memberships.joined().filter(ref=ref).select_related("person").first()
    if place is None:
        raise Http404
    return place


def person_needs(
    project: Project, place: Membership, reader: Person, *, now: datetime, today: date, may_arrange: bool, easy: bool
) -> dict[str, Any]:
    """What one person shared with this reader here, what to know first at the top. It is noted as read. Raises Http404."""
    shared = next((one for one in facts.needs_in(project, reader, now) if one.person.pk == place.person_id), None)
    by_name = reads_by_name(project, reader, place.person)
    if shared is None and not by_name:
        raise Http404
    said = {need.question: need for need in shared.needs} if shared else {}
    if said:
        note_read(reader=reader, owner=place.person, what=facts.PASSPORT, why="read_to_plan", now=now)
    firsts = [question for question in passport().questions if question.first]
    later = {name: need for name, need in said.items() if name not in {question.id for question in firsts}}
    groups = [(group.text("title", easy), _said(group.question, later, easy)) for group in passport().group]
    rows = list(facts.adjustments_of(project).filter(person=place.person)) if by_name else []
    refs = {place.person_id: place.ref}
    return {
        "name": place.person.name,
        "first": _said(firsts, said, easy),
        "groups": [{"title": title, "answers": answers} for title, answers in groups if answers],
        "arranged": [_for_somebody(project, row, refs, today, may_arrange) for row in rows],
        "arrange": reverse("arrange", args=[project.slug, place.ref]) if by_name and may_arrange else "",
        "by_name": by_name,
    }


def _said(questions, said: dict, easy: bool) -> list[dict]:
    return [
        {"name": question.text("ask", easy), "words": "; ".join(said_in_words(question, said[question.id], easy))}
        for question in questions
        if question.id in said
    ]


def arranging(project: Project, place: Membership, reader: Person, *, now: datetime, easy: bool) -> dict[str, Any]:
    """Who could do it, and which answers it could be for. Raises Http404 to whoever may not read by name."""
    if not reads_by_name(project, reader, place.person):
        raise Http404
    said = next((one.needs for one in facts.needs_in(project, reader, now) if one.person.pk == place.person_id), ())
    asks = {question.id: question.text("ask", easy) for question in passport().questions}
    deciding = facts.decides_about(place.person)
    named = [row.reader for row in facts.readers_named(project, place.person) if row.reader]
    return {
        "name": place.person.name,
        "owners": list({one.ref: one.name for one in named if one.pk not in deciding}.items()),
        "questions": [(need.question, asks[need.question]) for need in said if need.question in asks],
        "back": reverse("person-needs", args=[project.slug, place.ref]),
    }


def i_decide(project: Project, person: Person) -> dict[str, Any]:
    """Whose care she who opens the page said that she decides about, and of whom else here she could say it."""
    rows = Interest.objects.standing().filter(person=person, said_by=person).select_related("member").order_by("id")
    mine = [{"ref": row.ref, "name": row.member.name} for row in rows]
    places = project.memberships.joined().exclude(person=person).select_related("person")
    places = places.exclude(person__in=[row.member_id for row in rows]).order_by("person__name", "id")
    return {"mine": mine, "people": list({place.person.ref: place.person.name for place in places}.items())}


def as_it_is(row: Adjustment) -> dict[str, Any]:
    """What the form that changes it begins with."""
    return {
        "state": row.state,
        "why_not": row.why_not,
        "owner": row.owner.ref,
        "due_on": row.due_on,
        "cost": None if row.cost_pence is None else f"{row.cost_pence / 100:.2f}",
    }
