"""Coming to a meeting: everybody is asked on one sheet; who came is written down; who missed it may be left alone."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Person
from sidebyside.projects import own_group
from sidebyside.projects.actions import hold
from sidebyside.projects.models import GroupMember, Project
from sidebyside.sessions import agenda
from sidebyside.sessions import coming_rules as rules
from sidebyside.sessions.models import Attendance, LeaveAlone, Meeting
from sidebyside.sessions.models_coming import CAME
from sidebyside.sessions.parking import park

BEFORE = asks.add_kind(
    asks.Kind("meetings.before", "inside", 5, "ask_before_title", ("meeting-before", ("slug", "meeting")))
)
OWN_BEFORE = "meetings.own_before"  # the same, for a meeting of a group's own


def kind_of(meeting: Meeting) -> asks.Kind:
    return asks.KINDS[OWN_BEFORE] if meeting.group_id else BEFORE


def question_of(meeting: Meeting) -> str:
    return f"{kind_of(meeting).name}:{meeting.ref}"


def whose(meeting: Meeting) -> QuerySet[Person]:
    """Whose meeting it is now: everybody in the project, or in its group, who takes no break."""
    here = meeting.project.memberships.asked()
    if meeting.group:
        here = here.filter(person__in=own_group.people_in(meeting.group))
    return Person.objects.filter(pk__in=here.values("person")).order_by("name", "id")


@transaction.atomic
def ask_before(*, meeting: Meeting, by: Acting | None, now: datetime) -> list[Ask]:
    """Ask everybody whose meeting it is whether she comes, on the one sheet to prepare.

    Again: only who was not asked yet. by: nobody, when its day has come. Raises Refused.
    """
    project = hold(meeting.project)
    row = Meeting.objects.select_related("group", "project").get(pk=meeting.pk)
    running, off = project.state == "running", row.off_at is not None
    refuse_unless(rules.can_ask_before(running=running, off=off, starts_at=row.starts_at, now=now))
    if Meeting.objects.filter(pk=row.pk, asked_before_at=None).update(asked_before_at=now):
        history.note(row.room, by, "asked-who-comes", row.ref, now=now)
    return asks.ask_all(
        kind_of(row),
        question=question_of(row),
        people=whose(row),
        room=row.room,
        now=now,
        closes_at=row.starts_at,
        values={"slug": project.slug, "meeting": row.ref, "project": project.name},
    )


def ask_before_meetings(*, now: datetime) -> int:
    """Two weeks before a meeting everybody is asked, if whoever planned it has not asked before. Returns how many."""
    soon = Meeting.objects.filter(off_at=None, asked_before_at=None, project__state="running", starts_at__gt=now)
    due = soon.filter(starts_at__lte=now + rules.ASKED_BEFORE).select_related("project", "group")
    return each(due.order_by("starts_at", "id")[:50], lambda one: bool(ask_before(meeting=one, by=None, now=now)))


def ask_who_joined(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """Somebody joined: what the others were asked of meetings to come, she is asked too."""
    if project.state == "running":
        for meeting in project.meetings.filter(off_at=None, starts_at__gt=now, asked_before_at__isnull=False):
            ask_before(meeting=meeting, by=None, now=now)


def follow_the_meeting(meeting: Meeting, *, now: datetime) -> None:
    """The sheet can be answered until the meeting starts, wherever it was moved to; never when it is called off."""
    sheet = Ask.objects.filter(question=question_of(meeting), withdrawn_at=None)
    sheet.update(**({"withdrawn_at": now} if meeting.off_at else {"closes_at": meeting.starts_at}))


@transaction.atomic
def answer_before(
    *, ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """Does she come, how, and what else she says beforehand. It can be changed until it starts. Raises Refused."""
    meeting = Meeting.objects.select_related("project", "group").get(ref=ask.values["meeting"])
    project = hold(meeting.project)
    if said.get("coming") not in rules.ways(meeting.way):
        raise Refused(no("choose_an_answer"))
    before: Any = asks.counting(ask)
    answer = asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)
    new, earlier = said.get("agenda", ""), before.said.get("agenda", "") if before else ""
    if new not in ("", earlier) and asks.counting(ask) == answer and project.state == "running":
        _bring_up(meeting, new, earlier, by, now)
    return answer


def _bring_up(meeting: Meeting, new: str, earlier: str, by: Acting, now: datetime) -> None:
    """What she wants to talk about goes on the agenda in her name; into the car park, when it is too late for that.

    When she says it anew, her earlier words on the agenda are changed.
    """
    title, words = rules.title_and_words(new)
    hers = agenda.standing(meeting)
    was = rules.title_and_words(earlier)
    item = next((row for row in hers if row.added_by == by.person and (row.title, row.words) == was), None)
    said: dict[str, Any] = {"title": title, "words": words, "by": by, "now": now}
    try:
        with transaction.atomic():
            if item and item.started_at is None:
                agenda.change_item(item=item, minutes=item.minutes, **said)
            else:
                agenda.add_to_agenda(meeting=meeting, minutes=rules.AGENDA_MINUTES, **said)
    except Refused:
        park(meeting=meeting, words=new, by=by, now=now)


def answers(meeting: Meeting) -> dict[int, dict]:
    """person -> what she said on the sheet to prepare, the answer that counts. One query."""
    rows = Answer.objects.filter(ask__question=question_of(meeting), ask__withdrawn_at=None)
    counts: list[Any] = asks.that_count(rows.select_related("ask"))
    return {row.ask.person_id: row.said for row in counts if "coming" in row.said}


def views_sent(meeting: Meeting) -> list[dict[str, str]]:
    """What people sent to be read out, with the name of those who said yes to that; no order says who."""
    sent = {pk: said for pk, said in answers(meeting).items() if said.get("think")}
    names = dict(
        Person.objects.filter(pk__in=[pk for pk in sent if sent[pk].get("name") == "yes"]).values_list("pk", "name")
    )
    return sorted(({"words": said["think"], "who": names.get(pk, "")} for pk, said in sent.items()), key=str)


def how(meeting: Meeting) -> dict[int, str]:
    """person -> how she took part in it: as was written down, or else as she had said. Two queries."""
    written = dict(meeting.attendance.values_list("person_id", "came"))
    return rules.came({pk: said["coming"] for pk, said in answers(meeting).items()}, written)


def missed(meeting: Meeting) -> set[int]:
    """Who was not there, and had not sent what she thinks: person ids."""
    return rules.missed(how(meeting))


def left_alone(project: Project) -> set[int]:
    """Who does not want to be asked when she missed a meeting of this project: person ids."""
    return set(LeaveAlone.objects.filter(project=project).values_list("person_id", flat=True))


def to_be_asked_after(meeting: Meeting, people: Collection[Person]) -> list[Person]:
    """Of these, whom to ask after a meeting: not her who wants to be left alone, unless we know that she was part of it."""
    alone, known = left_alone(meeting.project), how(meeting)
    return [one for one in people if one.pk not in alone or known.get(one.pk, rules.NO) != rules.NO]


@transaction.atomic
def leave_alone(*, project: Project, leave: bool, by: Acting, now: datetime) -> None:
    """She wants to be asked when she missed a meeting here, or to be left alone. Twice is once. Only she says so."""
    hold(project)
    if not leave:
        LeaveAlone.objects.filter(project=project, person=by.person).delete()
    elif project.memberships.joined().filter(person=by.person).exists():
        LeaveAlone.objects.get_or_create(project=project, person=by.person, defaults={"since": now})
    else:
        raise Refused(no("not_in_this_project"))


def who_can_have_come(meeting: Meeting) -> QuerySet[Person]:
    """Who was in the project, or in the group whose own it is, when the meeting started; and who was written down."""
    at = meeting.starts_at
    places = meeting.project.memberships.filter(joined_at__lte=at).filter(Q(left_at=None) | Q(left_at__gt=at))
    if meeting.group_id:
        rows = GroupMember.objects.filter(group=meeting.group, since__lte=at)
        places = places.filter(person__in=rows.filter(Q(until=None) | Q(until__gt=at)).values("person"))
    hers = Q(pk__in=places.values("person")) | Q(pk__in=meeting.attendance.values("person"))
    return Person.objects.filter(hers).order_by("name", "id")


@transaction.atomic
def write_who_came(*, meeting: Meeting, came: Mapping[Person, str], by: Acting, now: datetime) -> None:
    """Write down how each of these took part. It can be corrected until the notes are agreed. Raises Refused."""
    hold(meeting.project)
    row = Meeting.objects.select_related("group", "project").get(pk=meeting.pk)
    off, agreed = row.off_at is not None, row.notes_agreed_at is not None
    refuse_unless(rules.can_write_who_came(off=off, agreed=agreed, starts_at=row.starts_at, now=now))
    if set(came.values()) - set(CAME):
        raise Refused(no("choose_an_answer"))
    here = set(who_can_have_come(row).values_list("pk", flat=True))
    if {person.pk for person in came} - here:
        raise Refused(no("not_in_this_project"))
    before = dict(row.attendance.values_list("person_id", "came"))
    new = {person: how for person, how in came.items() if before.get(person.pk) != how}
    Attendance.objects.bulk_create(
        [Attendance(meeting=row, person=p, came=w, written_by=by.person, written_at=now) for p, w in new.items()],
        update_conflicts=True,
        unique_fields=["meeting", "person"],
        update_fields=["came", "written_by", "written_at"],
    )
    if new:
        history.note(row.room, by, "who-came-written", row.ref, now=now)
        happened("who-came-written", project=row.project, meeting=row, now=now)
