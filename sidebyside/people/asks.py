"""Asks and answers: one question to one person, answered through any door, one record (decision 9)."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.urls import reverse

from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people import rules
from sidebyside.people.acting import Acting
from sidebyside.people.messages import bring, tell
from sidebyside.people.models import Answer, Ask, Person
from sidebyside.people.roles import keeps_the_desk, runs_a_project_of, runs_room


@dataclass(frozen=True)
class Kind:
    """A kind of ask: what it may reveal, how long it takes, and where and how it is asked.

    title, button: codes that kit.words can word. address: (route name, names of the ask's values that go in it).
    helpers: may a helper be chosen for it?
    """

    name: str
    reveals: str
    minutes: int
    title: str
    address: tuple[str, tuple[str, ...]]
    helpers: bool = True


KINDS: dict[str, Kind] = {}
# `projects` adds here how many minutes a month the group of a room agreed to be asked for (decision 12).
BUDGETS: list[Callable[[str], int | None]] = []
# And here whom to leave alone just now, in these rooms: (room, person id) of whoever left or takes a break.
LEFT_ALONE: list[Callable[[Collection[str]], Iterable[tuple[str, int]]]] = []


def add_kind(kind: Kind) -> Kind:
    """Each part adds its kinds when it is loaded (in `facts.py` or `actions.py`); names are `part.word`."""
    KINDS[kind.name] = kind
    return kind


def ask_all(
    kind: Kind,
    *,
    question: str,
    people: Iterable[Person],
    room: str,
    now: datetime,
    closes_at: datetime | None = None,
    values: dict | None = None,
) -> list[Ask]:
    """Put one question to each of these people. Asking the same question of the same person twice is one ask."""
    people = list(people)
    asked = set(Ask.objects.filter(question=question, person__in=people).values_list("person_id", flat=True))
    before, budget = minutes_asked(people, room, now=now), budget_of(room)
    Ask.objects.bulk_create(
        [
            Ask(
                kind=kind.name,
                question=question,
                person=person,
                room=room,
                reveals=kind.reveals,
                minutes=kind.minutes,
                extra_minutes=rules.minutes_beyond(asked=before.get(person.pk, 0), minutes=kind.minutes, budget=budget),
                opened_at=now,
                closes_at=closes_at,
                values=values or {},
            )
            for person in people
        ],
        ignore_conflicts=True,
    )
    asks = list(Ask.objects.filter(question=question, person__in=people).select_related("person").order_by("id"))
    bring([ask for ask in asks if ask.person_id not in asked], kind.title, now=now)
    return asks


def budget_of(room: str) -> int | None:
    """Minutes a month that the group of this room agreed to be asked for, from the first part that knows."""
    return next((minutes for minutes in (known(room) for known in BUDGETS) if minutes is not None), None)


def minutes_asked(people: Iterable[Person], room: str, *, now: datetime) -> dict[int, int]:
    """person id -> minutes asked of her in this room since the month began."""
    first = now.astimezone(LONDON).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = Ask.objects.filter(room=room, person__in=people, opened_at__gte=first, opened_at__lte=now, withdrawn_at=None)
    return dict(rows.values_list("person").annotate(total=Sum("minutes")).values_list("person", "total"))


def address_of(ask: Ask) -> str:
    """Where this ask is read and answered."""
    route, names = KINDS[ask.kind].address
    return reverse(route, kwargs={name: ask.values[name] for name in names})


@transaction.atomic
def answer(*, ask: Ask, said, by: Acting, now: datetime, said_at: datetime | None = None) -> Answer:
    """Record what somebody said to an ask. Nothing is overwritten.

    said_at: when she said it, if earlier than now (paper, phone). Raises Refused.
    """
    said_at = said_at or now
    if said_at > now:
        raise Refused(no("said_in_the_future"))
    ask = Ask.objects.select_for_update().get(pk=ask.pk)
    if ask.person_id != by.person.pk:
        raise Refused(no("ask_is_somebody_elses"))
    refuse_unless(
        rules.can_answer(
            closes_at=ask.closes_at, withdrawn_at=ask.withdrawn_at, said_at=said_at, erased=bool(by.person.erased_at)
        )
    )
    if by.helper:
        refuse_unless(may_enter(ask, by, now))
    if by.keyed_by:
        refuse_unless(may_key(ask, by, now))
    recorded = _record(ask, said, by, said_at, now)
    if by.hand != by.person and recorded.recorded_at == now:
        tell(by.person, "answered_in_your_name", {"by": by.hand.name}, now=now)
    return recorded


def may_key(ask: Ask, by: Acting, now: datetime) -> Verdict:
    """May this person type in what a member wrote or said? Whoever runs the project that asks, open questions only.

    The hub's desk, all (decision 10): sealed and inside answers go to the desk, and never to the organisers.
    """
    keyer = by.keyed_by or by.person
    if keyer == by.person:
        return no("nobody_is_her_own_helper")
    desk = keeps_the_desk(Acting(keyer), now=now)
    if not desk and not runs_room(keyer, ask.room):
        return no("only_the_desk_keys_this")
    return rules.can_key(reveals=ask.reveals, runs_a_project_of_hers=runs_a_project_of(keyer, by.person), desk=desk)


def may_enter(ask: Ask, by: Acting, now: datetime) -> Verdict:
    """May this helper enter it? Not if she came to run a project of the member's since she was chosen (decision 10)."""
    helping = by.person.helpers.filter(helper=by.helper, ended_at=None).select_related("helper").first()
    if helping is None:
        return no("helping_has_ended")
    if runs_a_project_of(helping.helper, by.person):
        return no("helper_runs_this_project")
    return rules.can_help(
        kind=ask.kind,
        kinds=helping.kinds,
        confirmed=bool(helping.confirmed_at),
        ended=False,
        until_on=helping.until_on,
        today=now.astimezone(LONDON).date(),
    )


def _record(ask: Ask, said, by: Acting, said_at: datetime, now: datetime) -> Answer:
    """A second identical submit changes nothing: the same words through the same hands make no second row.

    Only the answer that counts, or one said at that very moment, can be such a second: saying again what was said before
    something else was said is a new answer.
    """
    entered_by, rows = by.hand, list(ask.answers.all())
    counts = counting(ask, rows)
    mine = (said, entered_by.pk, by.card_made_by.pk if by.card_made_by else None, by.door)
    for row in rows:
        same = (row.said, row.entered_by_id, row.card_made_by_id, row.door) == mine
        if same and (row == counts or row.said_at == said_at):
            return row
    return Answer.objects.create(
        ask=ask,
        said=said,
        entered_by=entered_by,
        card_made_by=by.card_made_by,
        door=by.door,
        said_at=said_at,
        recorded_at=now,
    )


def counting(ask: Ask, among: Iterable[Answer] | None = None) -> Answer | None:
    """The answer to this ask that counts, or None. among: only of these answers.

    Of what is private, her own word stands against what a helper enters later.
    """
    answers = ask.answers.all() if among is None else among
    return rules.the_answer_that_counts(answers, person_id=ask.person_id, own_stands=ask.reveals != "open")


def that_count(among: Iterable[Answer]) -> list[Answer]:
    """Of these answers, each with its ask at hand, the one to each ask that counts; the earliest said first. No query."""
    by_ask: dict[int, list[Answer]] = {}
    for row in among:
        by_ask.setdefault(row.ask_id, []).append(row)
    found = [counting(rows[0].ask, rows) for rows in by_ask.values()]
    return sorted((row for row in found if row), key=lambda row: (row.said_at, row.recorded_at, row.pk))


def shown_to(by: Acting, ask: Ask) -> Answer | None:
    """What may be shown of what was said: to herself, what counts; to a helper, only what this helper entered herself."""
    if by.helper is None:
        return counting(ask)
    return counting(ask, [answer for answer in ask.answers.all() if answer.entered_by_id == by.helper.pk])


def withdraw(question: str, *, now: datetime) -> None:
    """Take back a question from everybody who has not answered; it can no longer be answered."""
    Ask.objects.filter(question=question, withdrawn_at=None).update(withdrawn_at=now)
