"""What this part holds about a person, as she reads it herself; and how it is forgotten."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sidebyside.agreements import holdings_group as holdings_group
from sidebyside.agreements import holdings_said as holdings_said
from sidebyside.agreements.actions import OWN_VOTE, VOTE
from sidebyside.agreements.models import Proposal
from sidebyside.agreements.pages import parts_in_words
from sidebyside.kit.holdings import PARTLY, forgets, holds
from sidebyside.kit.words import say
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person

NAMED_BY_HER = [
    "shapes_the_design",
    "strategic_decision",
    "ground_rule",
    "bring",
]  # kinds whose subject is in her own words


def my_proposals(person: Person) -> Iterator[dict]:
    rows = Proposal.objects.filter(proposed_by=person).select_related("project").order_by("-opened_at", "-id")
    for row in rows:
        yield {
            "data_project": row.project.name,
            "data_what": say(f"kind_{row.kind}"),
            "data_words": row.words,
            "data_more_words": [part["words"] for part in parts_in_words(row)],
            "data_when": row.opened_at,
            "data_outcome": say(f"outcome_{row.outcome}") if row.outcome else None,
        }


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """What the group agreed stays: it is theirs. So does what they are answering now, until its day."""
    _empty(Proposal.objects.filter(proposed_by=person, outcome="not_agreed"))
    _take_out_her_reasons(person)


def _empty(proposals) -> None:
    proposals.filter(kind__in=NAMED_BY_HER).update(subject="")
    proposals.update(words="", parts={})


def _take_out_her_reasons(person: Person) -> None:
    """Reasons are published without names when a question closes. Hers is one of them, and goes."""
    for ask in person.asks.filter(kind__in=[VOTE.name, OWN_VOTE.name]).prefetch_related("answers"):
        counts: Any = asks.counting(ask)
        why = counts.said.get("why") if counts and counts.said else ""
        proposal = Proposal.objects.filter(ref=ask.question.partition(":")[2]).first() if why else None
        if proposal and why in proposal.reasons:
            proposal.reasons.remove(why)
            proposal.save(update_fields=["reasons"])


def empty_if_forgotten(*, event: str, proposal: Proposal, **_: object) -> None:
    """What somebody put to the group who was forgotten before it closed: without an agreement, her words go too."""
    if proposal.proposed_by.erased_at and proposal.outcome == "not_agreed":
        _empty(Proposal.objects.filter(pk=proposal.pk))


holds(
    "agreements.proposals",
    title="held_proposals",
    why="held_proposals_why",
    rows=my_proposals,
    forgotten=PARTLY,
    stays_because="held_proposals_stay",
)
