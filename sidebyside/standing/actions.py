"""What moves a label: rounds, statements, disagreement. What comes of it is written down in `recording.py`."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from sidebyside.agreements.actions import JUST_SENT, left_out, who_is_asked
from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.recipes import load
from sidebyside.standing import rules
from sidebyside.standing.models import Disagreement, Round, Statement
from sidebyside.standing.publishing import words_to_publish

ROUND = asks.add_kind(asks.Kind("standing.round", "sealed", 10, "ask_round_title", ("round", ("slug", "round"))))


@transaction.atomic
def open_round(*, project: Project, why: str, by: Acting | None, now: datetime) -> Round | None:
    """Ask everybody about every ingredient. Who is counted is fixed now. None when a round is already open."""
    project = hold(project)
    if project.state != "running" or project.rounds.filter(closed_at=None).exists():
        return None
    counted, others = who_is_asked(project)
    round_ = Round.objects.create(
        project=project,
        why=why,
        opened_at=now,
        closes_at=now + rules.ROUND_LASTS,
        counted=[p.ref for p in counted],
        others=[p.ref for p in others],
    )
    asks.ask_all(
        ROUND,
        question=f"standing.round:{round_.ref}",
        people=counted + others,
        room=project.room,
        now=now,
        closes_at=round_.closes_at,
        values={"slug": project.slug, "round": round_.ref, "project": project.name},
    )
    history.note(project.room, by, "round-opened", round_.ref, now=now, values={"why": why, "counted": len(counted)})
    happened("round-opened", project=project, now=now)
    return round_


@transaction.atomic
def ask_for_round(*, project: Project, by: Acting, now: datetime) -> Round:
    """A member asks that everybody is asked again. Not within three weeks of the last round, so that nobody tires."""
    project = hold(project)
    last = project.rounds.exclude(closed_at__isnull=False, published={}).order_by("-opened_at").first()
    if last and last.closed_at is None:
        raise Refused(no("round_already_open"))
    if last and last.closed_at and now < last.closed_at + rules.ROUND_LASTS:
        raise Refused(no("round_too_soon"))
    opened = open_round(project=project, why="asked", by=by, now=now)
    if opened is None:
        raise Refused(no("project_not_running"))
    return opened


def open_round_cut_short(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """A round that a pause cut short is asked again as soon as the project goes on: a pause silences nobody."""
    last = project.rounds.order_by("-opened_at", "-id").first()
    if last and last.closed_at and last.published == {}:
        open_round(project=project, why="asked", by=None, now=now)


def open_round_for_new_stage(*, event: str, project: Project, now: datetime, **_: object) -> None:
    if project.memberships.joined().exists():
        open_round(project=project, why="stage", by=None, now=now)


@transaction.atomic
def answer_round(
    *, round: Round, said: dict[str, str], by: Acting, now: datetime, said_at: datetime | None = None
) -> Answer:
    """Say yes, partly, no or do not know for each ingredient. Sealed: one word each is published when the round closes."""
    pack = load(round.project.pack, round.project.pack_version)
    names = {ingredient.id for ingredient in pack.ingredients}
    if set(said) - names or any(word not in rules.WORDS for word in said.values()):
        raise Refused(no("choose_an_answer"))
    if not said:
        raise Refused(no("answer_at_least_one"))
    ask = by.person.asks.filter(question=f"standing.round:{round.ref}").first()
    if ask is None:
        raise Refused(no("not_asked_this"))
    return asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)


def close_due_rounds(*, now: datetime) -> int:
    """Close every round whose moment has passed, a minute late, so that what was just sent in is in. Returns how many."""
    due = Round.objects.filter(closed_at=None, closes_at__lte=now - JUST_SENT).order_by("closes_at", "id")
    return each(due[:50], lambda round_: close_round(round=round_, now=now))


@transaction.atomic
def close_round(*, round: Round, now: datetime) -> bool:
    """Publish one word for each ingredient, never how many said what, and record where the project stands. Once only."""
    hold(round.project)
    round = Round.objects.select_for_update(of=("self",)).select_related("project").get(pk=round.pk)
    if round.closed_at or round.closes_at > now:
        return False
    round.published, round.closed_at = words_to_publish(round), now
    round.save(update_fields=["published", "closed_at"])
    history.note(round.project.room, None, "round-closed", round.ref, now=now, values={"published": round.published})
    happened("round-closed", project=round.project, now=now, by_members=True, round_opened_at=round.opened_at)
    return True


@transaction.atomic
def say_what_shows(*, project: Project, method: str, words: str, by: Acting, now: datetime) -> Statement:
    """ "We show this by…": it counts once a second member agrees.

    The same words again are one statement while they wait for a second member, and for a day after; later they renew it.
    """
    pack = load(project.pack, project.pack_version)
    if method not in [m.id for m in pack.methods]:
        raise Refused(no("no_such_method"))
    if not words.strip():
        raise Refused(no("statement_needs_words"))
    project = hold(project)
    still_new = Q(agreed_at=None) | Q(made_at__gt=now - timedelta(days=1))
    said_already = project.statements.filter(
        still_new, by=by.person, method=method, words=words.strip(), withdrawn_at=None, lapses_at__gt=now
    ).first()
    if said_already:
        return said_already
    statement = Statement.objects.create(
        project=project,
        method=method,
        words=words.strip(),
        by=by.person,
        made_at=now,
        lapses_at=now + rules.STATEMENT_HOLDS,
    )
    history.note(
        project.room, by, "statement-made", statement.ref, now=now, words=words.strip(), values={"method": method}
    )
    happened("statement-made", project=project, now=now)
    return statement


@transaction.atomic
def agree_with_statement(*, statement: Statement, by: Acting, now: datetime) -> Statement:
    """A second member, who is not here by her job, agrees that it is true."""
    hold(statement.project)
    statement = Statement.objects.select_for_update(of=("self",)).select_related("project").get(pk=statement.pk)
    refuse_unless(
        rules.can_agree(
            is_counted=_is_counted(statement.project, by),
            same_person=statement.by_id == by.person.pk,
            by_hand_of_job=_by_hand_of_job(statement.project, by),
            agreed=bool(statement.agreed_at),
            lapsed=statement.lapses_at <= now,
            withdrawn=bool(statement.withdrawn_at),
        )
    )
    statement.agreed_by, statement.agreed_at = by.person, now
    statement.save(update_fields=["agreed_by", "agreed_at"])
    history.note(
        statement.project.room, by, "statement-agreed", statement.ref, now=now, values={"method": statement.method}
    )
    happened("statement-agreed", project=statement.project, now=now, by_members=True)
    return statement


@transaction.atomic
def take_back_statement(*, statement: Statement, by: Acting, now: datetime) -> Statement:
    """Whoever made or agreed with a statement can take it back at any time."""
    if by.person.pk not in (statement.by_id, statement.agreed_by_id):
        raise Refused(no("not_yours_to_take_back"))
    hold(statement.project)
    statement.refresh_from_db(fields=["withdrawn_at"])
    if not statement.withdrawn_at:
        statement.withdrawn_at = now
        statement.save(update_fields=["withdrawn_at"])
        history.note(statement.project.room, by, "statement-taken-back", statement.ref, now=now)
        happened("statement-taken-back", project=statement.project, now=now)
    return statement


@transaction.atomic
def disagree(*, project: Project, about: str, words: str, by: Acting, now: datetime) -> Disagreement:
    """Say "I do not agree with this". It stands beside the label until it is answered and settled; it moves no rung.

    about: "label", "ingredient:money" or "statement:" and its opaque name. The same words again, while they stand, are one.
    """
    if not words.strip():
        raise Refused(no("say_what_you_do_not_agree_with"))
    project = hold(project)
    if not _can_be_about(project, about):
        raise Refused(no("nothing_to_disagree_with"))
    said_already = project.disagreements.filter(by=by.person, about=about, words=words.strip(), closed_at=None).first()
    if said_already:
        return said_already
    disagreement = Disagreement.objects.create(
        project=project, about=about, words=words.strip(), by=by.person, opened_at=now
    )
    history.note(project.room, by, "disagreed", disagreement.ref, now=now, words=words.strip(), values={"about": about})
    happened("disagreement-opened", project=project, now=now)
    return disagreement


def _can_be_about(project: Project, about: str) -> bool:
    kind, _, name = about.partition(":")
    if kind == "ingredient":
        return name in [ingredient.id for ingredient in load(project.pack, project.pack_version).ingredients]
    return about == "label" or (kind == "statement" and project.statements.filter(ref=name).exists())


@transaction.atomic
def answer_disagreement(*, disagreement: Disagreement, words: str, by: Acting, now: datetime) -> Disagreement:
    """Answer somebody who does not agree. Only she says whether that settles it."""
    if disagreement.by_id == by.person.pk:
        raise Refused(no("somebody_else_must_answer"))
    hold(disagreement.project)
    disagreement.refresh_from_db(fields=["answer", "answered_by", "answered_at", "closed_at"])
    if disagreement.closed_at:
        raise Refused(no("disagreement_is_settled"))
    if not words.strip():
        raise Refused(no("answer_needs_words"))
    if (disagreement.answer, disagreement.answered_by_id) == (words.strip(), by.person.pk):
        return disagreement
    disagreement.answer, disagreement.answered_by, disagreement.answered_at = words.strip(), by.person, now
    disagreement.save(update_fields=["answer", "answered_by", "answered_at"])
    history.note(disagreement.project.room, by, "disagreement-answered", disagreement.ref, now=now, words=words.strip())
    happened("disagreement-answered", project=disagreement.project, now=now)
    return disagreement


@transaction.atomic
def settle_disagreement(*, disagreement: Disagreement, by: Acting, now: datetime) -> Disagreement:
    """Whoever disagreed says that it is settled."""
    if disagreement.by_id != by.person.pk:
        raise Refused(no("only_she_can_settle"))
    hold(disagreement.project)
    disagreement.refresh_from_db(fields=["closed_at"])
    if not disagreement.closed_at:
        disagreement.closed_at = now
        disagreement.save(update_fields=["closed_at"])
        history.note(disagreement.project.room, by, "disagreement-settled", disagreement.ref, now=now)
        happened(
            "disagreement-closed",
            project=disagreement.project,
            now=now,
            by_members=_is_counted(disagreement.project, by) and not _by_hand_of_job(disagreement.project, by),
        )
    return disagreement


def _is_counted(project: Project, by: Acting) -> bool:
    return any(place.counted and place.membership.person_id == by.person.pk for place in places(project))


def _by_hand_of_job(project: Project, by: Acting) -> bool:
    """Did somebody who is here by her job enter this, or make the card it was done with?"""
    hands = {person.pk for person in (by.helper, by.card_made_by) if person}
    out = left_out(project)
    return bool(hands & (out.by_job | out.helpers))


def close_what_is_open(*, event: str, project: Project, now: datetime, **_: object) -> None:
    """A project that pauses or stops asks nothing more: an open round closes with nothing published."""
    for round_ in project.rounds.filter(closed_at=None):
        round_.closed_at = now
        round_.published = {}
        round_.save(update_fields=["closed_at", "published"])
        asks.withdraw(f"standing.round:{round_.ref}", now=now)
