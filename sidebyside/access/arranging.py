"""From needs to adjustments: who does what for whom, by when; and what became of it."""

from datetime import date, datetime

from django.db import transaction

from sidebyside.access import facts, rules
from sidebyside.access.models import Adjustment
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project


def reads_by_name(project: Project, reader: Person, person: Person) -> bool:
    """Has she let this reader, by name, read what she needs in this project?"""
    return bool(facts.shared_with(project, reader).get(person.pk, set()) - {rules.GROUP})


@transaction.atomic
def arrange(
    *,
    project: Project,
    person: Person,
    what: str,
    owner: str,
    due_on: date | None,
    cost_pence: int | None,
    by: Acting,
    now: datetime,
    question: str = "",
) -> Adjustment:
    """Write down something to arrange for her. owner: ref of who does it. The same twice is once. Raises Refused."""
    project = hold(project)
    if not reads_by_name(project, by.person, person):
        raise Refused(no("she_does_not_share_with_you"))
    who = _owner(project, owner, person, due_on, now, new=True)
    for there in project.adjustments.standing().filter(person=person, owner=who, due_on=due_on):
        if (there.what, there.question) == (what.strip(), question):
            return there
    made = Adjustment.objects.create(
        project=project,
        person=person,
        question=question,
        what=what.strip(),
        owner=who,
        due_on=due_on,
        cost_pence=cost_pence,
        made_by=by.person,
        made_at=now,
        changed_at=now,
    )
    history.note(project.room, by, "need-arranged", made.ref, now=now)
    if who != by.person:
        tell(who, "told_to_arrange", {"project": project.name}, now=now)
    return made


def _owner(project: Project, ref: str, person: Person, due_on: date | None, now: datetime, *, new: bool) -> Person:
    who = Person.objects.filter(ref=ref).first()
    verdict = rules.can_arrange(
        owner_reads=who is not None and reads_by_name(project, who, person),
        due_on=due_on,
        today=now.astimezone(LONDON).date(),
        new=new,
    )
    if not verdict or who is None:
        raise Refused(verdict if not verdict else no("owner_may_not_read_it"))
    return who


@transaction.atomic
def change(
    *,
    adjustment: Adjustment,
    state: str,
    why_not: str,
    owner: str,
    due_on: date | None,
    cost_pence: int | None,
    by: Acting,
    now: datetime,
) -> Adjustment:
    """It is booked, or cannot be done, or somebody else does it by another day. She is told what became of it."""
    project = hold(adjustment.project)
    adjustment = (
        Adjustment.objects.select_for_update(of=("self",)).select_related("person", "owner").get(pk=adjustment.pk)
    )
    if adjustment.ended_at or not reads_by_name(project, by.person, adjustment.person):
        raise Refused(no("she_does_not_share_with_you"))
    refuse_unless(rules.can_become(state=state, why_not=why_not))
    new = {
        "state": state,
        "why_not": why_not.strip() if state == rules.NOT_POSSIBLE else "",
        "owner": _owner(project, owner, adjustment.person, due_on, now, new=False),
        "due_on": due_on,
        "cost_pence": cost_pence,
    }
    told = state != adjustment.state and state != rules.TO_DO
    if any(getattr(adjustment, name) != value for name, value in new.items()):
        for name, value in new.items():
            setattr(adjustment, name, value)
        adjustment.changed_at = now
        adjustment.save(update_fields=[*new, "changed_at"])
        history.note(project.room, by, "need-arrangement-changed", adjustment.ref, now=now, values={"state": state})
    if told:
        tell(adjustment.person, f"told_{state}", {"project": project.name}, now=now)
    return adjustment


@transaction.atomic
def end(*, adjustment: Adjustment, by: Acting, now: datetime) -> None:
    """She does not need it any more. Only she says so."""
    if adjustment.person_id != by.person.pk:
        raise Refused(no("only_she_ends_it"))
    hold(adjustment.project)
    if Adjustment.objects.standing().filter(pk=adjustment.pk).update(ended_at=now, changed_at=now):
        history.note(adjustment.project.room, None, "need-arrangement-ended", adjustment.ref, now=now)
