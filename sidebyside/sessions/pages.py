"""What the pages about meetings read: of what is booked, only what was shared with whoever opens them."""

from datetime import date, datetime

from django.urls import reverse

from sidebyside.access.facts import shared_with
from sidebyside.kit.sealed_reads import note_reads
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects.models import Project
from sidebyside.sessions import actions, rules
from sidebyside.sessions.models import Booking, Meeting

AT_MOST = 50


def meetings(project: Project, *, now: datetime) -> dict:
    rows = project.meetings.of_everybody().filter(off_at=None)
    return {
        "to_come": [_short(project, row) for row in rows.filter(ends_at__gt=now).order_by("starts_at", "id")[:AT_MOST]],
        "past": [_short(project, row) for row in rows.filter(ends_at__lte=now).order_by("-starts_at", "-id")[:AT_MOST]],
    }


def _short(project: Project, row: Meeting) -> dict:
    return {"title": row.title, "starts_at": row.starts_at, "href": reverse("meeting", args=[project.slug, row.ref])}


def meeting(meeting: Meeting, reader: Person, *, now: datetime, today: date, may_plan: bool) -> dict:
    """A meeting, what is booked for whoever opens it, and for those who plan: what to book, what is booked, what is late."""
    bookings = list(meeting.bookings.prefetch_related("people").select_related("owner").order_by("book_by", "id"))
    mine = [_booking(row, today) for row in bookings if reader in row.people.all()]
    return {"meeting": meeting, "mine": mine, "over": bool(meeting.over_at) or meeting.ends_at <= now} | (
        _plan(meeting, reader, bookings, now, today) if may_plan else {}
    )


def _plan(meeting: Meeting, reader: Person, bookings: list[Booking], now: datetime, today: date) -> dict:
    given = shared_with(meeting.project, reader)
    readable = actions.by_name(given)
    names = {person.ref: person for person in Person.objects.filter(pk__in=readable).order_by("name")}
    said = actions.said_by_name(meeting, reader, now=now, given=given)
    found = actions.suggested(meeting, reader, now=now, said=said, bookings=bookings)
    suggested = [
        {
            "what": one.what,
            "how_many": one.how_many,
            "book_by": one.book_by,
            "late": one.book_by < today,
            "people": [names[ref].name for ref in one.people],
            "line": one.line,
            "for": ",".join(one.people),
        }
        for one in found
    ]
    shown = [row for row in bookings if {person.pk for person in row.people.all()} <= readable]
    seen = {ref for one in found for ref in one.people} | {one.ref for row in shown for one in row.people.all()}
    seen |= {ref for ref, question, _chosen in said if question == "place"}
    _note(reader, [names[ref] for ref in seen], now)
    booked = [_booking(row, today) for row in shown]
    return {"suggested": suggested, "booked": booked, "shares": len(names), "needs": [(q, c) for _, q, c in said]}


def _note(reader: Person, owners: list[Person], now: datetime) -> None:
    note_reads(reader=reader, owners=owners, what="access.passport", why="read_to_plan", now=now)


def _booking(row: Booking, today: date) -> dict:
    return {
        "ref": row.ref,
        "what": row.what,
        "how_many": row.how_many,
        "people": sorted(person.name for person in row.people.all()),
        "book_by": row.book_by,
        "cost_pence": row.cost_pence,
        "owner": row.owner.name,
        "state": row.state,
        "state_words": say(f"booking_{row.state}"),
        "late": row.state == rules.TO_DO and row.book_by < today,
        "why_not": row.why_not,
    }


def booking(meeting: Meeting, reader: Person, asked: dict, *, now: datetime) -> dict:
    """What the form to book something starts from: a suggestion, when its line and people are in the address."""
    people = Person.objects.filter(pk__in=actions.readable_people(meeting.project, reader)).order_by("name", "id")
    line, refs = asked.get("line", ""), [ref for ref in asked.get("for", "").split(",") if ref]
    first = _first_of(actions.suggested(meeting, reader, now=now), line, refs)
    _note(reader, [person for person in people if first and person.ref in refs], now)
    return {"people": [(person.ref, person.name) for person in people], "first": first}


def _first_of(found: list[rules.Suggestion], line: str, refs: list[str]) -> dict:
    one = next((one for one in found if one.line == line and list(one.people) == refs), None)
    if one is None:
        return {}
    return {"people": refs, "what": one.what, "how_many": one.how_many, "book_by": one.book_by, "line": line}
