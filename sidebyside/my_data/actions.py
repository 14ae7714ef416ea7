"""Being forgotten: at once by her own hand, or on a day when somebody else wrote it down; and stopping that in time."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.days import day
from sidebyside.kit.holdings import all_forgetters, what_comes_first
from sidebyside.kit.models import SealedRead
from sidebyside.kit.tidying import empty_the_log
from sidebyside.kit.verdict import Refused, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.my_data import rules
from sidebyside.my_data.models import Forgetting
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.people.roles import runs_a_project_of
from sidebyside.projects.models import Project


def waiting_for(person: Person) -> Forgetting | None:
    """The day that she is forgotten, if somebody has written it down."""
    return Forgetting.objects.waiting().filter(person=person).first()


@transaction.atomic
def forget_me(*, by: Acting, now: datetime) -> bool:
    """I am forgotten, at once. True when it is done; False when it waits, because a card was used, which has other hands.

    Raises Refused when something has to be done first.
    """
    if by.card_made_by:
        Person.objects.select_for_update().get(pk=by.person.pk)
        _refuse_if_something_comes_first(by.person)
        if not waiting_for(by.person):
            _write_down(by.person, by, now)
        return False
    erase(person=by.person, by=by, now=now)
    return True


@transaction.atomic
def write_down(*, person: Person, by: Acting, now: datetime) -> Forgetting:
    """The desk writes down that she asked to be forgotten. She is told by her own door, and has two weeks to stop it.

    Raises Refused.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    refuse_unless(
        rules.can_write_down(
            same_person=by.person == person,
            runs_a_project_of_hers=runs_a_project_of(by.person, person),
            waiting=waiting_for(person) is not None,
        )
    )
    _refuse_if_something_comes_first(person)
    return _write_down(person, by, now)


def _write_down(person: Person, by: Acting, now: datetime) -> Forgetting:
    due_at = now + rules.TIME_TO_STOP
    written = Forgetting.objects.create(person=person, recorded_by=by.person, asked_at=now, due_at=due_at)
    history.note(history.HUB, by, "forgetting-asked", person.ref, now=now)
    tell(person, "forgetting_is_coming", {"day": day(due_at)}, now=now)
    return written


def _refuse_if_something_comes_first(person: Person) -> None:
    for verdict in what_comes_first(person):
        raise Refused(verdict)


@transaction.atomic
def stop(*, person: Person, by: Acting, now: datetime) -> None:
    """She stays. She says so herself, or the desk writes down that she did. Twice is once."""
    waiting = Forgetting.objects.waiting().filter(person=person)
    if waiting.update(stopped_at=now):
        history.note(history.HUB, by, "forgetting-stopped", person.ref, now=now)
        tell(person, "forgetting_was_stopped", now=now)


def forget_those_whose_day_came(*, now: datetime) -> int:
    """Whoever was not stopped in two weeks is forgotten. One for whom something comes first waits. Returns how many."""
    due = Forgetting.objects.waiting().filter(due_at__lte=now)
    return each(due.select_related("person", "recorded_by").order_by("due_at", "id")[:50], lambda row: _do(row, now))


def _do(row: Forgetting, now: datetime) -> bool:
    if list(what_comes_first(row.person)):
        return False
    erase(person=row.person, by=Acting(row.recorded_by, door="in-person"), now=now)
    return True


@transaction.atomic
def erase(*, person: Person, by: Acting | None, now: datetime) -> None:
    """Everything about her goes, in every part, and her row becomes an empty one. The group's decisions stay.

    by: she herself, whoever wrote it down for her, or nobody (the worker, by the times that things are kept). Twice is
    once. Raises Refused when something comes first. Projects are held before her, and the hub's own room comes last.
    """
    list(Project.objects.select_for_update().filter(memberships__person=person).order_by("id").values("pk"))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return
    _refuse_if_something_comes_first(person)
    for forget in all_forgetters():
        forget(person=person, by=by or Acting(person), now=now)
    history.forget_words(person.ref)
    SealedRead.objects.filter(owner_ref=person.ref).delete()
    Forgetting.objects.waiting().filter(person=person).update(done_at=now)
    history.note(history.HUB, by, "person-forgotten", person.ref, now=now)
    transaction.on_commit(empty_the_log)
