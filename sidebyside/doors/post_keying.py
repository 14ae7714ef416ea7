"""Keying in: what came back on paper is recorded in her name, by whoever may read it (decisions 9 and 10 of the design)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from sidebyside.doors import costs
from sidebyside.doors import post_rules as rules
from sidebyside.doors.models_post import PaperForm, PaperTry
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest, plain
from sidebyside.people.messages import tell
from sidebyside.people.models import Ask
from sidebyside.people.sheets import take

PUBLIC_TRIES_KEPT = 200  # a day: whoever types codes for fun fills no table
ONE_PRESS = timedelta(seconds=10)
KEPT, KEPT_AFTER_CLOSING = "paper_keyed", "paper_keyed_after_closing"


def form_with(code: str, *, by: Acting | None, now: datetime) -> PaperForm:
    """The form with this code. by: nobody, on the public page. Raises Refused; each code that is not right is recorded."""
    code = plain(code)
    verdict = rules.fits(code)
    form = None
    if verdict:
        found = PaperForm.objects.select_related("ask__person", "letter__message")
        form = found.filter(code_digest=digest("paper", code), ask__person__erased_at=None).first()
        verdict = no("paper_code_unknown")
    if form is None:
        _note_try(verdict, by, now)
        raise Refused(verdict)
    return form


def form_to_key(code: str, *, by: Acting, now: datetime, room: str = "") -> PaperForm:
    """The form with this code, for somebody who may type it in. room: only forms of this project. Raises Refused."""
    paper = form_with(code, by=by, now=now)
    verdict = may_open(paper, by=by, now=now, room=room)
    if not verdict:
        _note_try(verdict, by, now)
        raise Refused(verdict)
    return paper


def may_open(paper: PaperForm, *, by: Acting, now: datetime, room: str = "") -> Verdict:
    """May she type in this form? Open questions: who runs the project, and the desk. All others: the desk alone."""
    if room and paper.ask.room != room:
        return no("paper_form_is_for_the_desk")
    return asks.may_key(paper.ask, _in_her_name(paper.ask, by), now)


def _in_her_name(ask: Ask, by: Acting) -> Acting:
    return Acting(person=ask.person, keyed_by=by.person, door="post")


def _note_try(verdict: Verdict, by: Acting | None, now: datetime) -> None:
    """Two presses of one button are one."""
    person = by.person if by else None
    day = now.astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    pressed_twice = PaperTry.objects.filter(by=person, why=verdict.code, at__gt=now - ONE_PRESS)
    in_public = PaperTry.objects.filter(by=None, at__gte=day)
    if pressed_twice.exists() or (person is None and in_public.count() >= PUBLIC_TRIES_KEPT):
        return
    PaperTry.objects.create(by=person, why=verdict.code, at=now)


@transaction.atomic
def key(
    *, paper: PaperForm, said: Mapping[str, str], day: date, by: Acting, now: datetime, stamp: bool = False
) -> None:
    """Record what the paper says. day: the day written on it. stamp: she paid for it. Raises Refused.

    What she said in time is kept, even when the question has closed since: then it changes nothing that was published.
    The same form again with the same words is one answer; with other words both are kept, and the latest said counts.
    """
    ask, before = paper.ask, paper.ask.answers.count()
    made_on = paper.made_at.astimezone(LONDON).date()
    refuse_unless(rules.day_fits(day, made_on=made_on, today=now.astimezone(LONDON).date()))
    said_at = rules.when_said(day, closes_at=ask.closes_at, now=now)
    take(ask, said, by=_in_her_name(ask, by), now=now, said_at=max(said_at, paper.made_at))
    PaperForm.objects.filter(pk=paper.pk, used_at=None).update(used_at=now, used_by=by.person)
    if ask.answers.count() > before:
        history.note(history.HUB, by, "paper-keyed", paper.ref, now=now)
        if stamp:
            costs.spent(ask.person, "stamp", now=now)


def is_over(ask: Ask, now: datetime) -> bool:
    return bool(ask.withdrawn_at or (ask.closes_at and ask.closes_at <= now))


@transaction.atomic
def came_too_late(*, paper: PaperForm, by: Acting, now: datetime) -> None:
    """It came when it could count no more: that is noted, and she is told. Said twice is said once. Raises Refused."""
    refuse_unless(asks.may_key(paper.ask, _in_her_name(paper.ask, by), now))
    if not is_over(paper.ask, now):
        raise Refused(no("question_is_still_open"))
    if PaperForm.objects.filter(pk=paper.pk, late_at=None, used_at=None).update(late_at=now):
        tell(paper.ask.person, "paper_came_too_late", now=now)
        history.note(history.HUB, by, "paper-came-too-late", paper.ref, now=now)


@transaction.atomic
def answer_with_code(*, paper: PaperForm, said: Mapping[str, str], now: datetime) -> None:
    """She answers on the web with the code on her paper: open questions only, once; and she is told. Raises Refused."""
    if paper.ask.reveals != "open":
        raise Refused(no("paper_code_opens_only_open_questions"))
    if PaperForm.objects.filter(pk=paper.pk, used_at=None).update(used_at=now) == 0:
        raise Refused(no("paper_code_was_used"))
    saw_the_code = paper.letter.printed_by  # whoever printed it could have used it, as whoever makes a card could
    take(paper.ask, said, by=Acting(paper.ask.person, door="post", card_made_by=saw_the_code), now=now)
    tell(paper.ask.person, "answered_with_paper_code", now=now)
