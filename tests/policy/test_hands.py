"""No hand of somebody here by her job lifts a label, however and whenever it got there (decision 6)."""

from datetime import timedelta

import pytest

from sidebyside.agreements import actions as agreements
from sidebyside.agreements import closing
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Helping, Person
from sidebyside.projects import joining
from sidebyside.projects.facts import places
from sidebyside.projects.models import Membership
from sidebyside.recipes import load
from sidebyside.standing import actions, reading
from tests.policy.projects import PACK, begin_project, ingredients
from tests.policy.test_label import START, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


def becomes_an_officer(world, person):
    """She leaves as a member and comes back by her job."""
    place = Membership.objects.get(project=world.project, person=person, left_at=None)
    joining.leave(membership=place, by=Acting(person), now=world.now)
    new = joining.invite(
        project=world.project, person=person, joins_as="officer", paid_by_job=True, by=world.officer, now=world.now
    )
    joining.answer_invitation(membership=new, yes=True, by=Acting(person), now=world.now)


def test_what_a_member_said_no_longer_counts_once_she_is_here_by_her_job(world):
    actions.open_round(project=world.project, why="asked", by=None, now=world.now)
    for person in world.members[:5]:
        by = Acting(person)
        actions.answer_round(
            round=world.project.rounds.get(), said=dict.fromkeys(ingredients(), "yes"), by=by, now=world.now
        )
    becomes_an_officer(world, world.members[0])
    world.passes(days=22)

    assert {words["group"] for words in world.project.rounds.get().published.values()} == {"not_enough"}


def test_a_statement_stops_counting_once_whoever_agreed_is_here_by_her_job(world):
    world.state_everything()
    assert len(reading.statements_in_force(world.project, world.now)) == len(load(*PACK).methods)

    becomes_an_officer(world, world.members[0])
    assert reading.statements_in_force(world.project, world.now) == {}


def test_a_yes_on_a_card_that_an_officer_made_makes_nobody_counted():
    project, officer = begin_project(START)
    for n in range(5):
        person = Person.objects.create(name=f"Guest {n}", made_at=START)
        place = joining.invite(
            project=project, person=person, joins_as="lived_expertise", offer="£12", by=officer, now=START
        )
        joining.answer_invitation(membership=place, yes=True, by=Acting(person, card_made_by=officer.person), now=START)

    assert not any(place.counted for place in places(project))
    assert reading.newest(project).shown == ""


def test_a_helper_whom_an_officer_wrote_down_before_she_came_lifts_nothing(world):
    friend, desk = (Person.objects.create(name=name, made_at=START) for name in ("Friend", "Desk"))
    for person in world.members:
        Helping.objects.create(
            member=person,
            helper=friend,
            kinds=["standing.round"],
            until_on=START.date() + timedelta(days=300),
            recorded_by=desk,
            recorded_at=START,
            confirmed_at=START,
        )
    actions.open_round(project=world.project, why="asked", by=None, now=world.now)
    for person in world.members:
        by = Acting(person, helper=friend, door="helper")
        actions.answer_round(
            round=world.project.rounds.get(), said=dict.fromkeys(ingredients(), "yes"), by=by, now=world.now
        )
    place = joining.invite(
        project=world.project, person=desk, joins_as="officer", paid_by_job=True, by=world.officer, now=world.now
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(desk), now=world.now)
    world.passes(days=22)

    assert {words["group"] for words in world.project.rounds.get().published.values()} == {"not_enough"}


def test_one_early_member_agrees_nothing_for_all_who_come_after():
    project, officer = begin_project(START)
    friend = Person.objects.create(name="Friend", made_at=START)
    place = joining.invite(
        project=project, person=friend, joins_as="lived_expertise", offer="£12", by=officer, now=START
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(friend), now=START)
    for kind in ("way_of_deciding", "strategic_decision", "delivery_and_review"):
        proposal = agreements.propose(
            project=project, kind=kind, subject="", words="So.", method="majority", by=officer, now=START
        )
        agreements.vote(proposal=proposal, said="yes", why="", by=Acting(friend), now=START)
    work_once(now=START + timedelta(days=15))

    assert {(p.outcome, p.why) for p in project.proposals.all()} == {("not_agreed", "not_enough_answered")}


def test_an_officer_cannot_silence_a_round_by_pausing(world):
    world.everybody_says(*["partly"] * 6)
    world.passes(days=22)
    actions.ask_for_round(project=world.project, by=Acting(world.members[0]), now=world.now)
    from sidebyside.projects.actions import change_state

    for wanted in ("paused", "running"):
        change_state(project=world.project, wanted=wanted, words="A rest.", by=world.officer, now=world.now)
    round_ = world.project.rounds.get(closed_at=None)
    assert len(round_.counted) == 6


def test_a_project_that_is_broken_stops_no_other(world, monkeypatch):
    other, officer = begin_project(START, "The other one")
    for project in (world.project, other):
        agreements.propose(
            project=project, kind="own_name", subject="", words="Ours", method="majority", by=officer, now=START
        )
    close = closing.close

    def breaks(*, proposal, now):
        if proposal.project_id == world.project.pk:
            raise ValueError("its recipe is gone")
        return close(proposal=proposal, now=now)

    monkeypatch.setattr(closing, "close", breaks)
    work_once(now=START + timedelta(days=15))

    assert [p.closed_at is None for p in (world.project.proposals.get(), other.proposals.get())] == [True, False]
