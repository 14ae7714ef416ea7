"""Links that answer one ask, once. A link is used by pressing the button on its page, never by looking at it."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from sidebyside.doors import email_rules
from sidebyside.doors.email_names import link_token
from sidebyside.doors.models_email import AnswerLink
from sidebyside.kit.refs import new_ref
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.asks import counting
from sidebyside.people.digests import digest
from sidebyside.people.models import Ask, Message
from sidebyside.people.reach import EVERYTHING, may_say, reach_of
from sidebyside.people.sheets import Sheet, take


def link_for(message: Message, *, now: datetime) -> AnswerLink:
    """The one link of an email, the same when the email is sent again."""
    link = AnswerLink.objects.filter(message=message).first()
    return link or _make(ask=message.ask, message=message, now=now, sent_at=now)


def _make(*, now: datetime, **fields) -> AnswerLink:
    ref = new_ref()
    return AnswerLink.objects.create(
        ref=ref, token_digest=digest("answer-link", link_token(ref)), made_at=now, **fields
    )


def address_of_link(link: AnswerLink) -> str:
    return settings.SITE_URL + reverse("answer-link", args=[link_token(link.ref)])


def find(token: str) -> AnswerLink | None:
    """The link with this token, good or not. Looking uses nothing up: programs that look at links may."""
    return AnswerLink.objects.select_related("ask__person").filter(token_digest=digest("answer-link", token)).first()


def can_use(link: AnswerLink, *, now: datetime) -> Verdict:
    """Only while the ask is open, and while her email may say this much: she may have chosen otherwise since."""
    ask = link.ask
    if ask.person.erased_at or not said_in_full(ask):
        return no("answer_link_says_less_now")
    return email_rules.link_is_good(
        made_at=link.made_at, used_at=link.used_at, closes_at=ask.closes_at, withdrawn_at=ask.withdrawn_at, now=now
    )


def said_in_full(ask: Ask) -> bool:
    return may_say("email", reveals=ask.reveals, says=reach_of(ask.person).says) == EVERYTHING


@transaction.atomic
def use(*, link: AnswerLink, sheet: Sheet, said: Mapping[str, str], now: datetime) -> None:
    """Record what was said in her name, and with it use the link up. Raises Refused, and then nothing was used."""
    refuse_unless(can_use(link, now=now))
    if AnswerLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now, used_for=_digest(link, said)) != 1:
        raise Refused(no("answer_link_was_used"))
    AnswerLink.objects.filter(ask=link.ask, used_at=None).update(used_at=now)  # an older email may have been sent on
    take(link.ask, with_earlier(link.ask, sheet, said), by=Acting(link.ask.person, door="email"), now=now)


def was_used_for(link: AnswerLink, said: Mapping[str, str]) -> bool:
    """Was it this very answer that used the link up? Then the button was only pressed twice."""
    return link.used_for != "" and link.used_for == _digest(link, said)


def _digest(link: AnswerLink, said: Mapping[str, str]) -> str:
    return digest("answer-link-said", link.ref + json.dumps(dict(said), sort_keys=True))


def with_earlier(ask: Ask, sheet: Sheet, said: Mapping[str, str]) -> dict[str, str]:
    """What is said now, and beside it what she said before to questions that she leaves out this time.

    Only where every question may be left out, such as in a round: elsewhere an answer is whole. She is not shown here what
    she said before, since whoever has the link could read it.
    """
    earlier = counting(ask)
    before: object = earlier.said if earlier else {}
    kept = before if isinstance(before, dict) else {}
    if any(question.needed for question in sheet.questions) or set(kept) - {q.name for q in sheet.questions}:
        return dict(said)
    return kept | dict(said)


@transaction.atomic
def ask_for_new(*, link: AnswerLink, now: datetime) -> None:
    """Another link goes to her email address, and nowhere else. Whoever asks learns nothing. Many presses are few links."""
    ask = Ask.objects.select_for_update().get(pk=link.ask_id)
    open_still = not ask.withdrawn_at and not (ask.closes_at and ask.closes_at <= now)
    person = ask.person
    made = AnswerLink.objects.filter(ask=ask, message=None).values_list("made_at", flat=True)
    may_go = open_still and person.email and not person.erased_at and said_in_full(ask)
    if may_go and email_rules.may_have_new_link(made, now=now):
        _make(ask=ask, now=now)
