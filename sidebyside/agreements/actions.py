"""Putting something to the group, answering, and closing on the day that was said."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from sidebyside.agreements import rules
from sidebyside.agreements.models import Proposal
from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Person
from sidebyside.projects.facts import places
from sidebyside.projects.joining import rooms_run_by
from sidebyside.projects.models import BY_THEIR_JOB, Membership, Project
from sidebyside.recipes import load

VOTE = asks.add_kind(
    asks.Kind("agreements.proposal", "inside", 5, "ask_proposal_title", ("proposal", ("slug", "proposal")))
)


def who_is_asked(project: Project) -> tuple[list[Person], list[Person]]:
    """Everybody in the project now: those whose word counts, and the others. Fixed when a question opens."""
    here = [place for place in places(project) if place.membership.joined_at and not place.membership.left_at]
    counted = {place.membership.person_id: place.membership.person for place in here if place.counted}
    others = {place.membership.person_id: place.membership.person for place in here}
    return list(counted.values()), [person for pk, person in others.items() if pk not in counted]


def left_out(project: Project) -> set[int]:
    """People who are or were here by their job: an answer they entered, or on a card they made, can be left out."""
    rows = Membership.objects.filter(project=project, joins_as__in=BY_THEIR_JOB, joined_at__isnull=False)
    return set(rows.values_list("person_id", flat=True))


def own_word(answer: Answer, person_id: int, by_job: set[int]) -> bool:
    """Is this answer free of officers' hands? (decision 6)"""
    entered = answer.entered_by_id != person_id and answer.entered_by_id in by_job
    return not entered and answer.card_made_by_id not in by_job


def hold(project: Project) -> Project:
    """The project, held until this transaction ends. Every action that writes in a project holds it before anything else:

    two people doing the same at one instant then follow each other, and never wait for each other in a ring.
    """
    return Project.objects.select_for_update().get(pk=project.pk)


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
        projects_run=rooms_run_by(by.helper),
    )


@transaction.atomic
def close_due(*, now: datetime) -> int:
    """Close every proposal whose day has come. Returns how many."""
    due = list(Proposal.objects.open().filter(closes_at__lte=now).order_by("closes_at", "id")[:50])
    return sum(close(proposal=proposal, now=now) for proposal in due)


@transaction.atomic
def close(*, proposal: Proposal, now: datetime) -> bool:
    """Close a proposal: work out what was agreed, publish how many said what, tell upwards. Once only."""
    hold(proposal.project)
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("project").get(pk=proposal.pk)
    if proposal.closed_at or proposal.closes_at > now:
        return False
    said, own, reasons = _what_was_said(proposal)
    result = rules.outcome(method=proposal.method, counted=proposal.counted, others=proposal.others, said=said)
    without = rules.outcome(method=proposal.method, counted=proposal.counted, others=proposal.others, said=own)
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
    by_job = left_out(proposal.project)
    said: dict[str, str] = {}
    own: dict[str, str] = {}
    reasons: list[str] = []
    rows = (
        asks.Ask.objects.filter(question=f"agreements.proposal:{proposal.ref}")
        .select_related("person")
        .prefetch_related("answers")
    )
    for ask in rows:
        free = [a for a in ask.answers.all() if own_word(a, ask.person_id, by_job)]
        counts, counts_free = asks.counting(ask), asks.rules.the_answer_that_counts(free, person_id=ask.person_id)
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


def close_what_is_open(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """When a project pauses or stops, what was being asked is closed without an agreement."""
    for proposal in project.proposals.open():
        proposal.closed_at, proposal.outcome, proposal.why = now, "not_agreed", "project_stopped_first"
        proposal.save(update_fields=["closed_at", "outcome", "why"])
        asks.withdraw(f"agreements.proposal:{proposal.ref}", now=now)
