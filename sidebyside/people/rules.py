"""Rules about people, asks and answers, as plain functions of plain values."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from sidebyside.kit.verdict import YES, Verdict, no

LINK_LASTS, ONE_PRESS, JUST_SENT = timedelta(minutes=30), timedelta(seconds=10), timedelta(minutes=2)
LINKS_AN_HOUR = TRIES = 5
CHALLENGE_LASTS, MOST_PASSKEYS = timedelta(minutes=10), 10


class Said(Protocol):
    said_at: datetime
    recorded_at: datetime
    entered_by_id: int
    door: str


class Sent(Protocol):
    pk: int
    made_at: datetime
    used_at: datetime | None


A = TypeVar("A", bound=Said)
L = TypeVar("L", bound=Sent)


def the_answer_that_counts(answers: Iterable[A], *, person_id: int, own_stands: bool = False) -> A | None:
    """The latest said counts; said at the same moment, the person's own; then the latest recorded (decision 9).

    Two recorded in one instant (a practice hub's clock stands still): the row that was added last. own_stands: what she
    herself said stands against what a helper enters later (a helper enters on the web; what she wrote on paper, or said
    to the desk, is her own word). So nobody who is near her can change her private view behind her back.
    """

    def order(a: A) -> tuple:
        by_helper = a.entered_by_id != person_id and a.door == "web"
        return (
            not (own_stands and by_helper),
            a.said_at,
            a.entered_by_id == person_id,
            a.recorded_at,
            getattr(a, "pk", 0),
        )

    return max(answers, key=order, default=None)


def can_answer(
    *, closes_at: datetime | None, withdrawn_at: datetime | None, said_at: datetime, erased: bool
) -> Verdict:
    """An ask can be answered until it closes. What was said in time counts, however late it is keyed in."""
    if withdrawn_at:
        return no("ask_was_withdrawn")
    if erased:
        return no("person_was_forgotten")
    if closes_at and said_at >= closes_at:
        return no("ask_has_closed")
    return YES


def can_help(*, kind: str, kinds: Iterable[str], confirmed: bool, ended: bool, until_on: date, today: date) -> Verdict:
    """A helper answers only the kinds of ask that the member chose, once she has said so, until the day she chose."""
    if ended or today > until_on:
        return no("helping_has_ended")
    if not confirmed:
        return no("helping_not_confirmed")
    if kind not in kinds:
        return no("helper_not_chosen_for_this")
    return YES


def minutes_beyond(*, asked: int, minutes: int, budget: int | None) -> int:
    """How many of these minutes go beyond what a group agreed to be asked for in a month, outside sessions (decision 12).

    asked: minutes asked in this month before. budget: minutes a month, or None where nobody agreed on any.
    """
    if budget is None:
        return 0
    return min(minutes, max(0, asked + minutes - budget))


def can_key(*, reveals: str, runs_a_project_of_hers: bool, desk: bool) -> Verdict:
    """Whoever runs a project types in answers to open questions only; the hub's desk, which runs none of hers, to all."""
    if runs_a_project_of_hers:
        return YES if reveals == "open" else no("only_the_desk_keys_this")
    return YES if desk else no("only_the_desk_keys_this")


def can_be_helper(*, same_person: bool, runs_a_project_of_hers: bool) -> Verdict:
    """Officers and facilitators of a project never enter a member's views (decision 10)."""
    if same_person:
        return no("nobody_is_her_own_helper")
    if runs_a_project_of_hers:
        return no("helper_runs_a_project_of_hers")
    return YES


def can_choose_helper(*, kinds: Iterable[str], allowed: Iterable[str], until_on: date, today: date) -> Verdict:
    """A member chooses a helper for the kinds of ask she names, for a year at most (decision 10: until a date)."""
    kinds = set(kinds)
    if not kinds or kinds - set(allowed):
        return no("choose_what_the_helper_may_answer")
    if until_on < today:
        return no("helping_day_is_past")
    if (until_on - today).days > 366:
        return no("helping_is_for_a_year_at_most")
    return YES


def can_do_on_card(*, signed_in_by_card: bool, what: str) -> Verdict:
    """Whoever made a card may have used it. So a card opens no other way in (an email) and no other hand (a helper)."""
    return no(f"card_{what}") if signed_in_by_card else YES


def can_ask_for_link(asked: Iterable[datetime], *, now: datetime) -> Verdict:
    """One browser may ask for five links an hour."""
    lately = [at for at in asked if at > now - timedelta(hours=1)]
    return no("asked_for_many_links") if len(lately) >= LINKS_AN_HOUR else YES


def link_that_will_do(lately: Iterable[L], *, asked: int | None, now: datetime) -> L | None:
    """The link that makes a new one needless, of those sent to an address in the last hour.

    asked: the one that this browser asked for before (two for one press of the button are one). After five in an hour,
    one that was sent in the last two minutes will do: a stranger who asks and asks never keeps the owner waiting longer.
    """
    lately = list(lately)
    unused = [link for link in lately if not link.used_at]
    same_press = [link for link in unused if link.pk == asked and link.made_at > now - ONE_PRESS]
    just_sent = [link for link in unused if link.made_at > now - JUST_SENT] if len(lately) >= LINKS_AN_HOUR else []
    return next(reversed(same_press or just_sent), None)


def can_use_card(*, ended: bool, word_is_set: bool, word_is_right: bool) -> Verdict:
    """A card works with her own word, and is useless until she has set it (decision 11)."""
    if ended or (word_is_set and not word_is_right):
        return no("card_or_word_is_not_right")
    return YES if word_is_set else no("card_has_no_word_yet")


def can_set_word(*, word: str, again: str) -> Verdict:
    """Her word is hers to choose; four letters at least."""
    if len(word) < 4:
        return no("word_is_too_short")
    return YES if word == again else no("words_are_not_the_same")


def can_add_passkey(*, helping: bool, has: int) -> Verdict:
    """A passkey opens everything that is hers: she adds it herself, and a helper never does. Ten at most."""
    if helping:
        return no("helper_adds_no_passkey")
    return YES if has < MOST_PASSKEYS else no("passkeys_are_enough")


def challenge_is_good(*, made_at: datetime | None, now: datetime) -> Verdict:
    """A browser answers the newest challenge that it was given, once, in the next ten minutes."""
    return YES if made_at and now < made_at + CHALLENGE_LASTS else no("passkey_took_too_long")


def counter_went_on(*, before: int, now: int) -> bool:
    """A passkey that counts counts up each time; one that stands in several places at once never counts (both 0)."""
    return now > before or before == now == 0
