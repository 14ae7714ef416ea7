"""What is held of what a person put on agendas, does and would like to do at meetings; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from sidebyside.kit.holdings import STAYS, forgets, holds
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions.models import AgendaItem, MeetingRole, WouldLike


def my_agenda(person: Person) -> Iterator[dict]:
    rows = AgendaItem.objects.filter(added_by=person).select_related("meeting__project")
    for row in rows.order_by("-meeting__starts_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_when": row.meeting.starts_at,
            "data_words": "\n".join(filter(None, [row.title, row.words])),
        }


def my_roles(person: Person) -> Iterator[dict]:
    rows = MeetingRole.objects.filter(person=person).select_related("meeting__project")
    for row in rows.order_by("-meeting__starts_at", "-id"):
        yield {
            "data_project": row.meeting.project.name,
            "data_meeting": row.meeting.title,
            "data_when": row.meeting.starts_at,
            "data_what": str(say(f"meeting_role_{row.role}")),
        }


def what_i_would_like(person: Person) -> Iterator[dict]:
    for row in WouldLike.objects.filter(person=person).select_related("project").order_by("-since", "-id"):
        yield {
            "data_project": row.project.name,
            "data_what": str(say(f"meeting_role_{row.role}")),
            "data_since": row.since,
        }


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """She does nothing at meetings to come, and nobody suggests it."""
    WouldLike.objects.filter(person=person).delete()
    MeetingRole.objects.filter(person=person, meeting__starts_at__gt=now).delete()


holds(
    "sessions.agenda",
    title="held_agenda",
    why="held_agenda_why",
    rows=my_agenda,
    forgotten=STAYS,
    stays_because="held_agenda_stays",
)
holds(
    "sessions.roles",
    title="held_roles",
    why="held_roles_why",
    rows=my_roles,
    forgotten=STAYS,
    stays_because="held_roles_stays",
)
holds("sessions.would_like", title="held_would_like", why="held_would_like_why", rows=what_i_would_like)
