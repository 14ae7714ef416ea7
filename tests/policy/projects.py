"""A running project made through the real actions, for tests of what the whole promises."""

from datetime import datetime

from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects import actions, joining
from sidebyside.projects.models import Membership, Project
from sidebyside.recipes import load
from sidebyside.recipes.participation import next_question

PACK = ("bristol-adult-social-care", "1.0.0")


def ingredients() -> list[str]:
    return [ingredient.id for ingredient in load(*PACK).ingredients]


def begin_project(now: datetime, title: str = "Evening support") -> tuple[Project, Acting]:
    """A project that plans co-production, begun by its facilitator, who has joined."""
    officer = Acting(person=Person.objects.create(name="Orla Finch", made_at=now))
    project = actions.start_draft(title=title, pack=PACK[0], pack_version=PACK[1], by=officer, now=now)
    actions.describe(
        project=project,
        by=officer,
        now=now,
        about="Support in the evening.",
        fixed="The money.",
        open_to_change="The hours.",
    )
    answer_all(project, officer, now)
    actions.plan_stages(
        project=project,
        starts_on=now.date(),
        by=officer,
        now=now,
        weeks={"design": 20, "delivery": 20, "review": 8},
        titles={"design": "Design", "delivery": "Delivery", "review": "Review"},
    )
    project = actions.begin(project=project, by=officer, now=now)
    place = joining.invite(
        project=project, person=officer.person, joins_as="facilitator", paid_by_job=True, by=officer, now=now
    )
    joining.answer_invitation(membership=place, yes=True, by=officer, now=now)
    return project, officer


def answer_all(project: Project, by: Acting, now: datetime) -> None:
    """Answer each question with whichever answer leads to co-production, run by the council."""
    pack = load(*PACK)
    while hasattr(question := next_question(pack, actions.answers_of(project)), "answers"):
        actions.answer_question(
            project=project,
            question=question.id,
            answer=BEST.get(question.id, question.answers[0].id),
            reason="Because it is so.",
            by=by,
            now=now,
        )


BEST: dict[str, str] = {}


def member(project: Project, by: Acting, name: str, now: datetime) -> Person:
    """Somebody who joins with lived expertise, by her own yes."""
    person = Person.objects.create(name=name, made_at=now)
    place = joining.invite(
        project=project, person=person, joins_as="lived_expertise", offer="£12 an hour", by=by, now=now
    )
    joining.answer_invitation(
        membership=Membership.objects.get(pk=place.pk), yes=True, by=Acting(person=person), now=now
    )
    return person
