"""Whatever officers do, a label never rises above what members said (decision 6).

A state machine plays everything an officer, a command or the clock can do, against members who answer no or say nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from sidebyside.agreements import actions as agreements
from sidebyside.kit.verdict import Refused
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Account, Organisation, Person
from sidebyside.projects import actions as projects
from sidebyside.projects import following, joining
from sidebyside.projects.models import Membership, Project
from sidebyside.recipes import load
from sidebyside.standing import actions as standing
from sidebyside.standing import reading
from sidebyside.standing.models import Statement
from sidebyside.standing.rules import level
from tests.cast import moment
from tests.policy.packs import easier_pack
from tests.policy.projects import PACK, begin_project, ingredients, member

KINDS = [
    "claim",
    "not_needed",
    "way_of_deciding",
    "shapes_the_design",
    "strategic_decision",
    "delivery_and_review",
    "own_name",
]


@dataclass(frozen=True)
class Begun:
    """What each play begins with. It is begun once: only what is played in it is taken back."""

    now: datetime
    project: int
    officer: Acting
    members: list[Person]


class CheatingOfficer(RuleBasedStateMachine):
    """One officer, six members who may say no, and time that passes."""

    begun: Begun

    @initialize()
    def start(self):
        self.now, self.officer, self.members = self.begun.now, self.begun.officer, self.begun.members
        self.project = Project.objects.get(pk=self.begun.project)
        self.pack = load(self.project.pack, self.project.pack_version)
        self.start_level = self.shown()

    def shown(self) -> int:
        record = reading.newest(Project.objects.get(pk=self.project.pk))
        return level(self.pack, record.shown or None)

    def tries(self, action, **kwargs):
        """The officer tries; a refusal is as good as a try."""
        self.project.refresh_from_db()
        try:
            return action(by=self.officer, now=self.now, **kwargs)
        except Refused:
            return None

    @rule(days=st.sampled_from([1, 8, 22, 40, 90]))
    def time_passes_and_the_worker_runs(self, days):
        self.now += timedelta(days=days)
        work_once(now=self.now)

    @rule(which=st.integers(0, 30))
    def says_what_shows_a_method_and_agrees_himself(self, which):
        method = self.pack.methods[which % len(self.pack.methods)].id
        statement = self.tries(standing.say_what_shows, project=self.project, method=method, words="We did it.")
        if statement:
            self.tries(standing.agree_with_statement, statement=statement)

    @rule(
        kind=st.sampled_from(KINDS),
        subject=st.sampled_from(["", "co-production", "co-design", *ingredients()]),
        method=st.sampled_from(["majority", "consent"]),
    )
    def proposes_and_votes_yes(self, kind, subject, method):
        proposal = self.tries(
            agreements.propose, project=self.project, kind=kind, subject=subject, words="Yes.", method=method, days=1
        )
        if proposal:
            self.tries(agreements.vote, proposal=proposal, said="yes", why="")

    @rule()
    def answers_every_round_with_yes(self):
        for round_ in self.project.rounds.filter(closed_at=None):
            self.tries(standing.answer_round, round=round_, said=dict.fromkeys(ingredients(), "yes"))

    @rule()
    def enters_yes_in_members_names(self):
        for person in self.members:
            as_helper = Acting(person=person, helper=self.officer.person, door="phone")
            for ask in person.asks.filter(withdrawn_at=None):
                said = (
                    dict.fromkeys(ingredients(), "yes") if ask.kind == "standing.round" else {"said": "yes", "why": ""}
                )
                with pytest.raises(Refused):
                    joining.asks.answer(
                        ask=ask,
                        said=said,
                        by=as_helper,
                        now=self.now,
                    )

    @rule()
    def uses_a_card_he_made_for_a_member(self):
        """The desk refuses to make him one; had he one from before he came, its answers are left out."""
        by_card = Acting(person=self.members[0], door="web", card_made_by=self.officer.person)
        for round_ in self.project.rounds.filter(closed_at=None):
            standing.answer_round(round=round_, said=dict.fromkeys(ingredients(), "yes"), by=by_card, now=self.now)
        for statement in Statement.objects.filter(agreed_at=None):
            with pytest.raises(Refused):
                standing.agree_with_statement(statement=statement, by=by_card, now=self.now)

    @rule(word=st.sampled_from(["no", "silence"]))
    def members_say_no_or_nothing(self, word):
        for person in self.members if word == "no" else []:
            by = Acting(person=person)
            for round_ in self.project.rounds.filter(closed_at=None):
                try_(standing.answer_round, round=round_, said=dict.fromkeys(ingredients(), "no"), by=by, now=self.now)
            for proposal in self.project.proposals.open():
                try_(agreements.vote, proposal=proposal, said="no", why="", by=by, now=self.now)

    @rule()
    def invites_more_people_who_say_nothing(self):
        person = Person.objects.create(name="Newcomer", made_at=self.now)
        self.tries(joining.invite, project=self.project, person=person, joins_as="lived_expertise", offer="£12 an hour")

    @rule()
    def invites_himself_as_a_member(self):
        self.tries(joining.invite, project=self.project, person=self.officer.person, joins_as="lived_expertise")

    @rule()
    def brings_colleagues_by_their_job_who_say_yes_to_all(self):
        colleague = Person.objects.create(name="Colleague", made_at=self.now)
        Account.objects.create(person=colleague)
        if self.tries(joining.invite, project=self.project, person=colleague, joins_as="officer", paid_by_job=True):
            place = Membership.objects.get(person=colleague)
            joining.answer_invitation(membership=place, yes=True, by=Acting(person=colleague), now=self.now)
            for round_ in self.project.rounds.filter(closed_at=None):
                try_(
                    standing.answer_round,
                    round=round_,
                    said=dict.fromkeys(ingredients(), "yes"),
                    by=Acting(person=colleague),
                    now=self.now,
                )
            for statement in self.project.statements.filter(agreed_at=None):
                try_(standing.agree_with_statement, statement=statement, by=Acting(person=colleague), now=self.now)

    @rule(which=st.integers(0, 5))
    def tries_to_end_a_members_place(self, which):
        for place in Membership.objects.filter(person=self.members[which], left_at=None):
            with pytest.raises(Refused):
                joining.leave(membership=place, by=self.officer, now=self.now)

    @rule(wanted=st.sampled_from(["paused", "running"]))
    def pauses_and_takes_up_again(self, wanted):
        self.tries(projects.change_state, project=self.project, wanted=wanted, words="A rest.")

    @rule()
    def moves_the_stage(self):
        self.tries(projects.move_stage, project=self.project)

    @rule(version=st.sampled_from(["1.0.0", "9.0.0"]))
    def follows_an_easier_recipe(self, version):
        self.tries(following.change_pack, project=self.project, pack=PACK[0], version=version)

    @rule()
    def rewrites_what_the_project_says_of_itself(self):
        self.tries(projects.describe, project=self.project, fixed="Nothing at all.", about="Everything.")

    @rule()
    def starts_again_and_brings_the_organisation(self):
        new = self.tries(following.start_again, project=self.project, title="A fresh start")
        assert new is None or reading.newest(new) is None
        Organisation.objects.get_or_create(name="Our own people")

    @invariant()
    def the_label_never_rose(self):
        if hasattr(self, "project"):
            assert self.shown() <= self.start_level


def try_(action, **kwargs):
    try:
        return action(**kwargs)
    except Refused:
        return None


class EachInItsOwnWorld(CheatingOfficer):
    """Each play begins with the same hub and leaves nothing behind."""

    def __init__(self):
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)


@pytest.fixture
def begun(db):
    now = moment("2024-01-08 10:00")
    project, officer = begin_project(now)
    members = [member(project, officer, f"Member {n}", now) for n in range(6)]
    return Begun(now, project.pk, officer, members)


def test_nothing_that_officers_do_lifts_a_label_when_members_say_no_or_nothing(begun, tmp_path, monkeypatch):
    monkeypatch.setattr(EachInItsOwnWorld, "begun", begun, raising=False)
    monkeypatch.setenv("SIDEBYSIDE_PACKS", str(easier_pack(tmp_path)))
    plays = settings(
        max_examples=40,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        database=None,
    )

    run_state_machine_as_test(EachInItsOwnWorld, settings=plays)
