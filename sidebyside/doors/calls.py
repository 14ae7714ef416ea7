"""Phone and in person: who is to be rung, and writing down what she says, in her name (decision 10)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from sidebyside.doors import costs
from sidebyside.doors.models_calls import Call
from sidebyside.doors.sending import SENDERS, trouble
from sidebyside.kit.verdict import Refused, Verdict, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.asks import may_key
from sidebyside.people.models import Ask, Message
from sidebyside.people.reach import EVERYTHING, may_say, reach_of
from sidebyside.people.sheets import take

TRIES = 3
SPOKEN = ("phone", "in-person")


def send(message: Message, everything: bool, now: datetime) -> None:
    """What goes out by phone waits on the desk's list of calls. The same message twice is one call."""
    Call.objects.get_or_create(message=message, defaults={"everything": everything, "made_at": now})


def told(call: Call, *, by: Acting, now: datetime) -> None:
    """She heard it."""
    Call.objects.filter(pk=call.pk, done_at=None).update(done_at=now, done_by=by.person, outcome="call_told")


@transaction.atomic
def not_there(call: Call, *, by: Acting, now: datetime) -> None:
    """Nobody answered. After three tries it is trouble, and her next door is tried."""
    if Call.objects.filter(pk=call.pk, done_at=None).update(not_there=F("not_there") + 1) == 0:
        return
    call.refresh_from_db()
    if call.not_there >= TRIES:
        Call.objects.filter(pk=call.pk).update(done_at=now, done_by=by.person, outcome="call_not_there")
        trouble(call.message, "not_there_on_the_phone", now=now)


def may_write_down(ask: Ask, by: Acting, now: datetime) -> Verdict:
    """May this person write down what the member says? The desk; whoever runs the project, open questions only."""
    if by.card_made_by:
        return no("only_the_desk_keys_this")
    return may_key(ask, Acting(ask.person, keyed_by=by.person), now)


@transaction.atomic
def write_down(
    *,
    ask: Ask,
    said: Mapping[str, str],
    door: str,
    by: Acting,
    now: datetime,
    said_at: datetime | None = None,
    she_rang: bool = False,
) -> None:
    """Record what she said by phone or in person, in her name. She is told, and can change it. Raises Refused.

    she_rang: she paid for the call, and gets that back.
    """
    if door not in SPOKEN:
        raise Refused(no("choose_an_answer"))
    refuse_unless(may_write_down(ask, by, now))
    if may_say(door, reveals=ask.reveals, says=reach_of(ask.person).says) != EVERYTHING:
        raise Refused(no("not_on_the_phone"))
    if said_at and now - said_at > timedelta(days=365):
        raise Refused(no("said_too_long_ago"))
    before = ask.answers.count()
    take(ask, said, by=Acting(ask.person, door=door, keyed_by=by.person), now=now, said_at=said_at)
    if she_rang and ask.answers.count() > before:
        costs.spent(ask.person, "call", now=now)
    calls = Call.objects.filter(message__ask=ask, done_at=None)
    calls.update(done_at=now, done_by=by.person, outcome="call_answered")


for door in SPOKEN:
    SENDERS[door] = send
