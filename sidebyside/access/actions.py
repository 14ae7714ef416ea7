"""Her passport: saying what she needs, changing it, and saying that nothing has changed. Nothing of it enters the history."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from sidebyside.access import facts
from sidebyside.access.models import Need
from sidebyside.access.passport import passport
from sidebyside.access.rules import READERS
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import YES, Refused, Verdict, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Project

PASSPORT = asks.add_kind(asks.Kind(facts.PASSPORT, "inside", 15, "ask_passport_title", ("my-needs", ())))
CHECK_IN = asks.add_kind(asks.Kind(facts.CHECK_IN, "inside", 3, "ask_check_in_title", ("check-in", ("slug",))))
GOT_IT = asks.add_kind(asks.Kind(facts.GOT_IT, "inside", 3, "ask_got_it_title", ("got-it", ("slug",))))
# Whether she would like time without her helper, no helper can be chosen to answer.
ALONE = asks.add_kind(
    asks.Kind("access.time_alone", "sealed", 1, "ask_time_alone_title", ("time-alone", ("slug",)), helpers=False)
)
WHAT = ("gone_through", "nothing_changed")
LONGEST = 2000  # letters and spaces of own words


def may_open(by: Acting, now: datetime, kind: str = facts.PASSPORT) -> Verdict:
    """May she who is acting see and fill in this member's passport? Herself, or a helper chosen for it.

    A helper who assesses, pays for or manages her care reads nothing of it (decision 30).
    """
    if by.hand == by.person:
        return YES
    if by.hand.pk in facts.decides_about(by.person):
        return no("decides_about_her_care")
    unsaid = Ask(kind=kind, person=by.person, reveals=PASSPORT.reveals)
    return asks.may_enter(unsaid, by, now) if by.helper else asks.may_key(unsaid, by, now)


@transaction.atomic
def say_need(
    *, question: str, chosen: Iterable[str], words: str, seen_by: Iterable[str], by: Acting, now: datetime
) -> Need | None:
    """What she says to one question, in place of what she said before. Nothing said takes it away.

    seen_by: the kinds of reader it is meant for; whom that is, she says in each project. Raises Refused.
    """
    asked = passport().find(question)
    if asked is None:
        raise Refused(no("no_such_question"))
    refuse_unless(may_open(by, now))
    offered = [choice.id for choice in asked.choices]
    said: Any = {"chosen": [one for one in offered if one in set(chosen)], "words": words.strip()[:LONGEST]}
    readers = [kind for kind in READERS if kind in set(seen_by)]
    if not said["chosen"] and not said["words"]:
        by.person.needs.filter(question=question).delete()
        return None
    need = by.person.needs.filter(question=question).first() or Need(person=by.person, question=question)
    if need.pk and (need.said, need.seen_by) == (said, readers):
        return need
    need.said, need.seen_by, need.said_at = said, readers, now
    need.entered_by, need.door = by.hand, by.door
    need.save()
    return need


@transaction.atomic
def show_all_to(*, seen_by: Iterable[str], by: Acting, now: datetime) -> None:
    """The same kinds of reader for every answer that she has given so far."""
    refuse_unless(may_open(by, now))
    by.person.needs.update(seen_by=[kind for kind in READERS if kind in set(seen_by)])


@transaction.atomic
def say_all_is_said(*, what: str, by: Acting, now: datetime, said_at: datetime | None = None) -> int:
    """She has gone through it, or nothing has changed: dated, for each project that asks her. Returns how many there are.

    The answer holds no need, only that she said so and when; what she needs lies in her passport alone.
    """
    if what not in WHAT:
        raise Refused(no("choose_an_answer"))
    refuse_unless(may_open(by, now))
    waiting = list(by.person.asks.filter(kind=facts.PASSPORT, withdrawn_at=None).order_by("id"))
    refs = [ask.room.removeprefix("project:") for ask in waiting]
    list(Project.objects.select_for_update().filter(ref__in=refs).order_by("id"))  # all held, always in one order
    for ask in waiting:
        answer_here(ask=ask, said={"what": what}, by=by, now=now, said_at=said_at)
    return len(waiting)


def answer_here(
    *, ask: Ask, said: dict, by: Acting, now: datetime, said_at: datetime | None = None, then: Callable | None = None
) -> None:
    """Answer one of this part's asks, and tell upwards when what the project can show of it is another than before.

    The day is part of what is said, so that the same words on another day are a new answer.
    """
    if by.hand.pk in facts.decides_about(by.person):
        raise Refused(no("decides_about_her_care"))
    project = hold(Project.objects.get(ref=ask.room.removeprefix("project:")))
    before = _shown(project, now)
    on = (said_at or now).date().isoformat()
    asks.answer(ask=ask, said=said | {"on": on}, by=by, now=now, said_at=said_at)
    if then:
        then()
    if _shown(project, now) != before:
        happened("needs-said", project=project, now=now, by_members=True)


def _shown(project: Project, now: datetime) -> list[str]:
    """Whether everyone was asked, and again: nothing that would give away what one person said."""
    return [fact.status for fact in facts.who_was_asked_shows(project, now).values()]
