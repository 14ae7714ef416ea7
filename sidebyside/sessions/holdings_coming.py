"""What is held of how a person took part in meetings, and of her calendar; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from sidebyside.kit.holdings import STAYS, forgets, holds
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions.models import Attendance, CalendarFeed, LeaveAlone


def my_attendance(person: Person) -> Iterator[dict]:
    rows = Attendance.objects.filter(person=person).select_related("meeting__project")
    for row in rows.order_by("-meeting__starts_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_when": row.meeting.starts_at,
            "data_took_part": str(say(f"came_{row.came}")),
        }


def where_left_alone(person: Person) -> Iterator[dict]:
    for row in LeaveAlone.objects.filter(person=person).select_related("project").order_by("-since", "-id"):
        yield {"data_project": row.project.name, "data_since": row.since}


def my_calendars(person: Person) -> Iterator[dict]:
    for row in CalendarFeed.objects.filter(person=person).order_by("-made_at", "-id"):
        yield {"data_since": row.made_at, "data_ended": row.ended_at}


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """Her calendar reads nothing more, and that she wished to be left alone goes with her."""
    CalendarFeed.objects.filter(person=person).delete()
    LeaveAlone.objects.filter(person=person).delete()


holds(
    "sessions.attendance",
    title="held_attendance",
    why="held_attendance_why",
    rows=my_attendance,
    forgotten=STAYS,
    stays_because="held_attendance_stays",
)
holds(
    "sessions.left_alone",
    title="held_left_alone",
    why="held_left_alone_why",
    rows=where_left_alone,
    change_at="projects",
)
holds(
    "sessions.calendars", title="held_calendars", why="held_calendars_why", rows=my_calendars, change_at="my-calendar"
)
