"""Putting something to the group, and answering. Closing it is in closing.py; whose hand counts, in hands.py."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from sidebyside.agreements import rules
from sidebyside.agreements.closing import JUST_SENT as JUST_SENT
from sidebyside.agreements.closing import close as close
from sidebyside.agreements.closing import close_due as close_due
from sidebyside.agreements.closing import close_what_is_open as close_what_is_open
from sidebyside.agreements.hands import left_out as left_out
from sidebyside.agreements.hands import own_word as own_word
from sidebyside.agreements.models import OWN_ALONE, Proposal
from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Person
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import places
from sidebyside.projects.models import BY_THEIR_JOB, Group, GroupMember, Project
from sidebyside.recipes import load

ADDRESSED = ("slug", "proposal")
VOTE = asks.add_kind(asks.Kind("agreements.proposal", "inside", 5, "ask_proposal_title", ("proposal", ADDRESSED)))
OWN_VOTE = asks.add_kind(
    asks.Kind("agreements.own_proposal", "sealed", 5, "ask_own_proposal_title", ("own-proposal", ADDRESSED))
)


def who_is_asked(project: Project) -> tuple[list[Person], list[Person]]:
    """Everybody in the project now who takes no break: those whose word counts, and the others. Fixed when it opens."""
    here = [place for place in places(project) if place.asked]
    counted = {place.membership.person_id: place.membership.person for place in here if place.counted}
    others = {place.membership.person_id: place.membership.person for place in here}
    return list(counted.values()), [person for pk, person in others.items() if pk not in counted]


def who_is_asked_of_their_own(group: Group, project: Project) -> tuple[list[Person], list[Person]]:
    """Everybody in a group of its own who takes no break, each word the same; never whoever was here by their job."""
    everybody = places(project)
    by_job = {p.membership.person_id for p in everybody if p.membership.joins_as in BY_THEIR_JOB}
    theirs = set(GroupMember.objects.filter(group=group, until=None).values_list("person_id", flat=True)) - by_job
    here = [place.membership for place in everybody if place.asked]
    return list({m.person_id: m.person for m in here if m.person_id in theirs}.values()), []


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
    group: Group | None = None,
    parts: dict[str, Any] | None = None,
    review_on: date | None = None,
) -> Proposal:
    """Put something to the group for some days (at least 7, so that letters reach people). Raises Refused.

    group: a group of its own, which alone is asked and reads it. parts: more words of this kind, see rules.PARTS.
    """
    project, parts = hold(project), _said(parts or {})
    counted, others = who_is_asked_of_their_own(group, project) if group else who_is_asked(project)
    if group and by.person not in counted:
        raise Refused(no("not_in_this_group"))
    refuse_unless(_can_propose(project, group, kind=kind, subject=subject, words=words, method=method))
    refuse_unless(rules.can_say(kind, parts) and rules.can_look_again(review_on, today=localdate(now)))
    proposal = Proposal.objects.create(
        project=project,
        group=group,
        kind=kind,
        subject=subject,
        words=words.strip(),
        parts=parts,
        review_on=review_on,
        method=method,
        proposed_by=by.person,
        opened_at=now,
        closes_at=now + timedelta(days=max(days, 7)),
        counted=[p.ref for p in counted],
        others=[p.ref for p in others],
    )
    _ask(proposal, counted + others, now)
    _note(proposal, by, now)
    if not group:
        happened("proposal-opened", project=project, now=now)
    return proposal


def _said(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts that say something, without space around them."""
    trimmed = {name: said.strip() if isinstance(said, str) else said for name, said in parts.items()}
    return {name: said for name, said in trimmed.items() if said not in ("", None)}


def _can_propose(project: Project, group: Group | None, *, kind: str, subject: str, words: str, method: str) -> Verdict:
    pack, there = load(project.pack, project.pack_version), project.proposals.of(group)
    if group and kind not in rules.OWN_KINDS | {*OWN_ALONE}:
        return no("not_for_a_group_of_its_own")
    if not group and kind in OWN_ALONE:
        return no("only_for_a_group_of_its_own")
    return rules.can_propose(
        kind=kind,
        subject=subject,
        words=words,
        method=method,
        running=project.state == "running",
        rungs=[rung.id for rung in pack.rungs],
        ingredients=[ingredient.id for ingredient in pack.ingredients],
        always_needed=[ingredient.id for ingredient in pack.ingredients if ingredient.always_needed],
        agreed=there.standing().values_list("ref", flat=True),
        same_open=there.open().filter(kind=kind, subject=subject).exists(),
        how=how_it_decides(project, group),
    )


def way_of_deciding(project: Project, group: Group | None = None) -> dict[str, str]:
    """how: majority, consensus or both, as the group agreed; both_means. Empty while it has not said which. One query."""
    standing = project.proposals.of(group).standing().filter(kind="way_of_deciding")
    return standing.order_by("-closed_at", "-id").values_list("parts", flat=True).first() or {}


def how_it_decides(project: Project, group: Group | None = None) -> str:
    """majority, consensus or both; empty while the group has not said which. One query."""
    return way_of_deciding(project, group).get("how", "")


def _ask(proposal: Proposal, people: list[Person], now: datetime) -> None:
    project = proposal.project
    asks.ask_all(
        OWN_VOTE if proposal.group_id else VOTE,
        question=proposal.question,
        people=people,
        room=proposal.room,
        now=now,
        closes_at=proposal.closes_at,
        values={"slug": project.slug, "proposal": proposal.ref, "project": project.name},
    )


def _note(proposal: Proposal, by: Acting, now: datetime) -> None:
    values = {"kind": proposal.kind, "method": proposal.method, "counted": len(proposal.counted)}
    if proposal.kind in rules.SUBJECT_IS_A_CODE:
        values["subject"] = proposal.subject
    history.note(proposal.room, by, "proposal-opened", proposal.ref, now=now, words=proposal.words, values=values)


@transaction.atomic
def vote(
    *, proposal: Proposal, said: str, why: str, by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """Say yes, no or stand aside. It can be changed until the day it closes."""
    if said not in rules.ANSWERS:
        raise Refused(no("choose_an_answer"))
    ask = by.person.asks.filter(question=proposal.question).first()
    if ask is None:
        raise Refused(no("not_asked_this"))
    return asks.answer(
        ask=ask,
        said={"said": said, "why": why.strip()},
        by=by,
        now=now,
        said_at=said_at,
    )
