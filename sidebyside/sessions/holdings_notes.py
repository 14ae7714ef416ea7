"""What is held of a person in the notes of meetings and in the car park, as she reads it herself; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Q

from sidebyside.kit.holdings import PARTLY, Given, consents, forgets, holds
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions import noting
from sidebyside.sessions.models import CarParkItem, NoteLine, NoteWording


def my_lines(person: Person) -> Iterator[dict]:
    """What she said and what she does, by the notes; and each wording that she gave a line."""
    mine = NoteLine.objects.filter(Q(quoted=person) | Q(owner=person)).select_related("meeting__project")
    for row in mine.order_by("-changed_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_what": say(f"line_{row.kind}"),
            "data_words": row.words,
            "data_until": row.due_on,
            "data_outcome": row.became or None,
        }
    hers = NoteWording.objects.filter(by=person).select_related("line__meeting__project")
    for one in hers.order_by("-at", "-id"):
        yield {
            "data_project": one.line.meeting.project.name,
            "data_meeting": one.line.meeting.title,
            "data_what": say("held_wording"),
            "data_words": one.words,
            "data_when": one.at,
        }


def my_parked(person: Person) -> Iterator[dict]:
    rows = CarParkItem.objects.filter(Q(raised_by=person) | Q(owner=person)).select_related("meeting__project")
    for row in rows.order_by("-made_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_words": row.words,
            "data_when": row.made_at,
            "data_until": row.answer_by,
            "data_outcome": row.answer or None,
        }


def quotes_i_allow(person: Person) -> Iterator[Given]:
    rows = NoteLine.objects.filter(kind="quote", quoted=person, quote_ok=True).select_related("meeting__project")
    for row in rows.order_by("changed_at", "id"):
        yield Given(row.ref, "i_allow_a_quote", row.changed_at, {"project": row.meeting.project.name})


def take_back_quote(*, ref: str, by: Acting, now: datetime) -> None:
    line = NoteLine.objects.select_related("meeting__project").filter(ref=ref, quoted=by.person, kind="quote").first()
    if line:
        noting.allow_quote(line=line, yes=False, by=by, now=now)


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """What she said, and how she once worded lines, goes. The notes as they read are the group's, and stay.

    What she put in the car park with her name loses it; once it has an answer its words go too.
    """
    quotes = NoteLine.objects.filter(kind="quote", quoted=person)
    NoteWording.objects.filter(line__in=quotes).update(words="")
    quotes.update(words="", quote_ok=False)
    NoteWording.objects.filter(by=person).exclude(words=F("line__words")).update(words="", beside=False)
    hers = CarParkItem.objects.filter(raised_by=person)
    hers.exclude(state="waiting").update(words="")
    hers.update(raised_by=None)
    CarParkItem.objects.filter(owner=person, state="waiting").update(owner=None)


holds(
    "sessions.notes",
    title="held_notes",
    why="held_notes_why",
    rows=my_lines,
    forgotten=PARTLY,
    stays_because="held_notes_stay",
)
holds(
    "sessions.car_park",
    title="held_car_park",
    why="held_car_park_why",
    rows=my_parked,
    forgotten=PARTLY,
    stays_because="held_car_park_stay",
)
consents("sessions.quotes", title="consent_quotes", given=quotes_i_allow, withdraw=take_back_quote)
