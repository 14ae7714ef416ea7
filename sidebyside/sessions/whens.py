"""Asking when to meet: some times are offered, each says which suit her, and whoever plans sees whom each leaves out."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Person
from sidebyside.projects import own_group
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Group, Project
from sidebyside.sessions import when_rules as rules
from sidebyside.sessions.models import WhenOption, WhenPoll

ADDRESS = ("when-answer", ("slug", "poll"))
WHEN = asks.add_kind(asks.Kind("meetings.when", "inside", 3, "ask_when_title", ADDRESS))
OWN_WHEN = asks.add_kind(asks.Kind("meetings.own_when", "sealed", 3, "ask_own_when_title", ADDRESS))


def kind_of(poll: WhenPoll) -> asks.Kind:
    return OWN_WHEN if poll.group_id else WHEN


def question_of(poll: WhenPoll) -> str:
    return f"{kind_of(poll).name}:{poll.ref}"


def room_of(poll: WhenPoll) -> str:
    return poll.group.room if poll.group else poll.project.room


def open_to(project: Project, by: Acting) -> QuerySet[WhenPoll]:
    """Those of everybody, and those of the group of their own that this very person is in."""
    rows = WhenPoll.objects.filter(project=project)
    rows = rows.filter(Q(group=None) | Q(group__isnull=False, group=own_group.own_group(project, by)))
    return rows.select_related("project", "group", "meeting")


def whose(project: Project, group: Group | None) -> QuerySet[Person]:
    """Who is asked: everybody here, or in this group, who takes no break."""
    here = project.memberships.asked()
    if group:
        here = here.filter(person__in=own_group.people_in(group))
    return Person.objects.filter(pk__in=here.values("person")).order_by("name", "id")


@transaction.atomic
def ask_when(
    *,
    project: Project,
    title: str,
    times: rules.Times,
    closes_at: datetime,
    by: Acting,
    now: datetime,
    group: Group | None = None,
) -> WhenPoll:
    """Everybody is asked which of two to six times suit her. The same question still open is the same one. Raises Refused."""
    project = hold(project)
    running = project.state == "running"
    refuse_unless(rules.can_ask_when(title=title, times=times, closes_at=closes_at, now=now, running=running))
    there = _there(project, group, title, set(times), by)
    if there:
        return there
    poll = WhenPoll.objects.create(
        project=project, group=group, title=title.strip(), made_by=by.person, made_at=now, closes_at=closes_at
    )
    WhenOption.objects.bulk_create(
        WhenOption(poll=poll, starts_at=starts, ends_at=ends) for starts, ends in sorted(set(times))
    )
    history.note(room_of(poll), by, "asked-when", poll.ref, now=now)
    asks.ask_all(
        kind_of(poll),
        question=question_of(poll),
        people=whose(project, group),
        room=room_of(poll),
        now=now,
        closes_at=closes_at,
        values={"slug": project.slug, "poll": poll.ref, "project": project.name},
    )
    return poll


def _there(project: Project, group: Group | None, title: str, times: set, by: Acting) -> WhenPoll | None:
    rows = WhenPoll.objects.filter(project=project, group=group, title=title.strip(), made_by=by.person, closed_at=None)
    same = [poll for poll in rows.prefetch_related("options") if _times(poll) == times]
    return same[0] if same else None


def _times(poll: WhenPoll) -> set:
    return {(option.starts_at, option.ends_at) for option in poll.options.all()}


@transaction.atomic
def answer_when(
    *, ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """Which of the times suit her. It can be changed until it closes. Raises Refused."""
    poll = WhenPoll.objects.select_related("project", "group").get(ref=ask.values["poll"])
    hold(poll.project)
    options = set(poll.options.values_list("ref", flat=True))
    if set(said) != options or set(said.values()) - set(rules.SAID):
        raise Refused(no("say_it_for_each_time"))
    return asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)


def answers(poll: WhenPoll) -> dict[int, dict[str, str]]:
    """person -> what she said to each time, the answer that counts. One query."""
    rows = Answer.objects.filter(ask__question=question_of(poll), ask__person__erased_at=None)
    counts: list[Any] = asks.that_count(rows.select_related("ask"))
    return {row.ask.person_id: row.said for row in counts if row.said}


@transaction.atomic
def close_when(*, poll: WhenPoll, by: Acting | None, now: datetime) -> None:
    """Nobody is asked any more. Twice is once. What was said in time still counts, however late it is keyed in."""
    hold(poll.project)
    if WhenPoll.objects.filter(pk=poll.pk, closed_at=None).update(closed_at=now):
        Ask.objects.filter(question=question_of(poll), closes_at__gt=now).update(closes_at=now)
        history.note(room_of(poll), by, "when-closed", poll.ref, now=now)


def close_whens(*, now: datetime) -> None:
    """Those whose day has come close."""
    due = WhenPoll.objects.filter(closed_at=None, closes_at__lte=now).select_related("project", "group")
    each(due.order_by("closes_at", "id")[:50], lambda poll: close_when(poll=poll, by=None, now=now))
