"""Sending what is due: each message by the first of its person's doors that may say it and that works (decision 26)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db.models import F, Q

from sidebyside.kit.worker import each
from sidebyside.people.models import Answer, Ask, Message, Person
from sidebyside.people.reach import EVERYTHING, NOTHING, Reach, has, may_say, next_door, reach_of, when_to_send

# What may be said in full wherever we say anything; of all else, only that something is waiting (decision 10).
SAID_IN_FULL = {"card_made", "card_word_set", "card_used", "card_locked"}
SAID_IN_FULL |= {"passkey_added", "passkey_taken_away", "passkey_was_copied"}
SAID_IN_FULL |= {
    "forgetting_is_coming",
    "forgetting_was_stopped",
}  # she must be able to stop it, wherever she is reached
TRY_AGAIN, GIVE_UP = timedelta(minutes=10), timedelta(days=2)
AT_ONCE = 50

# door -> send(message, everything: bool, now). It sends by that door, or raises CouldNotSend. A message whose sending broke
# off comes again with `tries` above one and the same `ref`: the sender makes sure that it arrives once.
SENDERS: dict[str, Callable[[Message, bool, datetime], None]] = {}
# Doors that can say several things at once, for those who chose once a day.
TOGETHER: dict[str, Callable[[Sequence[Message], datetime], None]] = {}


class CouldNotSend(Exception):
    """trouble: a code with words, for the desk. again: worth another try at the same door in some minutes."""

    def __init__(self, trouble: str, *, again: bool = False):
        super().__init__(trouble)
        self.trouble, self.again = trouble, again


def send_due(*, now: datetime) -> None:
    """Claim and send what is due. A message that no worker finished is claimed again after ten minutes.

    One at a time, so that a worker that is killed holds up one message; one that cannot be sent stops no other.
    """
    due = Message.objects.filter(sent_at=None, trouble="", due_at__lte=now).filter(_free(now))
    due = due.select_related("person", "ask").order_by("due_at", "id")[:AT_ONCE]
    each(due, lambda message: _claim_and_send(message, now))


def _claim_and_send(message: Message, now: datetime) -> bool:
    if not _claim(message, now):
        return False
    message.refresh_from_db(fields=["tries"])
    send_one(message, now)
    return True


def _claim(message: Message, now: datetime) -> bool:
    mine = Message.objects.filter(_free(now), pk=message.pk, sent_at=None, trouble="")
    return mine.update(started_at=now, tries=F("tries") + 1) == 1


def _free(now: datetime) -> Q:
    return Q(started_at=None) | Q(started_at__lte=now - TRY_AGAIN)


def send_one(message: Message, now: datetime) -> None:
    """Send a message that is claimed: by her next door, or later when these are her quiet hours, or to the desk's list."""
    if not still_needed(message, now):
        _update(message, sent_at=now)
        return
    person, reveals = message.person, reveals_of(message)
    reach, known = reach_of(person), has(person)
    door = message.door or next_door(reach, known=known, tried=doors_tried(message), reveals=reveals)
    if door is None:
        trouble(message, "no_way_to_reach", now=now)
        return
    way = way_of(door, person, reach, reveals)
    later = when_to_send(reach, door=way, now=now)
    if later > now and not _closes_before(message.ask, later):
        _update(message, due_at=later, started_at=None)
        return
    more = _the_rest_of_today(message, now) if reach.together and way in TOGETHER else []
    try:
        if more:
            TOGETHER[way]([message, *more], now)
        elif way in SENDERS:  # her own page needs nothing sent
            SENDERS[way](message, may_say(way, reveals=reveals, says=reach.says) == EVERYTHING, now)
    except CouldNotSend as failed:
        _could_not(message, door, failed, now)
    else:
        Message.objects.filter(pk__in=[message.pk, *[one.pk for one in more]]).update(sent_at=now, door=door)


def way_of(door: str, person: Person, reach: Reach, reveals: str) -> str:
    """Whose door is her own page is told by email that something is there, if her email may say even that."""
    by_email = door == "web" and person.email and may_say("email", reveals=reveals, says=reach.says) != NOTHING
    return "email" if by_email else door


def _the_rest_of_today(message: Message, now: datetime) -> list[Message]:
    """What else goes to her now: all that is due by now, if no door was chosen for it and none failed. Each is claimed.

    What waits for the same ten o'clock is due then; what is put off to another day is not.
    """
    waits = Message.objects.filter(person=message.person, sent_at=None, trouble="", door="", instead_of=None)
    rows = waits.filter(_free(now), due_at__lte=now).exclude(pk=message.pk)
    rows = rows.select_related("person", "ask").order_by("due_at", "id")
    return [row for row in rows if still_needed(row, now) and _claim(row, now)]


def sent_with(message: Message) -> list[Message]:
    """This message, and all that went in one email with it (together): they reached her or not as one."""
    same = {"person": message.person_id, "door": message.door, "sent_at": message.sent_at}
    return list(Message.objects.filter(**same).order_by("id")) if message.sent_at else [message]


def _closes_before(ask: Ask | None, later: datetime) -> bool:
    """What would be over by then goes at once: better at a quiet hour than never."""
    return bool(ask and ask.closes_at and ask.closes_at <= later)


def reveals_of(message: Message) -> str:
    if message.ask:
        return message.ask.reveals
    return "open" if message.code in SAID_IN_FULL else "inside"


def still_needed(message: Message, now: datetime) -> bool:
    """Nobody is written to about what she has read, answered, or can answer no more."""
    if message.person.erased_at or (message.seen_at and not message.ask):
        return False
    ask = message.ask
    if ask is None:
        return True
    over = ask.withdrawn_at or (ask.closes_at and ask.closes_at <= now)
    return not over and not Answer.objects.filter(ask=ask).exists()


def doors_tried(message: Message) -> list[str]:
    """The doors that failed for this, from the first message to the one that now takes its place."""
    tried, before = [], message.instead_of
    while before:
        tried.append(before.door)
        before = before.instead_of
    return tried


def _could_not(message: Message, door: str, failed: CouldNotSend, now: datetime) -> None:
    if failed.again and now - message.due_at < GIVE_UP:
        return
    _update(message, door=door)
    trouble(message, failed.trouble, now=now)


def trouble(message: Message, code: str, *, now: datetime) -> Message | None:
    """This door failed (an email bounced, a letter came back): the desk sees it, and her next door is tried at once.

    code: a code with words. Told twice is told once. Returns the message that takes its place, or None.
    """
    if Message.objects.filter(pk=message.pk, trouble="").update(trouble=code, trouble_at=now) == 0:
        return None
    message.refresh_from_db()
    if not message.door:
        return None
    fields = {"person": message.person, "ask": message.ask, "code": message.code, "values": message.values}
    return Message.objects.create(**fields, instead_of=message, made_at=now, due_at=now)


def trouble_ended(message: Message, *, now: datetime) -> None:
    """The desk has seen to it."""
    Message.objects.filter(pk=message.pk, trouble_ended_at=None).exclude(trouble="").update(trouble_ended_at=now)


def _update(message: Message, **fields) -> None:
    Message.objects.filter(pk=message.pk).update(**fields)
