"""Putting something to the group, answering, and closing on the day that was said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from sidebyside.agreements import rules
from sidebyside.agreements.models import Proposal
from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Helping, Person
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import places
from sidebyside.projects.models import BY_THEIR_JOB, Membership, Project
from sidebyside.recipes import load

JUST_SENT = timedelta(minutes=1)  # what was on its way when a question closed still counts
VOTE = asks.add_kind(
    asks.Kind("agreements.proposal", "inside", 5, "ask_proposal_title", ("proposal", ("slug", "proposal")))
)


def who_is_asked(project: Project) -> tuple[list[Person], list[Person]]:
    """Everybody in the project now who takes no break: those whose word counts, and the others. Fixed when it opens."""
    here = [place for place in places(project) if place.asked]
    counted = {place.membership.person_id: place.membership.person for place in here if place.counted}
    others = {place.membership.person_id: place.membership.person for place in here}
    return list(counted.values()), [person for pk, person in others.items() if pk not in counted]


@dataclass(frozen=True)
class Hands:
    """Whose hand leaves an answer out of a label (decision 6).

    by_job: people who are or were here by their job. helpers: people whom one of those wrote down as somebody's helper.
    """

    by_job: frozenset[int]
    helpers: frozenset[int]


def left_out(project: Project) -> Hands:
    rows = Membership.objects.filter(project=project, joins_as__in=BY_THEIR_JOB, joined_at__isnull=False)
    by_job = frozenset(rows.values_list("person_id", flat=True))
    written_down = Helping.objects.filter(recorded_by__in=by_job, member__memberships__project=project)
    return Hands(by_job, frozenset(written_down.values_list("helper_id", flat=True)))


def own_word(answer: Answer, person_id: int, hands: Hands) -> bool:
    """Is this a member's own word, free of the hands of people here by their job? (decision 6)"""
    if person_id in hands.by_job or answer.card_made_by_id in hands.by_job:
        return False
    return answer.entered_by_id == person_id or answer.entered_by_id not in hands.by_job | hands.helpers


@transaction.atomic
def propose(
    *,
    project: Project,
    kind: str,
    subject: str,
    words: str,
    method: str,
    by: Acting,
    now: datetime,
    days: int = rules.OPEN_DAYS,
) -> Proposal:
    """Put something to the group for some days (at least 7, so that letters reach people). Raises Refused."""
    project = hold(project)
    refuse_unless(_can_propose(project, kind=kind, subject=subject, words=words, method=method))
    counted, others = who_is_asked(project)
    proposal = Proposal.objects.create(
        project=project,
        kind=kind,
        subject=subject,
        words=words.strip(),
        method=method,
        proposed_by=by.person,
        opened_at=now,
        closes_at=now + timedelta(days=max(days, 7)),
        counted=[p.ref for p in counted],
        others=[p.ref for p in others],
    )
    _ask(proposal, counted + others, now)
    values = {"kind": kind, "subject": subject, "method": method, "counted": len(counted)}
    history.note(project.room, by, "proposal-opened", proposal.ref, now=now, words=words.strip(), values=values)
    happened("proposal-opened", project=project, now=now)
    return proposal


def _can_propose(project: Project, *, kind: str, subject: str, words: str, method: str) -> Verdict:
    pack = load(project.pack, project.pack_version)
    return rules.can_propose(
        kind=kind,
        subject=subject,
        words=words,
        method=method,
        running=project.state == "running",
        rungs=[rung.id for rung in pack.rungs],
        ingredients=[ingredient.id for ingredient in pack.ingredients],
        always_needed=[ingredient.id for ingredient in pack.ingredients if ingredient.always_needed],
        agreed=project.proposals.standing().values_list("ref", flat=True),
        same_open=project.proposals.open().filter(kind=kind, subject=subject).exists(),
    )


def _ask(proposal: Proposal, people: list[Person], now: datetime) -> None:
    project = proposal.project
    asks.ask_all(
        VOTE,
        question=f"agreements.proposal:{proposal.ref}",
        people=people,
        room=project.room,
        now=now,
        closes_at=proposal.closes_at,
        values={"slug": project.slug, "proposal": proposal.ref, "project": project.name},
    )


@transaction.atomic
def vote(
    *, proposal: Proposal, said: str, why: str, by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """Say yes, no or stand aside. It can be changed until the day it closes."""
    if said not in rules.ANSWERS:
        raise Refused(no("choose_an_answer"))
    ask = by.person.asks.filter(question=f"agreements.proposal:{proposal.ref}").first()
    if ask is None:
        raise Refused(no("not_asked_this"))
    return asks.answer(
        ask=ask,
        said={"said": said, "why": why.strip()},
        by=by,
        now=now,
        said_at=said_at,
    )


def close_due(*, now: datetime) -> int:
    """Close every proposal whose moment has passed, a minute late, so that what was just sent in is in. Returns how many."""
    due = Proposal.objects.open().filter(closes_at__lte=now - JUST_SENT).order_by("closes_at", "id")
    return each(due[:50], lambda proposal: close(proposal=proposal, now=now))


@transaction.atomic
def close(*, proposal: Proposal, now: datetime) -> bool:
    """Close a proposal: work out what was agreed, publish how many said what, tell upwards. Once only."""
    hold(proposal.project)
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("project").get(pk=proposal.pk)
    if proposal.closed_at or proposal.closes_at > now:
        return False
    said, own, reasons = _what_was_said(proposal)
    how = {"kind": proposal.kind, "method": proposal.method, "counted": proposal.counted, "others": proposal.others}
    result, without = rules.outcome(**how, said=said), rules.outcome(**how, said=own)
    agreed = result.agreed and without.agreed
    proposal.closed_at, proposal.outcome = now, "agreed" if agreed else "not_agreed"
    proposal.why, proposal.tally, proposal.reasons = (
        (result if agreed or not result.agreed else without).why,
        result.tally,
        reasons,
    )
    proposal.save(update_fields=["closed_at", "outcome", "why", "tally", "reasons"])
    if agreed:
        _replace_the_one_before(proposal, now)
        _take_back(proposal, now)
    history.note(
        proposal.project.room,
        None,
        "proposal-closed",
        proposal.ref,
        now=now,
        values={"outcome": proposal.outcome, "why": proposal.why, "tally": proposal.tally},
    )
    happened("proposal-closed", project=proposal.project, now=now, proposal=proposal, by_members=True)
    return True


def _what_was_said(proposal: Proposal) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """What counts for each person; the same without what officers entered; and the reasons given, in no order of people."""
    hands = left_out(proposal.project)
    said: dict[str, str] = {}
    own: dict[str, str] = {}
    reasons: list[str] = []
    rows = (
        asks.Ask.objects.filter(question=f"agreements.proposal:{proposal.ref}")
        .select_related("person")
        .prefetch_related("answers")
    )
    for ask in rows:
        free = [a for a in ask.answers.all() if own_word(a, ask.person_id, hands)]
        counts, counts_free = asks.counting(ask), asks.counting(ask, free)
        words: Any = counts.said if counts else {}
        words_free: Any = counts_free.said if counts_free else {}
        if words:
            said[ask.person.ref] = words["said"]
            reasons += [words["why"]] if words.get("why") else []
        if words_free:
            own[ask.person.ref] = words_free["said"]
    return said, own, sorted(reasons)


def _replace_the_one_before(proposal: Proposal, now: datetime) -> None:
    """A newer agreement about the same thing takes the place of the older; several decisions can stand together."""
    if proposal.kind in ("claim", "not_needed", "own_name", "way_of_deciding", "delivery_and_review"):
        older = proposal.project.proposals.standing().filter(kind=proposal.kind)
        if proposal.kind == "not_needed":
            older = older.filter(subject=proposal.subject)
        older.exclude(pk=proposal.pk).update(ended_at=now)


def _take_back(proposal: Proposal, now: datetime) -> None:
    """The group takes back what it agreed before, by the same rule that it agreed by."""
    if proposal.kind == "take_back":
        proposal.project.proposals.standing().filter(ref=proposal.subject).update(ended_at=now)


def close_what_is_open(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """When a project pauses or stops, what was being asked is closed without an agreement."""
    for proposal in project.proposals.open():
        proposal.closed_at, proposal.outcome, proposal.why = now, "not_agreed", "project_stopped_first"
        proposal.save(update_fields=["closed_at", "outcome", "why"])
        asks.withdraw(f"agreements.proposal:{proposal.ref}", now=now)
