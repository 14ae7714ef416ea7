"""What people do with a project: start it, plan it, move it on, pause or stop it well, follow another recipe."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.refs import new_ref
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects import rules
from sidebyside.projects.models import Advice, Group, ParticipationAnswer, Project, Stage
from sidebyside.recipes import load
from sidebyside.recipes.participation import outcome, path

ADVICE = asks.add_kind(
    asks.Kind("projects.advice", "inside", 10, "ask_advice_title", ("give_advice", ("slug", "advice")), helpers=False)
)

DESCRIBED = ("title", "about", "fixed", "open_to_change", "started_for", "run_by", "step", "starter_joins")


def hold(project: Project) -> Project:
    """The project, held until this transaction ends. Every action that writes in a project holds it before anything else:

    two people doing the same at one instant then follow each other, and never wait for each other in a ring.
    """
    return Project.objects.select_for_update().get(pk=project.pk)


@transaction.atomic
def start_draft(*, title: str, pack: str, pack_version: str, by: Acting, now: datetime, slug: str = "") -> Project:
    """Begin the journey of starting a project. Only its starter sees it until it begins. The same draft twice is one."""
    load(pack, pack_version)
    Person.objects.select_for_update().get(pk=by.person.pk)
    there = Project.objects.filter(started_by=by.person, title=title, state="draft", pack=pack, follows=None).first()
    if there and not slug:
        return there
    return Project.objects.create(
        slug=_free_slug(slug or title),
        title=title,
        started_by=by.person,
        pack=pack,
        pack_version=pack_version,
        made_at=now,
    )


def _free_slug(words: str) -> str:
    slug = slugify(words)[:60].strip("-") or "project"
    return slug if not Project.objects.filter(slug=slug).exists() else f"{slug}-{new_ref()[:4]}"


@transaction.atomic
def describe(*, project: Project, by: Acting, now: datetime, **words: Any) -> Project:
    """Change what a project says of itself. started_for and run_by are an Organisation or None; the others are words."""
    for name in words:
        if name not in DESCRIBED:
            raise ValueError(f"a project has no {name!r} to describe")
    changed = {name: said for name, said in words.items() if getattr(project, name) != said}
    for name, said in changed.items():
        setattr(project, name, said)
    project.save(update_fields=[*changed])
    if project.state != "draft" and set(changed) - {"step"}:
        history.note(project.room, by, "project-described", project.ref, now=now, values={"what": sorted(changed)})
        _tell_members(project, "told_described", {}, now)
    return project


@transaction.atomic
def answer_question(*, project: Project, question: str, answer: str, reason: str, by: Acting, now: datetime) -> None:
    """Answer one of the questions that decide which kind of participation is possible. Earlier answers are kept."""
    asked = {q.id: [a.id for a in q.answers] for q in load(project.pack, project.pack_version).questions}
    if answer not in asked.get(question, []):
        raise Refused(no("not_an_answer"))
    hold(project)
    last = project.participation_answers.filter(question=question).order_by("-at", "-id").first()
    if last and (last.answer, last.reason, last.by_id) == (answer, reason.strip(), by.person.pk):
        return
    ParticipationAnswer.objects.create(
        project=project, question=question, answer=answer, reason=reason.strip(), by=by.person, at=now
    )
    if project.state != "draft":
        history.note(
            project.room,
            by,
            "participation-answered",
            project.ref,
            now=now,
            values={"question": question, "answer": answer},
            words=reason.strip(),
        )
        _plan_again(project, now)


def _plan_again(project: Project, now: datetime) -> None:
    """When things change and the questions are answered again, the planned kind follows; the group's claim stays its own."""
    reached = outcome(load(project.pack, project.pack_version), answers_of(project))
    project.planned_rung = reached.rung if reached else ""
    project.save(update_fields=["planned_rung"])
    happened("participation-answered-again", project=project, now=now)


def answers_of(project: Project) -> dict[str, str]:
    """The latest answer to each question, on the path that they lead along."""
    rows = project.participation_answers.order_by("at", "id").values_list("question", "answer")
    walked = path(load(project.pack, project.pack_version), dict(rows))
    return {question.id: answer.id for question, answer in walked}


@transaction.atomic
def plan_stages(
    *,
    project: Project,
    starts_on: date,
    weeks: dict[str, int],
    titles: dict[str, str],
    by: Acting,
    now: datetime,
) -> None:
    """Plan the stages, from design to delivery and review. weeks: kind -> weeks, before the extra 20%. Only in a draft."""
    if project.state != "draft":
        raise Refused(no("timeline_is_set"))
    hold(project)
    project.stages.all().delete()
    from_day = starts_on
    for order, kind in enumerate(("design", "delivery", "review")):
        if weeks.get(kind):
            stage = Stage.objects.create(
                project=project,
                kind=kind,
                title=titles[kind],
                order=order,
                planned_from=from_day,
                planned_weeks=weeks[kind],
            )
            from_day = rules.timeline([(stage.title, kind, from_day, stage.planned_weeks)])[0].ends_with_extra


def planned_timeline(stages: Iterable[Stage]) -> list[rules.Planned]:
    """Stages, in order, laid out on the days they take with the extra time."""
    return rules.timeline((stage.title, stage.kind, stage.planned_from, stage.planned_weeks) for stage in stages)


@transaction.atomic
def ask_advice(*, project: Project, question: str, of: Person, by: Acting, now: datetime) -> Advice:
    """Ask somebody of the advisory group what she thinks of the plan. Asked twice before she answers is asked once."""
    hold(project)
    waiting = project.advice.filter(asked_of=of, given_at=None).first()
    if waiting:
        return waiting
    advice = Advice.objects.create(project=project, question=question, asked_of=of, asked_by=by.person, asked_at=now)
    asks.ask_all(
        ADVICE,
        question=f"projects.advice:{advice.ref}",
        people=[of],
        room=project.room,
        now=now,
        values={"slug": project.slug, "advice": advice.ref, "project": project.name},
    )
    return advice


@transaction.atomic
def give_advice(*, advice: Advice, words: str, by: Acting, now: datetime, said_at: datetime | None = None) -> Advice:
    """Say what the advisory group thinks. It is kept with the plan and read by everybody inside."""
    advice = Advice.objects.select_for_update().select_related("project").get(pk=advice.pk)
    if advice.given_at:
        raise Refused(no("advice_already_given"))
    ask = by.person.asks.get(question=f"projects.advice:{advice.ref}")
    asks.answer(ask=ask, said=words, by=by, now=now, said_at=said_at)
    advice.words, advice.given_by, advice.given_at = words, by.person, now
    advice.save(update_fields=["words", "given_by", "given_at"])
    history.note(advice.project.room, by, "advice-given", advice.ref, now=now, words=words)
    return advice


@transaction.atomic
def begin(*, project: Project, by: Acting, now: datetime) -> Project:
    """The draft becomes a running project. Its kind is planned, not yet agreed by the group."""
    project = hold(project)
    refuse_unless(rules.can_become(state=project.state, wanted="running"))
    reached = outcome(load(project.pack, project.pack_version), answers_of(project))
    rung, first = reached.rung if reached else "", project.stages.order_by("order").first()
    refuse_unless(
        rules.can_begin(about=project.about, fixed=project.fixed, outcome_rung=rung, stages=project.stages.count())
    )
    project.state, project.started_at, project.planned_rung = "running", now, rung
    project.save(update_fields=["state", "started_at", "planned_rung"])
    Group.objects.create(project=project, kind="working", name="Working group", made_at=now)
    Group.objects.create(project=project, kind="lived_expertise", name="Lived Expertise Group", made_at=now)
    project.stages.filter(pk=first.pk if first else 0).update(started_at=now)
    recipe = {"pack": project.pack, "version": project.pack_version}
    history.note(project.room, by, "project-started", project.ref, now=now, values=recipe)
    happened("project-started", project=project, now=now)
    return project


@transaction.atomic
def move_stage(*, project: Project, by: Acting, now: datetime, to: str = "") -> Stage:
    """End the stage that is running and start the next one. to: the opaque name of the stage that is meant, if given."""
    project = hold(project)
    refuse_unless(rules.can_become(state=project.state, wanted="paused"))
    running = project.stages.filter(started_at__isnull=False, ended_at=None).order_by("order").first()
    following = project.stages.filter(started_at=None).order_by("order").first()
    if following is None:
        raise Refused(no("no_stage_follows"))
    if to and following.ref != to:
        raise Refused(no("stage_already_moved"))
    if running:
        running.ended_at = now
        running.save(update_fields=["ended_at"])
    following.started_at = now
    following.save(update_fields=["started_at"])
    history.note(project.room, by, "stage-moved", following.ref, now=now, values={"stage": following.kind})
    happened("stage-moved", project=project, now=now)
    return following


@transaction.atomic
def change_state(
    *, project: Project, wanted: str, words: str, by: Acting | None, now: datetime, told: str = ""
) -> Project:
    """Pause, take up again, finish or stop a project well: everybody is told why, and open asks are taken back.

    by: nobody, when the group agreed to it. told: what everybody is told instead. What the group stopped only a member
    whose word counts brings back. Raises Refused.
    """
    project = hold(project)
    refuse_unless(rules.can_become(state=project.state, wanted=wanted))
    if wanted == "running" and stopped_by_the_group(project) and not (by and has_a_say(project, by.person)):
        raise Refused(no("the_group_stopped_it"))
    project.state = wanted
    project.ended_at = now if wanted in ("stopped", "finished") else None
    project.save(update_fields=["state", "ended_at"])
    event = {"paused": "project-paused", "running": "project-resumed"}.get(wanted, "project-stopped")
    history.note(project.room, by, event, project.ref, now=now, words=words, values={"state": wanted})
    if wanted != "running":
        withdraw_open_asks(project, now)
    _tell_members(project, told or f"told_{wanted}", {"words": words}, now)
    happened(event, project=project, now=now)
    return project


def stopped_by_the_group(project: Project) -> bool:
    """Did the group agree that its work stops for now, because it did not do people good? One query."""
    return project.proposals.filter(group=None, kind="pause_work", outcome="agreed", ended_at=None).exists()


def has_a_say(project: Project, person: Person) -> bool:
    """Does her word count here? Never that of anybody who is or was here by their job. One query."""
    return project.memberships.counted().filter(person=person).exists()


def _tell_members(project: Project, code: str, values: dict, now: datetime) -> None:
    """Tell everybody who is in the project, each where she will find it."""
    for membership in project.memberships.joined().select_related("person").order_by("id"):
        tell(membership.person, code, {"project": project.name} | values, now=now)


def withdraw_open_asks(project: Project, now: datetime) -> None:
    from_here = asks.Ask.objects.filter(room=project.room, withdrawn_at=None)
    from_here.filter(closes_at__gt=now).update(withdrawn_at=now)
    from_here.filter(closes_at=None, answers=None).update(withdrawn_at=now)
