"""Closing on the day that was said: what the group agreed, what takes the place of what, and what is told upwards."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from sidebyside.agreements import rules
from sidebyside.agreements.hands import left_out, own_word
from sidebyside.agreements.models import Proposal
from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project

JUST_SENT = timedelta(minutes=1)  # what was on its way when a question closed still counts


def close_due(*, now: datetime) -> int:
    """Close every proposal whose moment has passed, a minute late, so that what was just sent in is in. Returns how many."""
    due = Proposal.objects.open().filter(closes_at__lte=now - JUST_SENT).order_by("closes_at", "id")
    return each(due[:50], lambda proposal: close(proposal=proposal, now=now))


@transaction.atomic
def close(*, proposal: Proposal, now: datetime) -> bool:
    """Close a proposal: work out what was agreed, publish how many said what, tell upwards. Once only."""
    hold(proposal.project)
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("project", "group").get(pk=proposal.pk)
    if proposal.closed_at or proposal.closes_at > now:
        return False
    said, own, reasons = _what_was_said(proposal)
    result, without = _worked_out(proposal, said), _worked_out(proposal, own)
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
        proposal.room,
        None,
        "proposal-closed",
        proposal.ref,
        now=now,
        values={"outcome": proposal.outcome, "why": proposal.why, "tally": proposal.tally},
    )
    event = "own-proposal-closed" if proposal.group_id else "proposal-closed"
    happened(event, project=proposal.project, now=now, proposal=proposal, by_members=True)
    return True


def _worked_out(proposal: Proposal, said: dict[str, str]) -> rules.Outcome:
    return rules.outcome(
        kind=proposal.kind,
        method=proposal.method,
        counted=proposal.counted,
        others=proposal.others,
        said=said,
        own=proposal.group_id is not None,
    )


def _what_was_said(proposal: Proposal) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """What counts for each person; the same without what officers entered; and the reasons given, in no order of people."""
    hands = left_out(proposal.project)
    said: dict[str, str] = {}
    own: dict[str, str] = {}
    reasons: list[str] = []
    rows = asks.Ask.objects.filter(question=proposal.question).select_related("person").prefetch_related("answers")
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
    older = proposal.project.proposals.of(proposal.group).standing().filter(kind=proposal.kind).exclude(pk=proposal.pk)
    if proposal.kind in rules.ONE_OF_A_SUBJECT:
        older.filter(subject=proposal.subject).update(ended_at=now)
    elif proposal.kind in rules.ONE_OF_A_KIND:
        older.update(ended_at=now)


def _take_back(proposal: Proposal, now: datetime) -> None:
    """The group takes back what it agreed before, by the same rule that it agreed by."""
    if proposal.kind == "take_back":
        standing = proposal.project.proposals.of(proposal.group).standing()
        standing.filter(ref=proposal.subject).update(ended_at=now)


def close_what_is_open(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """When a project pauses or stops, what was being asked is closed without an agreement."""
    for proposal in project.proposals.open():
        proposal.closed_at, proposal.outcome, proposal.why = now, "not_agreed", "project_stopped_first"
        proposal.save(update_fields=["closed_at", "outcome", "why"])
        asks.withdraw(proposal.question, now=now)


def end_the_stop(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """When the work goes on, the agreement that it stops has ended."""
    project.proposals.of_everybody().standing().filter(kind="pause_work").update(ended_at=now)
