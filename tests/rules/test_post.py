"""Codes on paper find out a slip of the pen, and the days of the post are counted from the day a question closes."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.doors import post_rules as rules
from sidebyside.kit.refs import LETTERS

MONDAY = date(2024, 3, 11)
codes = st.text(LETTERS, min_size=8, max_size=8).map(rules.with_check)


@given(codes)
def test_a_code_of_ours_fits(code):
    assert rules.fits(code)
    assert len(rules.in_threes(code)) == 11


@given(codes, st.integers(0, 8), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found_out(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]

    assert bool(rules.fits(wrong)) == (wrong == code)


@given(codes, st.integers(0, 7))
def test_two_letters_next_to_each_other_that_were_swapped_are_found_out(code, place):
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert bool(rules.fits(swapped)) == (swapped == code)


@pytest.mark.parametrize("code", ["", "k7m", "k7mq2xpd0", "k7mq2xpd4k", "ééééééééé"])
def test_what_is_no_code_at_all_is_refused(code):
    assert rules.fits(code).code == "paper_code_mistyped"


def test_no_letter_of_a_code_looks_like_another():
    assert not set("0o1il") & set(LETTERS)


def test_the_latest_day_to_post_is_counted_back_from_the_day_it_closes():
    closes_on = MONDAY + timedelta(days=21)

    assert rules.last_day_to_key(closes_on) == date(2024, 3, 29)  # the Friday before
    assert rules.send_back_by(closes_on) == date(2024, 3, 24)
    assert rules.post_by(closes_on, form=True) == date(2024, 3, 18)
    assert rules.post_by(closes_on, form=False) == date(2024, 3, 23)


def test_the_desk_types_in_on_working_days_only():
    week = [rules.last_day_to_key(MONDAY + timedelta(days=day)) for day in range(7)]

    assert all(day.weekday() <= rules.FRIDAY for day in week)
    assert all(a <= b for a, b in pairwise(week))


@pytest.mark.parametrize(("days", "by_post"), [(7, False), (9, False), (10, True), (14, True), (21, True)])
def test_a_question_that_closes_too_soon_for_a_letter_there_and_back_goes_another_way(days, by_post):
    closes_on = MONDAY + timedelta(days=days)

    assert bool(rules.can_go_by_post(closes_on=closes_on, today=MONDAY, form=True)) is by_post


def test_a_letter_that_only_says_that_something_waits_needs_one_way():
    days = [bool(rules.can_go_by_post(closes_on=MONDAY + timedelta(days=n), today=MONDAY, form=False)) for n in (5, 8)]

    assert days == [False, True]


def test_what_waits_on_a_weekend_is_posted_on_monday():
    assert [rules.next_post(MONDAY + timedelta(days=n)).isoformat() for n in (4, 5, 6, 7)] == [
        "2024-03-15",
        "2024-03-18",
        "2024-03-18",
        "2024-03-18",
    ]


def test_a_question_that_never_closes_can_always_go_by_post():
    assert rules.can_go_by_post(closes_on=None, today=MONDAY, form=True)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=rules.LONDON)


def test_the_day_on_paper_is_in_time_on_the_day_a_question_closes():
    closes, now = at("2024-03-12 10:00"), at("2024-03-14 09:00")

    assert rules.when_said(date(2024, 3, 12), closes_at=closes, now=now) < closes
    assert rules.when_said(date(2024, 3, 13), closes_at=closes, now=now) > closes
    assert rules.when_said(date(2024, 3, 11), closes_at=closes, now=now) == at("2024-03-11 12:00")
    assert rules.when_said(date(2024, 3, 14), closes_at=closes, now=now) == now


def test_a_day_that_cannot_be_is_refused():
    days = {"made_on": date(2024, 3, 5), "today": date(2024, 3, 12)}

    assert rules.day_fits(date(2024, 3, 5), **days)
    assert rules.day_fits(date(2024, 3, 4), **days).code == "paper_day_is_too_early"
    assert rules.day_fits(date(2024, 3, 13), **days).code == "said_in_the_future"
