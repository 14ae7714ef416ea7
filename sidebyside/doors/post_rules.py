"""Codes on paper, and how many days the post needs: plain functions of plain values."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sidebyside.kit.refs import LETTERS
from sidebyside.kit.verdict import YES, Verdict, no

LONDON = ZoneInfo("Europe/London")
LENGTH = 9  # eight letters, and one that is worked out from them

# A letter takes 3 to 5 days each way (decision 3 of the design), and she has it for a day. A proposal: check it locally.
SLOW, MIDDLE, WITH_HER = timedelta(days=5), timedelta(days=4), timedelta(days=1)
RING_BEFORE = timedelta(days=4)  # so long before it closes, whoever's form is not back is rung
FRIDAY = 4


def with_check(letters: str) -> str:
    """The letters, and one more that follows from them: any one wrong letter, or two swapped, and it does not fit."""
    return letters + LETTERS[-_sum(letters) % len(LETTERS)]


def fits(code: str) -> Verdict:
    """Is this a code as we write them? Says nothing on whether there is such a form."""
    if len(code) != LENGTH or set(code) - set(LETTERS):
        return no("paper_code_mistyped")
    return YES if (_sum(code[:-1]) + LETTERS.index(code[-1])) % len(LETTERS) == 0 else no("paper_code_mistyped")


def _sum(letters: str) -> int:
    """31 letters is a prime number, so that each place can weigh differently and no single fault goes unseen."""
    return sum((place + 2) * LETTERS.index(letter) for place, letter in enumerate(letters))


def in_threes(code: str) -> str:
    """As it is printed: `K7M Q2X PD4`."""
    return " ".join(code[i : i + 3] for i in range(0, len(code), 3)).upper()


def last_day_to_key(closes_on: date) -> date:
    """The desk's last working day before the day it closes."""
    day = closes_on - timedelta(days=1)
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))


def send_back_by(closes_on: date) -> date:
    """The latest day for her to post it, so that even slow post is back in time."""
    return last_day_to_key(closes_on) - SLOW


def post_by(closes_on: date, *, form: bool) -> date:
    """The latest day for the desk to post it, so that even slow post is in time: there and back, or without a form there."""
    return (send_back_by(closes_on) if form else last_day_to_key(closes_on)) - WITH_HER - SLOW


def next_post(today: date) -> date:
    """The day on which what waits now is posted: today, or Monday on a weekend."""
    return today + timedelta(days=max(7 - today.weekday(), 0) if today.weekday() > FRIDAY else 0)


def can_go_by_post(*, closes_on: date | None, today: date, form: bool) -> Verdict:
    """Not when post of middling speed could not be in time: then she is reached another way.

    form: there and back. A letter that only says that something is waiting goes one way, and she rings or comes.
    """
    needs = MIDDLE + WITH_HER + (MIDDLE if form else timedelta(0))
    if closes_on is None or next_post(today) + needs <= last_day_to_key(closes_on):
        return YES
    return no("too_late_to_post")


def time_to_ring(closes_on: date | None, *, today: date) -> bool:
    """Shortly before it closes, whoever has a form that is not back is rung."""
    return closes_on is not None and today >= closes_on - RING_BEFORE


def when_said(day: date, *, closes_at: datetime | None, now: datetime) -> datetime:
    """The moment for a day that is written on paper: noon, so that what she said later that day by another door is later.

    Today it is now. The day on which the question closes is in time.
    """
    if day == now.astimezone(LONDON).date():
        return now
    noon = datetime.combine(day, time(12), tzinfo=LONDON)
    if closes_at and closes_at.astimezone(LONDON).date() == day:
        return min(noon, closes_at - timedelta(seconds=1))
    return noon


def day_fits(day: date, *, made_on: date, today: date) -> Verdict:
    """The day on the paper is between the day the paper was made and today."""
    if day > today:
        return no("said_in_the_future")
    return YES if day >= made_on else no("paper_day_is_too_early")
