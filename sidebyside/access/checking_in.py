"""Asking: when somebody joins, again before twelve weeks have passed, and at each stage. And whether she got it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from sidebyside.access import facts, rules
from sidebyside.access.actions import ALONE, CHECK_IN, GOT_IT, PASSPORT, answer_here
from sidebyside.access.models import Adjustment
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Ask, Helping, HubRole, Person
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import Place, places
from sidebyside.projects.models import Project
from sidebyside.who_can import Role

GETS = ("yes", "partly", "no")
CHANGED = ("no", "yes", "talk")


def ask_who_joined(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """Everybody in a project is asked what she needs, once for each time she joins. Running it again asks nobody twice."""
    questions = {f"{PASSPORT.name}:{place.membership.ref}": place.membership.person for place in _asked_here(project)}
    asked = set(Ask.objects.filter(question__in=questions).values_list("question", flat=True))
    for question, person in questions.items():
        if question not in asked:
            _ask(PASSPORT, question, [person], project, now)


def _ask(kind: asks.Kind, question: str, people: Iterable[Person], project: Project, now: datetime, **more) -> None:
    values = {"slug": project.slug, "project": project.name} | more
    asks.ask_all(kind, question=question, people=people, room=project.room, now=now, values=values)


def check_in_at_stage(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """A new stage is other work, and may need other things: everybody is asked."""
    check_in(project=project, people=_here(project), now=now)


def ask_again(*, now: datetime) -> int:
    """In every running project, ask those who were not asked yet, and those who have not been for ten weeks."""
    return each(Project.objects.running().order_by("id"), lambda project: _ask_again_here(project, now))


@transaction.atomic
def _ask_again_here(project: Project, now: datetime) -> bool:
    project = hold(project)
    ask_who_joined(event="", project=project, now=now)
    said = facts.who_was_asked(project)
    asked: dict[int, datetime] = dict(
        facts.project_asks(project).order_by("opened_at").values_list("person_id", "opened_at")
    )
    due = [
        person
        for person in _here(project)
        if rules.is_due_again(asked_at=asked.get(person.pk), said_at=_said_at(said.get(person.pk)), now=now)
    ]
    check_in(project=project, people=due, now=now)
    return bool(due)


def _said_at(answer) -> datetime | None:
    return answer.said_at if answer else None


def _here(project: Project) -> list[Person]:
    return list({place.membership.person_id: place.membership.person for place in _asked_here(project)}.values())


def _asked_here(project: Project) -> list[Place]:
    """Who is in the project and takes no break from it."""
    return [place for place in places(project) if place.asked]


@transaction.atomic
def check_in(*, project: Project, people: list[Person], now: datetime) -> None:
    """Ask these people whether they get what they need and whether anything has changed, with time without a helper.

    What an earlier check-in asked and nobody answered is taken back: nobody is asked the same twice at once.
    """
    if not people:
        return
    day = now.astimezone(LONDON).date()
    old = Ask.objects.filter(room=project.room, person__in=people, withdrawn_at=None, opened_at__lt=now)
    old.filter(kind__in=[CHECK_IN.name, GOT_IT.name, ALONE.name], answers=None).update(withdrawn_at=now)
    _ask(CHECK_IN, f"{CHECK_IN.name}:{project.ref}:{day}", people, project, now)
    helped = Helping.objects.in_force(today=day).filter(member__in=people).values_list("member_id", flat=True)
    with_helper = [person for person in people if person.pk in set(helped)]
    _ask(ALONE, f"{ALONE.name}:{project.ref}:{day}", with_helper, project, now)
    ask_if_they_got_it(project=project, people=people, now=now)


@transaction.atomic
def ask_if_they_got_it(*, project: Project, people: list[Person], now: datetime) -> None:
    """Ask each of these people about everything that was booked for her here. Nothing booked, nothing asked."""
    day = now.astimezone(LONDON).date()
    booked: dict[int, list[str]] = {}
    for row in project.adjustments.standing().filter(person__in=people, state=rules.BOOKED).order_by("id"):
        booked.setdefault(row.person_id, []).append(row.ref)
    for person in people:
        if person.pk in booked:
            _ask(GOT_IT, f"{GOT_IT.name}:{project.ref}:{day}", [person], project, now, about=booked[person.pk])


@transaction.atomic
def answer_check_in(
    *, ask: Ask, gets: str, changed: str, by: Acting, now: datetime, said_at: datetime | None = None
) -> None:
    """Does she get what she needs, and has anything changed? Nothing changed is dated in her passport too. Raises Refused."""
    if gets not in GETS or changed not in CHANGED:
        raise Refused(no("choose_an_answer"))
    answer_here(ask=ask, said={"gets": gets, "changed": changed}, by=by, now=now, said_at=said_at)
    if changed == "talk":
        _tell_whom_she_trusts(ask, "asks_to_talk_about_needs", now)


@transaction.atomic
def answer_got_it(
    *, ask: Ask, said: dict[str, str], by: Acting, now: datetime, said_at: datetime | None = None
) -> None:
    """Did she get each thing that was booked? yes, partly, no, or she did not need it; each may be left out."""
    about: Any = ask.values.get("about", [])
    words = {ref: word for ref, word in said.items() if ref in about and word in rules.GOT}
    if not words or len(words) != len(said):
        raise Refused(no("choose_an_answer"))

    def keep() -> None:
        counts: Any = asks.counting(ask)  # her own word stands, whatever a helper enters after it
        for ref, word in counts.said.items():
            if word in rules.GOT:
                rows = Adjustment.objects.filter(ref=ref, person=ask.person_id)
                rows.update(got=word, got_at=counts.said_at)

    answer_here(ask=ask, said=words, by=by, now=now, said_at=said_at, then=keep)


@transaction.atomic
def answer_time_alone(*, ask: Ask, yes: bool, by: Acting, now: datetime, said_at: datetime | None = None) -> None:
    """Would she like time without her helper? Only she says so; somebody else than the helper is told, and arranges it."""
    if by.helper:
        raise Refused(no("helper_not_chosen_for_this"))
    said = {"alone": "yes" if yes else "no", "on": (said_at or now).date().isoformat()}
    asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)
    if yes:
        _tell_whom_she_trusts(ask, "asks_for_time_alone", now)


def _tell_whom_she_trusts(ask: Ask, code: str, now: datetime) -> None:
    """Whoever she lets read her needs as facilitator here; nobody such, the hub's desk. Never a helper of hers."""
    for person in told_of(ask):
        tell(person, code, {"name": ask.person.name, "project": ask.values.get("project", "")}, now=now)


def told_of(ask: Ask) -> list[Person]:
    """Whom we tell when she would like to talk."""
    member = ask.person
    project = Project.objects.get(ref=ask.room.removeprefix("project:"))
    hers = facts.decides_about(member) | set(member.helpers.filter(ended_at=None).values_list("helper_id", flat=True))
    named = [row.reader for row in facts.readers_named(project, member) if row.kind == rules.FACILITATOR]
    desk = HubRole.objects.filter(role=Role.DESK.value, until=None).select_related("person").order_by("id")
    people = [person for person in named if person] or [row.person for row in desk]
    return [person for person in people if person.pk not in hers]
