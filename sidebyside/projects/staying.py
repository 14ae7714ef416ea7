"""Taking a break, coming back and leaving: each as easy as joining, by every door. Nobody is asked why."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.projects import rules
from sidebyside.projects.actions import hold
from sidebyside.projects.joining import STAY, leave, place_ask
from sidebyside.projects.models import Break, Group, Membership

BREAK, LEAVE = "break", "leave"


def breaks_now() -> QuerySet[Break]:
    return Break.objects.filter(ended_at=None)


@transaction.atomic
def say_of_my_place(
    *,
    membership: Membership,
    said: str,
    by: Acting,
    now: datetime,
    until_on: date | None = None,
    said_at: datetime | None = None,
) -> None:
    """Stay, take a break or leave, by any door, in her own name. The newest that she said counts. Raises Refused."""
    if said not in (STAY, BREAK, LEAVE):
        raise Refused(no("choose_an_answer"))
    hold(membership.project)
    membership = _mine(membership)
    ask = place_ask(membership, min(said_at or now, now))
    asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)
    counts = asks.counting(ask)
    if counts is None or counts.said != said:
        return
    if said == LEAVE:
        leave(membership=membership, by=by, now=now)
    elif said == BREAK:
        _take_break(membership, until_on, now)
    else:
        _come_back(membership, now)


def _come_back(membership: Membership, now: datetime) -> None:
    """From her own break she comes back with one tap. After the end that she said yes to, it takes her yes to more time."""
    if breaks_now().filter(membership=membership, why="end_came").exists():
        raise Refused(no("say_if_you_go_on_first"))
    breaks_now().filter(membership=membership).update(ended_at=now)


def _mine(membership: Membership) -> Membership:
    held = Membership.objects.select_for_update(of=("self",)).select_related("project", "person")
    found = held.get(pk=membership.pk)
    if found.left_at or not found.joined_at:
        raise Refused(no("not_in_this_project"))
    return found


def _take_break(membership: Membership, until_on: date | None, now: datetime) -> None:
    """Nobody else is told but the facilitator. A second yes to the same break only changes its day."""
    refuse_unless(rules.can_take_break(until_on=until_on, today=now.astimezone(LONDON).date()))
    Break.objects.update_or_create(
        membership=membership,
        ended_at=None,
        defaults={"until_on": until_on, "why": "herself", "reminded_at": None},
        create_defaults={"until_on": until_on, "from_at": now},
    )


def left_alone(rooms: Collection[str]) -> set[tuple[str, int]]:
    """Of these rooms, of projects and of their groups, (room, person id) of whoever joined and has left or takes a break.

    All, while it does not run.
    """
    of = {room: room.removeprefix("project:") for room in rooms}
    groups = [room.removeprefix("group:") for room in rooms if room.startswith("group:")]
    if groups:
        rows_of_groups = Group.objects.filter(ref__in=groups, project__isnull=False)
        of |= {f"group:{ref}": project for ref, project in rows_of_groups.values_list("ref", "project__ref")}
    rows = Membership.objects.filter(project__ref__in=of.values(), joined_at__isnull=False)
    here, asked = [
        set(found.values_list("project__ref", "person_id"))
        for found in (rows, rows.filter(pk__in=Membership.objects.asked(), project__state="running"))
    ]
    return {(room, person) for room, ref in of.items() for project, person in here - asked if project == ref}


def remind_of_breaks(*, now: datetime) -> int:
    """Whoever said until about when is told once, when that day has come, that she can come back. Returns how many."""
    over = breaks_now().filter(until_on__lte=now.astimezone(LONDON).date(), reminded_at=None, why="herself")
    found = 0
    for row in over.select_related("membership__person", "membership__project").order_by("id")[:200]:
        if Break.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=now):
            values = {"project": row.membership.project.name}
            tell(row.membership.person, "told_break_is_over", values, now=now)
            found += 1
    return found
