"""What agreements show: only what the group itself has agreed. Two queries for everything."""

from datetime import datetime

from sidebyside.agreements.models import Proposal
from sidebyside.kit.clock import LONDON
from sidebyside.kit.facts import NOT_YET, SHOWN, Fact, offers
from sidebyside.projects.models import DESIGN, Project

# Each fact stands on the group's own agreement of this kind.
BY_KIND = {
    "agreements.decides_as_equals": ("way_of_deciding", "decides_as_equals"),
    "agreements.way_of_deciding_agreed": ("way_of_deciding", "way_of_deciding_agreed"),
    "agreements.strategic_decisions_shared": ("strategic_decision", "strategic_decisions_shared"),
    "agreements.members_shaped_the_design": ("shapes_the_design", "members_shaped_the_design"),
}


@offers(*BY_KIND, "agreements.works_from_design_to_delivery")
def what_agreements_show(project: Project, now: datetime) -> dict[str, Fact]:
    standing = list(project.proposals.of_everybody().standing().order_by("closed_at", "id"))
    facts = {name: _agreed(standing, kind, code) for name, (kind, code) in BY_KIND.items()}
    facts["agreements.works_from_design_to_delivery"] = _design_to_delivery(project, standing)
    return facts


def _agreed(standing: list[Proposal], kind: str, code: str) -> Fact:
    agreed = [proposal for proposal in standing if proposal.kind == kind]
    if not agreed:
        return Fact(NOT_YET, f"{code}_not_yet")
    return Fact(SHOWN, code, {"how_many": len(agreed), "on": _day(agreed[-1])})


def _day(proposal: Proposal) -> str:
    return proposal.closed_at.astimezone(LONDON).date().isoformat() if proposal.closed_at else ""


def _design_to_delivery(project: Project, standing: list[Proposal]) -> Fact:
    """The group agreed how delivery and review are shared, and it shaped the design: not the design alone."""
    agreed = _agreed(standing, "delivery_and_review", "works_from_design_to_delivery")
    planned = {stage.kind for stage in project.stages.all()}
    if agreed.status == SHOWN and planned <= {DESIGN}:
        return Fact(NOT_YET, "only_design_is_planned")
    return agreed
