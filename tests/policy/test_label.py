"""What lifts a label, what lowers it, and what it says in between."""

import json
from datetime import timedelta

import pytest

from sidebyside.access.actions import say_all_is_said
from sidebyside.agreements import actions as agreements
from sidebyside.agreements.biographies import write
from sidebyside.agreements.models import Proposal
from sidebyside.kit.verdict import Refused
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Person
from sidebyside.people.sheets import take
from sidebyside.projects import joining
from sidebyside.projects.models import Project
from sidebyside.recipes import load
from sidebyside.sessions import coming
from sidebyside.sessions.actions import plan
from sidebyside.sessions.facts import AFTER
from sidebyside.standing import actions, reading
from sidebyside.standing.models import StandingRecord
from tests.cast import moment
from tests.policy.projects import PACK, begin_project, ingredients, member

pytestmark = pytest.mark.django_db
START = moment("2024-01-08 10:00")


class World:
    """A project with six members, and time that can pass."""

    def __init__(self):
        self.now = START
        self.project, self.officer = begin_project(self.now)
        self.members = [member(self.project, self.officer, f"Member {n}", self.now) for n in range(6)]

    def passes(self, **gap):
        self.now += timedelta(**gap)
        work_once(now=self.now)
        self.project.refresh_from_db()

    def everybody_says(self, *words):
        """Open a round if none is open, answer it (each member one word for everything), and let it close."""
        actions.open_round(project=self.project, why="asked", by=None, now=self.now)
        round_ = self.project.rounds.get(closed_at=None)
        for person, word in zip(self.members, words, strict=False):
            actions.answer_round(
                round=round_, said=dict.fromkeys(ingredients(), word), by=Acting(person=person), now=self.now
            )
        self.passes(days=22)

    def agree(self, kind, subject="", words="We do it so."):
        proposal = agreements.propose(
            project=self.project,
            kind=kind,
            subject=subject,
            words=words,
            method="majority",
            by=self.officer,
            now=self.now,
        )
        for person in self.members:
            agreements.vote(proposal=proposal, said="yes", why="", by=Acting(person=person), now=self.now)
        self.passes(days=15)

    def state_everything(self):
        for method in load(*PACK).methods:
            statement = actions.say_what_shows(
                project=self.project, method=method.id, words="We did.", by=self.officer, now=self.now
            )
            actions.agree_with_statement(statement=statement, by=Acting(person=self.members[0]), now=self.now)

    def say_what_they_need(self):
        for person in self.members:
            say_all_is_said(what="gone_through", by=Acting(person=person), now=self.now)

    def meet_and_say_how_it_was(self):
        """A meeting that everybody came to, whose sheet is closed; and everybody says who they are."""
        when = {"starts_at": self.now + timedelta(days=1), "ends_at": self.now + timedelta(days=1, hours=2)}
        meeting = plan(project=self.project, title="We meet", place="The hall", **when, by=self.officer, now=self.now)
        self.passes(days=2)
        came = dict.fromkeys(self.members, "in-person")
        coming.write_who_came(meeting=meeting, came=came, by=self.officer, now=self.now)
        said = {"all": "yes", "felt": "good", "values": "yes", "pace": "right", "place": "yes"}
        for person in self.members:
            take(person.asks.get(kind=AFTER, closes_at__gt=self.now), said, by=Acting(person=person), now=self.now)
        for by in (self.officer, *(Acting(person=person) for person in self.members)):
            write(project=self.project, parts={"why": "To be heard."}, seen_by="everybody", by=by, now=self.now)
        self.passes(days=22)

    def shown(self):
        return reading.newest(self.project).shown or None

    def full(self):
        for kind in ("way_of_deciding", "strategic_decision", "delivery_and_review", "shapes_the_design", "values"):
            self.agree(kind)
        self.meet_and_say_how_it_was()
        self.state_everything()
        self.say_what_they_need()
        self.everybody_says(*["yes"] * 6)
        return self


@pytest.fixture
def world():
    return World()


def test_a_project_that_has_only_told_people_what_is_fixed_informs(world):
    assert world.shown() == "informing"


def test_members_lift_it_to_co_production_and_no_tick_of_an_officer_is_needed(world):
    assert world.full().shown() == "co-production"


def test_all_facts_green_with_unhappy_members_is_not_co_production(world):
    world.full()
    world.passes(weeks=5)
    world.state_everything()
    world.everybody_says(*["no"] * 6)

    assert world.shown() == "informing"


def test_not_enough_people_is_never_yes(world):
    world.everybody_says("yes", "yes", "yes", "yes")

    assert {words["group"] for words in world.project.rounds.get().published.values()} == {"not_enough"}
    assert world.shown() == "informing"


def test_nothing_is_recorded_for_a_single_answer(world):
    actions.open_round(project=world.project, why="asked", by=None, now=world.now)
    before = StandingRecord.objects.count()
    actions.answer_round(
        round=world.project.rounds.get(), said={"time": "no"}, by=Acting(person=world.members[0]), now=world.now
    )

    assert StandingRecord.objects.count() == before


def test_a_change_of_recipe_never_lifts_the_label(world, tmp_path, monkeypatch):
    from sidebyside.projects.following import change_pack
    from tests.policy.packs import easier_pack

    monkeypatch.setenv("SIDEBYSIDE_PACKS", str(easier_pack(tmp_path)))
    change_pack(project=world.project, pack=PACK[0], version="9.0.0", by=world.officer, now=world.now)

    assert world.shown() == "informing"
    world.everybody_says(*["partly"] * 6)
    assert world.shown() == "co-design"  # the members have now been asked since the change


def test_an_answer_on_a_card_that_an_officer_made_cannot_make_the_number(world):
    actions.open_round(project=world.project, why="asked", by=None, now=world.now)
    round_ = world.project.rounds.get()
    for n, person in enumerate(world.members):
        card = world.officer.person if n > 3 else None
        actions.answer_round(
            round=round_,
            said=dict.fromkeys(ingredients(), "yes"),
            by=Acting(person=person, card_made_by=card),
            now=world.now,
        )
    world.passes(days=22)

    assert world.project.rounds.get().published["time"]["group"] == "not_enough"


def test_a_facilitator_cannot_answer_for_a_member(world):
    actions.open_round(project=world.project, why="asked", by=None, now=world.now)
    by = Acting(person=world.members[0], helper=world.officer.person, door="phone")

    with pytest.raises(Refused, match="helping_has_ended"):
        actions.answer_round(round=world.project.rounds.get(), said={"time": "yes"}, by=by, now=world.now)
    assert not Answer.objects.filter(ask__kind="standing.round").exists()


def test_the_claim_is_planned_until_the_members_adopt_it(world):
    assert reading.newest(world.project).claim_state == "planned"

    world.agree("claim", "co-production")
    assert (reading.newest(world.project).claim_state, reading.newest(world.project).claimed) == (
        "agreed",
        "co-production",
    )


def test_access_money_and_power_are_always_needed(world):
    for ingredient in ("access", "money", "power"):
        with pytest.raises(Refused, match="always_needed"):
            agreements.propose(
                project=world.project,
                kind="not_needed",
                subject=ingredient,
                words="No.",
                method="consent",
                by=world.officer,
                now=world.now,
            )
    assert not Proposal.objects.exists()


def test_a_statement_lapses_after_twelve_weeks_and_the_worker_records_it(world):
    world.full()
    last = reading.newest(world.project).number
    world.passes(weeks=13)

    assert world.shown() != "co-production"
    later = StandingRecord.objects.filter(project_ref=world.project.ref, number__gt=last)
    assert set(later.values_list("why", flat=True)) <= {"something-ran-out", "round-opened", "round-closed"}


def test_as_of_is_what_could_be_shown_then(world):
    world.full()
    world.everybody_says(*["no"] * 6)

    assert reading.as_of(world.project, START.date()).shown == "informing"


def test_an_open_disagreement_moves_no_rung_but_stops_the_statement_it_is_about(world):
    world.full()
    actions.disagree(
        project=world.project, about="label", words="Not for me.", by=Acting(person=world.members[1]), now=world.now
    )
    assert world.shown() == "co-production"

    statement = world.project.statements.first()
    actions.disagree(
        project=world.project,
        about=f"statement:{statement.ref}",
        words="We did not.",
        by=Acting(person=world.members[1]),
        now=world.now,
    )
    assert world.shown() != "co-production"


def test_the_record_keeps_which_recipe_and_product_it_came_from(world):
    detail = json.loads(reading.newest(Project.objects.get()).detail)

    assert (detail["pack"], detail["version"], len(detail["checksum"])) == (*PACK, 64)


def test_saying_that_an_organisation_is_led_by_its_own_lifts_nothing_until_people_are_asked(world):
    """The desk's word changes who is counted: a project that counted nobody may not rise by it alone."""
    from sidebyside.people.actions import say_who_leads
    from sidebyside.people.models import Organisation

    project, officer = begin_project(START, "Carers first")
    carers = Organisation.objects.create(name="Carers first of all")
    place = joining.invite(
        project=project,
        person=Person.objects.create(name="Una", made_at=START),
        joins_as="organisation",
        organisation=carers,
        by=officer,
        now=START,
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(place.person), now=START)
    say_who_leads(organisation=carers, led=True, by=world.officer, now=START)

    assert reading.newest(project).why == "who-leads-said"
    assert reading.newest(project).shown == ""
