"""What somebody is in the hub as a whole, and what a sign-in card never carries."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db.models import Q

from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.who_can import BY_THEIR_JOB, Role

OFFICE = BY_THEIR_JOB | {Role.DESK}

# `projects` adds a check here: does this person run, by her job, a project that the other is in? (decision 10)
RUNS_A_PROJECT_OF: list[Callable[[Person, Person], bool]] = []


# And here: does she run, by her job, the project of this room now?
RUNS_ROOM: list[Callable[[Person, str], bool]] = []
# And here, for a list: who are all those in a project that this person runs by her job?
THOSE_IN_HER_PROJECTS: list[Callable[[Person], Iterable[int]]] = []


def those_in_her_projects(worker: Person) -> set[int]:
    """person ids. The same people as `runs_a_project_of`, in one query."""
    return {pk for found in THOSE_IN_HER_PROJECTS for pk in found(worker)}


def runs_a_project_of(worker: Person, member: Person) -> bool:
    return any(check(worker, member) for check in RUNS_A_PROJECT_OF)


def runs_room(worker: Person, room: str) -> bool:
    return any(check(worker, room) for check in RUNS_ROOM)


def without_office(roles: Iterable[Role]) -> set[Role]:
    """These roles without the ones that come with a job: what is left when somebody signs in by card (decision 11)."""
    return set(roles) - OFFICE


def in_hub(by: Acting, *, now: datetime) -> set[Role]:
    """Everybody signed in has a place in the hub. Its desk is a role of its own, never carried by a card."""
    return {Role.SIGNED_IN, Role.DESK} if keeps_the_desk(by, now=now) else {Role.SIGNED_IN}


def keeps_the_desk(by: Acting, *, now: datetime) -> bool:
    if by.card_made_by:
        return False
    still = Q(until=None) | Q(until__gt=now)
    return by.person.hub_roles.filter(still, role=Role.DESK.value, since__lte=now).exists()
