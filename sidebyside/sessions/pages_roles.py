"""What the page about who does what reads: whose turn it is, among all who would like to."""

from datetime import datetime

from sidebyside.people.models import Person
from sidebyside.projects.guard import its
from sidebyside.projects.pages import names_in
from sidebyside.sessions.models import Meeting, MeetingRole, WouldLike
from sidebyside.sessions.pages_plan import who_does_what
from sidebyside.sessions.planning_rules import Turn, in_turn
from sidebyside.sessions.plans import whom
from sidebyside.sessions.taking_roles import with_lived_expertise


def mine(meeting: Meeting, person: Person) -> list[str]:
    """What she said that she would like to do at meetings like this one."""
    rows = WouldLike.objects.filter(project=meeting.project_id, group=meeting.group_id, person=person)
    return list(rows.order_by("id").values_list("role", flat=True))


def roles(meeting: Meeting, reader: Person, *, now: datetime) -> dict:
    """Each role, who has it, and who would like it in a fair order. As many queries for many as for few."""
    doing = who_does_what(meeting, names_in(meeting.project))
    here = {person.pk: person for person in whom(meeting)}
    lived, wish = with_lived_expertise(meeting), turns(meeting, now)
    for row in doing:
        busy = {one["pk"] for one in row["people"]}
        may_do = lived if row["role"] == "co_facilitator" else here.keys()
        row["next"] = [
            {"ref": here[one.who].ref, "name": here[one.who].name, "times": one.times}
            for one in in_turn(wish.get(row["role"], []))
            if one.who in here and one.who in may_do and one.who not in busy
        ]
    return {"meeting": meeting, "doing": doing, "mine": mine(meeting, reader), "me": reader.pk}


def turns(meeting: Meeting, now: datetime) -> dict[str, list[Turn]]:
    """Who would like to do what, with how often and when last each did it at a meeting that took place. Two queries."""
    like = {"project": meeting.project_id, "group": meeting.group_id}
    held = {"meeting__project": meeting.project_id, "meeting__group": meeting.group_id, "meeting__off_at": None}
    done = MeetingRole.objects.filter(**held, meeting__ends_at__lte=now).exclude(meeting=meeting)
    when: dict[tuple[str, int], list[datetime]] = {}
    for role, person, at in done.values_list("role", "person_id", "meeting__starts_at"):
        when.setdefault((role, person), []).append(at)
    found: dict[str, list[Turn]] = {}
    for row in WouldLike.objects.filter(**like):
        times = when.get((row.role, row.person_id), [])
        turn = Turn(row.person_id, len(times), max(times, default=None), row.since)
        found.setdefault(row.role, []).append(turn)
    return found


def the_role(meeting: Meeting, said) -> MeetingRole:
    """The row that a form names. Raises Http404."""
    rows = meeting.roles.select_related("person")
    return its(rows, role=said.get("role", ""), person__ref=said.get("person", ""))
