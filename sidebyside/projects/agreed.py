"""What follows for the project itself from what its group agreed."""

from datetime import datetime
from typing import Any

from sidebyside.projects.actions import change_state
from sidebyside.projects.models import Project

USUAL_MINUTES = 20  # a month, until the group agrees otherwise (decision 12)


def take_up_what_was_agreed(*, event: str, project: Project, now: datetime, proposal: Any, **_: object) -> None:
    """What the group agreed about the project takes effect, or ends: its kind, its name, its minutes, its stop."""
    if proposal.outcome != "agreed":
        return
    if proposal.kind == "take_back":
        _end(project, project.proposals.get(ref=proposal.subject).kind)
    elif proposal.kind == "claim":
        _set(project, claimed_rung=proposal.subject)
    elif proposal.kind == "own_name":
        _set(project, own_name=proposal.words[:120])
    elif proposal.kind == "ask_budget":
        _set(project, minutes_a_month=proposal.parts["minutes"])
    elif proposal.kind == "pause_work" and project.state == "running":
        paused = change_state(project=project, wanted="paused", words="", by=None, now=now, told="told_group_stopped")
        project.state = paused.state


def _end(project: Project, taken_back: str) -> None:
    ends: dict[str, dict[str, Any]] = {
        "claim": {"claimed_rung": ""},
        "own_name": {"own_name": ""},
        "ask_budget": {"minutes_a_month": USUAL_MINUTES},
    }
    if taken_back in ends:
        _set(project, **ends[taken_back])


def _set(project: Project, **values: Any) -> None:
    for name, value in values.items():
        setattr(project, name, value)
    project.save(update_fields=[*values])
