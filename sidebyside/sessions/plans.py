"""A meeting is planned: when, where, how, from which template; and whoever it concerns is told."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Group, Project
from sidebyside.recipes import load
from sidebyside.recipes.shape import Template
from sidebyside.sessions import planning_rules, rules
from sidebyside.sessions.models import WAYS, AgendaItem, Meeting, WhenPoll
from sidebyside.sessions.room import show_the_room


def template_of(project: Project, name: str) -> Template | None:
    """The template of this name in the project's recipe. Empty: none. Raises Refused for one that is not there."""
    if not name:
        return None
    found = next((one for one in load(project.pack, project.pack_version).templates if one.id == name), None)
    if found is None:
        raise Refused(no("choose_an_answer"))
    return found


def whom(meeting: Meeting, *, on_a_break: bool = False) -> list[Person]:
    """Whom it concerns: everybody who is here and takes no break, or those of the group it is of.

    on_a_break: those who take one as well, when something that they may have planned for does not happen.
    """
    places = meeting.project.memberships.joined() if on_a_break else meeting.project.memberships.asked()
    people = list(dict.fromkeys(place.person for place in places.select_related("person").order_by("id")))
    if meeting.group is None:
        return people
    inside = set(meeting.group.people.filter(until=None).values_list("person_id", flat=True))
    return [person for person in people if person.pk in inside]


def tell_all(meeting: Meeting, code: str, *, by: Acting, now: datetime, on_a_break: bool = False) -> None:
    """Tell those whom it concerns, but never whoever did it."""
    for person in whom(meeting, on_a_break=on_a_break):
        if person.pk != by.person.pk:
            tell(person, *told(meeting, code), now=now)


def told(meeting: Meeting, code: str) -> tuple[str, dict]:
    """The code and values of a message. Of a group's own meeting nothing is said, not even whose.

    `meeting` is not said: by it we find what went by post.
    """
    if meeting.group_id:
        return "told_own_meeting", {"meeting": meeting.ref}
    return code, {"project": meeting.project.name, "meeting": meeting.ref}


@transaction.atomic
def plan_from(
    *,
    project: Project,
    group: Group | None = None,
    template: str,
    title: str,
    place: str,
    way: str,
    join_how: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Acting,
    now: datetime,
    poll: str = "",
) -> Meeting:
    """A meeting is planned, with the agenda of this template ("" for none). The same again at the same time is the same one.

    poll: the ref of the one in which people said when they could. Raises Refused.
    """
    project = hold(project)
    running = project.state == "running"
    words = {"title": title.strip(), "place": place.strip(), "way": way, "join_how": join_how.strip()}
    when = {"starts_at": starts_at, "ends_at": ends_at}
    refuse_unless(rules.can_plan(title=title, **when, now=now, running=running))
    refuse_unless(planning_rules.can_meet_there(way=way, place=place, ways=WAYS))
    chosen = template_of(project, template)
    there = project.meetings.filter(group=group, title=words["title"], starts_at=starts_at, off_at=None).first()
    if there:
        return there
    whose = {"project": project, "group": group, "planned_by": by.person, "planned_at": now}
    meeting = Meeting.objects.create(**whose, **words, **when, template=template)
    if chosen:
        _agenda_from(chosen, meeting)
    WhenPoll.objects.filter(project=project, group=group, ref=poll, meeting=None).update(meeting=meeting)
    history.note(meeting.room, by, "meeting-planned", meeting.ref, now=now)
    tell_all(meeting, "told_meeting_planned", by=by, now=now)
    return meeting


def _agenda_from(template: Template, meeting: Meeting) -> None:
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            order=number,
            kind=item.kind,
            title=item.title,
            words=item.text("words"),
            minutes=item.minutes,
        )
        for number, item in enumerate(template.items)
    )


def hold_to_change(meeting: Meeting, now: datetime) -> Project:
    """Its project, held. Raises Refused when the plan of this meeting can no longer be changed."""
    project = hold(meeting.project)
    row = Meeting.objects.get(pk=meeting.pk)
    over = row.over_at is not None or (row.began_at is None and row.ends_at <= now)
    refuse_unless(
        planning_rules.can_change_plan(
            off=row.off_at is not None,
            over=over,
            agreed=row.notes_agreed_at is not None,
            running=project.state == "running",
        )
    )
    return project


@transaction.atomic
def say_what_it_is_like(
    *,
    meeting: Meeting,
    title: str,
    way: str,
    join_how: str,
    layout: str,
    venue: Mapping[str, str],
    papers_days: int,
    by: Acting,
    now: datetime,
) -> None:
    """How we meet, how to join, how the room is laid out, and what is known of the place. Twice is once. Raises Refused."""
    hold_to_change(meeting, now)
    refuse_unless(planning_rules.can_meet_there(way=way, place=meeting.place, ways=WAYS))
    if not title.strip():
        raise Refused(no("meeting_needs_a_name"))
    known = planning_rules.known_of_place(venue)
    words = {"title": title.strip(), "way": way, "join_how": join_how.strip(), "layout": layout.strip()}
    wanted = words | {"venue": known, "papers_days": papers_days}
    row = Meeting.objects.get(pk=meeting.pk)
    if all(getattr(row, name) == value for name, value in wanted.items()):
        return
    Meeting.objects.filter(pk=meeting.pk).update(**wanted)
    history.note(meeting.room, by, "meeting-place-said", meeting.ref, now=now)
    show_the_room(meeting)
