"""What the Lived Expertise Group agrees among its own: asked of them alone, and nobody else finds that it is there."""

import pytest
from django.urls import reverse

from sidebyside.agreements import actions
from sidebyside.agreements.facts import what_agreements_show
from sidebyside.agreements.models import Proposal
from sidebyside.kit import history
from sidebyside.kit.facts import NOT_YET
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.projects.models import Group, GroupMember
from tests.standing.world import helping, page, refused, votes

WORDS = {"kind": "ground_rule", "subject": "Stories", "words": "What is told here stays here.", "method": "consent"}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def group(cast, now):
    made, _new = Group.objects.get_or_create(
        project=cast.project, kind="lived_expertise", defaults={"name": "Lived Expertise Group", "made_at": now}
    )
    for person in (cast.amara, cast.walter):
        GroupMember.objects.get_or_create(group=made, person=person, until=None, defaults={"since": now})
    return made


def put(cast, group, now, **words) -> Proposal:
    return actions.propose(project=cast.project, group=group, by=Acting(cast.amara), now=now, **WORDS | words)


def of(proposal: Proposal) -> str:
    return reverse("own-proposal", args=["our-project", proposal.ref])


def test_only_the_group_is_asked_each_word_the_same(cast, group, now):
    proposal = put(cast, group, now)

    asked = Ask.objects.filter(question=proposal.question)
    assert {ask.person for ask in asked} == {cast.amara, cast.walter}
    assert {(ask.kind, ask.reveals, ask.room) for ask in asked} == {
        ("agreements.own_proposal", "sealed", f"group:{group.ref}")
    }
    assert sorted(proposal.counted) == sorted([cast.amara.ref, cast.walter.ref])


def test_nobody_else_finds_it_by_any_address(cast, group, now, as_):
    proposal = put(cast, group, now)
    elsewhere = reverse("proposal", args=["our-project", proposal.ref])
    for person in (cast.femi, cast.grace, cast.edwin, cast.nadia, cast.morag, cast.otto, cast.delia):
        assert as_(person).get(of(proposal)).status_code == 404, person
    assert as_(cast.amara).get(elsewhere).status_code == 404
    assert "What is told here" in page(as_(cast.amara), of(proposal))
    for address in ("agreements/", "history/", "", "standing/"):
        assert "What is told here" not in page(as_(cast.amara), f"/projects/our-project/{address}")
    assert not [entry for entry in history.read(cast.project.room) if entry["about"] == proposal.ref]


def test_a_helper_finds_it_when_she_was_chosen_for_it_and_answers(cast, group, now, as_):
    proposal = put(cast, group, now)
    assert helping(as_(cast.nadia), cast.helping).get(of(proposal)).status_code == 404
    cast.helping.kinds = ["agreements.own_proposal"]
    cast.helping.save()

    client = helping(as_(cast.nadia), cast.helping)
    assert "What is told here" in page(client, of(proposal))
    assert client.post(of(proposal), {"said": "yes", "why": ""}).status_code == 302


def test_two_of_two_agree_and_it_bears_on_no_label(cast, group, now, at):
    proposal = put(cast, group, now, kind="way_of_deciding", subject="")
    for person in (cast.amara, cast.walter):
        votes(proposal, person, "yes", now)
    actions.close(proposal=proposal, now=at("2024-03-26 10:00"))

    assert Proposal.objects.of(group).standing().get() == proposal
    facts = what_agreements_show(cast.project, now)
    assert facts["agreements.way_of_deciding_agreed"].status == NOT_YET
    assert actions.way_of_deciding(cast.project) == {}


def test_the_group_and_everybody_can_have_the_same_rule(cast, group, now):
    put(cast, group, now)
    everybodys = actions.propose(project=cast.project, by=Acting(cast.femi), now=now, **WORDS)

    assert everybodys.room == cast.project.room
    assert Proposal.objects.of_everybody().get() == everybodys


def test_whoever_is_not_in_it_or_is_here_by_her_job_puts_nothing_to_it(cast, group, now):
    GroupMember.objects.create(group=group, person=cast.grace, since=now)
    for person in (cast.femi, cast.grace):
        put_to_it = {"project": cast.project, "group": group, "by": Acting(person), "now": now, **WORDS}
        assert refused(actions.propose, **put_to_it) == "not_in_this_group"
    claim = {"kind": "claim", "subject": "co-production"}
    assert (
        refused(actions.propose, project=cast.project, group=group, by=Acting(cast.amara), now=now, **WORDS | claim)
        == "not_for_a_group_of_its_own"
    )
