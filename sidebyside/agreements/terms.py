"""Words that somebody does not know: pointed at by anybody, looked after by one person, until the group agrees a meaning.

Bristol policy, Introduction: the group kept a list of definitions. Who pointed at a word is kept nowhere: no name, no
moment, nothing in the history.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from sidebyside.agreements import rules
from sidebyside.agreements.actions import propose
from sidebyside.agreements.models import Proposal, Term
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.models import FACILITATOR, OFFICER, Group, GroupMember, Project

MOST_TIMES = 9999


@transaction.atomic
def point_at(*, project: Project, term: str, seen_in: str, now: datetime, group: Group | None = None) -> Term:
    """Somebody does not know this word. The same word again counts once more, and is there once. Raises Refused."""
    refuse_unless(rules.can_point_at(term))
    project, word = hold(project), " ".join(term.split())
    there = Term.objects.filter(project=project, group=group, key=rules.key_of(word)).first()
    if there:
        Term.objects.filter(pk=there.pk, times__lt=MOST_TIMES).update(times=F("times") + 1)
        Term.objects.filter(pk=there.pk).update(closed_at=None)
        return there
    return Term.objects.create(
        project=project,
        group=group,
        term=word,
        key=rules.key_of(word),
        seen_in=" ".join(seen_in.split())[:200],
        flagged_on=localdate(now),
        owner=None if group else _at_first(project),
    )


def _at_first(project: Project) -> Person | None:
    """Until somebody else takes it, the facilitator looks after a word; without one, an officer."""
    here = project.memberships.joined().filter(joins_as__in=[FACILITATOR, OFFICER]).select_related("person")
    found = sorted(here, key=lambda place: (place.joins_as != FACILITATOR, place.joined_at, place.pk))
    return found[0].person if found else None


@transaction.atomic
def look_after(*, term: Term, by: Acting, now: datetime) -> None:
    """Somebody looks after this word from now on, until it has a meaning. Twice is once. Raises Refused."""
    hold(term.project)
    _only_in_its_group(term, by)
    changed = Term.objects.filter(pk=term.pk).exclude(owner=by.person).update(owner=by.person)
    if changed:
        history.note(_room(term), by, "word-looked-after", term.ref, now=now)


@transaction.atomic
def let_go(*, term: Term, by: Acting, now: datetime) -> None:
    """Whoever looks after a word says that nobody needs it any more. Pointed at again, it is back. Raises Refused."""
    hold(term.project)
    held = Term.objects.select_for_update().get(pk=term.pk)
    if held.owner_id != by.person.pk:
        raise Refused(no("word_is_somebody_elses"))
    if Term.objects.filter(pk=term.pk, closed_at=None).update(closed_at=now):
        history.note(_room(term), by, "word-let-go", term.ref, now=now)


@transaction.atomic
def propose_meaning(
    *,
    term: Term,
    words: str,
    parts: dict,
    method: str,
    by: Acting,
    now: datetime,
    days: int = rules.OPEN_DAYS,
    review_on: date | None = None,
    subject: str = "",
) -> Proposal:
    """Put to the group what this word means, with the same in Easy Read. Who writes it looks after it. Raises Refused."""
    look_after(term=term, by=by, now=now)
    return propose(
        project=term.project,
        kind="definition",
        subject=term.term,
        words=words,
        parts=parts,
        method=method,
        by=by,
        now=now,
        days=days,
        review_on=review_on,
        group=term.group,
    )


def _only_in_its_group(term: Term, by: Acting) -> None:
    if term.group and not GroupMember.objects.filter(group=term.group, person=by.person, until=None).exists():
        raise Refused(no("not_in_this_group"))


def _room(term: Term) -> str:
    return f"group:{term.group.ref}" if term.group else term.project.room
