"""One project's life through the real actions: who joined, what they said in rounds, agreed, showed and disagreed with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.text import slugify

from sidebyside.agreements import actions as agreements
from sidebyside.agreements.models import Proposal
from sidebyside.people import actions as people
from sidebyside.people.acting import Acting
from sidebyside.people.links import account_of
from sidebyside.people.models import Organisation, Person
from sidebyside.projects import actions as projects
from sidebyside.projects import joining
from sidebyside.projects.models import Membership, Project
from sidebyside.recipes import load
from sidebyside.recipes.participation import next_question
from sidebyside.standing import actions as standing
from sidebyside.standing.models import Round

PACK, VERSION = "bristol-adult-social-care", "1.0.0"
NAMES = (
    "Alma Reed", "Basil Okoro", "Cerys Hume", "Dara Finlay", "Esme Tarrant", "Fabian Lunt", "Gwen Abara", "Hamza Pike",
    "Ines Colby", "Jonah Strand", "Kamala Frost", "Lionel Beck", "Mina Sorrel", "Noor Halden", "Orla Stent", "Piet Varga",
    "Quentin Dow", "Rukhsana Lyle", "Silas Wren", "Tamsin Ode",
)  # fmt: skip
ANSWERS = ("yes", "partly", "yes", "do_not_know", "yes", "no", "partly")
VOTES = ("yes", "yes", "stand_aside", "yes", "yes", "yes", "yes")
WHYS = ("As we said when we met.", "", "I thought about it again.")
KINDS = (
    ("way_of_deciding", ""), ("shapes_the_design", ""), ("claim", "co-design"), ("strategic_decision", ""),
    ("delivery_and_review", ""), ("not_needed", "training"),
)  # fmt: skip
ROUND_EVERY, WEEK = 12, timedelta(weeks=1)


@dataclass(frozen=True)
class Shape:
    """How much happened in a project. times: how often each person says something of each question (only one counts)."""

    people: int = 20
    rounds: int = 8
    proposals: int = 25
    times: int = 3

    @property
    def lasts(self) -> timedelta:
        """From its first day to a week after the round that is still open at the end was opened."""
        return WEEK * (self.rounds * ROUND_EVERY + 4)


@dataclass(frozen=True)
class Setting:
    """What the projects of a hub share: who keeps its desk, and an organisation led by people with lived expertise."""

    desk: Acting
    organisation: Organisation


def make_setting(now: datetime) -> Setting:
    keeper = people.add_person(name="Delia Crane", email="desk@example.org", by=None, now=now)
    people.give_the_desk_to(person=keeper, now=now)
    desk = Acting(keeper)
    return Setting(desk, people.record_organisation(name="Carers at the Ford", led=True, by=desk, now=now))


@transaction.atomic
def make_project(*, number: int, shape: Shape, setting: Setting, began: datetime) -> Project:
    """A project that began at this moment and has gone on ever since, with one round and one proposal still open."""
    story = _Story(number, shape, setting)
    story.begin(began)
    for week in range(1, shape.lasts // WEEK + 1):
        story.live_through(week, began + week * WEEK)
    return story.project


class _Story:
    def __init__(self, number: int, shape: Shape, setting: Setting):
        self.shape, self.setting, self.group = shape, setting, f"group {number:04}"
        self.members: list[Person] = []
        self.put = 0

    # How it begins

    def begin(self, now: datetime) -> None:
        self.officer = self._person("Grace Tolland", now)
        by, title = Acting(self.officer), f"Support at home, {self.group}"
        project = projects.start_draft(title=title, pack=PACK, pack_version=VERSION, by=by, now=now)
        projects.describe(
            project=project, by=by, now=now, about="How support at home is planned, and who is asked.",
            fixed="The money for this year.", open_to_change="When people come, and who decides that.",
        )  # fmt: skip
        self._answer_the_questions(project, by, now)
        projects.plan_stages(
            project=project, starts_on=now.date(), by=by, now=now, weeks={"design": 40, "delivery": 40, "review": 20},
            titles={"design": "Design", "delivery": "Delivery", "review": "Review"},
        )  # fmt: skip
        self.project = projects.begin(project=project, by=by, now=now)
        self._join(self.officer, "facilitator", now, paid_by_job=True)

    def _person(self, name: str, now: datetime) -> Person:
        email = f"{slugify(name)}.{slugify(self.group)}@example.org"
        person = people.add_person(name=name, email=email, by=self.setting.desk, now=now)
        account_of(person)
        return person

    def _answer_the_questions(self, project: Project, by: Acting, now: datetime) -> None:
        pack = load(PACK, VERSION)
        while hasattr(question := next_question(pack, projects.answers_of(project)), "answers"):
            projects.answer_question(
                project=project, question=question.id, answer=question.answers[0].id, reason="We talked it through.",
                by=by, now=now,
            )  # fmt: skip

    def _join(self, person: Person, joins_as: str, now: datetime, **more) -> None:
        by = Acting(self.officer)
        place = joining.invite(project=self.project, person=person, joins_as=joins_as, by=by, now=now, **more)
        place = Membership.objects.get(pk=place.pk)
        joining.answer_invitation(membership=place, yes=True, by=Acting(person), now=now + timedelta(hours=3))

    # How it goes on

    def live_through(self, week: int, now: datetime) -> None:
        """What people, and the hub's worker, did in this week."""
        if week == 1:
            self._come(now)
        self._close_what_is_due(now)
        if week % ROUND_EVERY == 3:
            self._ask_everybody(week // ROUND_EVERY, now)
            self._say_what_shows(now + timedelta(hours=1), settled=week // ROUND_EVERY < self.shape.rounds)
        while self.put < self._proposals_by(week):
            self._propose(now + timedelta(hours=self.put % 24))

    def _come(self, now: datetime) -> None:
        for turn, name in enumerate(NAMES[: self.shape.people - 1]):
            person = self._person(name, now)
            self.members.append(person)
            if turn == 0:
                self._join(person, "leader", now, paid_by_job=True)
            elif turn % 5 == 0:
                self._join(person, "organisation", now, organisation=self.setting.organisation, paid_by_job=True)
            else:
                self._join(person, "lived_expertise", now, offer="£12 an hour, with reading time")

    def _proposals_by(self, week: int) -> int:
        """They come evenly through the weeks after the first three; the last one is still open at the end."""
        weeks = self.shape.lasts // WEEK
        return (self.shape.proposals + 1) * (week - 3) // (weeks - 3)

    def _close_what_is_due(self, now: datetime) -> None:
        for proposal in Proposal.objects.open().filter(project=self.project, closes_at__lte=now).order_by("id"):
            agreements.close(proposal=proposal, now=now)
        for round_ in Round.objects.filter(project=self.project, closed_at=None, closes_at__lte=now):
            standing.close_round(round=round_, now=now)

    def _moments(self, now: datetime) -> Iterator[tuple[int, int, Person, datetime]]:
        """Each person in turn, as often as she speaks: her turn, the how manieth time, she, and when."""
        for time in range(self.shape.times):
            for turn, person in enumerate([self.officer, *self.members]):
                yield turn, time, person, now + timedelta(days=time, minutes=turn)

    def _ask_everybody(self, number: int, now: datetime) -> None:
        if number and number == self.shape.rounds // 2:
            projects.move_stage(project=self.project, by=Acting(self.officer), now=now)  # which opens a round
        else:
            standing.open_round(project=self.project, why="weeks" if number else "start", by=None, now=now)
        round_ = self.project.rounds.get(closed_at=None)
        ingredients = [ingredient.id for ingredient in load(PACK, VERSION).ingredients]
        for turn, time, person, then in self._moments(now + timedelta(hours=2)):
            said = {name: ANSWERS[(turn + time + place) % len(ANSWERS)] for place, name in enumerate(ingredients)}
            standing.answer_round(round=round_, said=said, by=Acting(person), now=then)

    def _say_what_shows(self, now: datetime, *, settled: bool) -> None:
        """Three members say what shows a method; for two of them another agrees. One does not agree, and is answered."""
        methods = load(PACK, VERSION).methods
        for turn in range(3):
            said = standing.say_what_shows(
                project=self.project, method=methods[turn].id, words="We planned it together and wrote it down.",
                by=Acting(self.members[turn + 1]), now=now,
            )  # fmt: skip
            if turn < 2:
                standing.agree_with_statement(statement=said, by=Acting(self.members[turn + 2]), now=now)
        disagreement = standing.disagree(
            project=self.project,
            about=f"statement:{said.ref}",
            words="I was not there.",
            by=Acting(self.members[4]),
            now=now,
        )
        standing.answer_disagreement(
            disagreement=disagreement, words="You are right.", by=Acting(self.officer), now=now
        )
        if settled:
            standing.settle_disagreement(disagreement=disagreement, by=Acting(self.members[4]), now=now)

    def _propose(self, now: datetime) -> None:
        kind, subject = KINDS[self.put % len(KINDS)]
        self.put += 1
        proposal = agreements.propose(
            project=self.project, kind=kind, subject=subject, words=f"What we put to the group, number {self.put}.",
            method="majority", by=Acting(self.members[self.put % len(self.members)]), now=now,
        )  # fmt: skip
        for turn, time, person, then in self._moments(now + timedelta(hours=1)):
            said = VOTES[(turn + time * 2) % len(VOTES)]
            agreements.vote(proposal=proposal, said=said, why=WHYS[time % len(WHYS)], by=Acting(person), now=then)
