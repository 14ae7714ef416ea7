"""Asks and answers: one question, one record, nothing overwritten, and one rule for which answer counts (decision 9)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask
from sidebyside.people.rules import the_answer_that_counts
from sidebyside.standing.actions import ROUND

SHE, HELPER = 1, 2
START = datetime(2024, 3, 12, 10, tzinfo=UTC)
MOMENTS = st.integers(0, 5).map(lambda hours: START + timedelta(hours=hours))


@dataclass(frozen=True)
class Said:
    said_at: datetime
    recorded_at: datetime
    entered_by_id: int
    door: str = "web"


SAIDS = st.lists(st.builds(Said, MOMENTS, MOMENTS, st.sampled_from([SHE, HELPER])), max_size=8)


@given(SAIDS)
def test_what_was_said_last_counts(said):
    counts = the_answer_that_counts(said, person_id=SHE)

    assert (counts is None) == (said == [])
    assert all(counts.said_at >= other.said_at for other in said)


@given(SAIDS, MOMENTS)
def test_said_at_the_same_moment_her_own_word_counts(said, moment):
    said = [s for s in said if s.said_at <= moment]
    hers, helpers = Said(moment, START, SHE), Said(moment, START + timedelta(days=1), HELPER)

    assert the_answer_that_counts([*said, hers, helpers], person_id=SHE).entered_by_id == SHE


@given(SAIDS, MOMENTS)
def test_of_what_is_private_her_own_word_stands_against_a_helpers_later_one(said, moment):
    hers, paper = Said(moment, START, SHE), Said(moment, START, HELPER, door="post")

    assert the_answer_that_counts([*said, hers], person_id=SHE, own_stands=True).entered_by_id == SHE
    others = [s for s in said if s.entered_by_id == HELPER]
    assert the_answer_that_counts([*others, paper], person_id=SHE, own_stands=True) == paper


@given(SAIDS, st.randoms())
def test_the_order_in_which_answers_came_in_does_not_matter(said, chance):
    mixed = list(said)
    chance.shuffle(mixed)

    assert the_answer_that_counts(mixed, person_id=SHE) == the_answer_that_counts(said, person_id=SHE)


@given(SAIDS, MOMENTS, MOMENTS)
def test_an_older_answer_keyed_in_late_never_takes_the_place_of_a_newer_one(said, early, late):
    said = [*said, Said(late + timedelta(days=1), late, SHE)]
    before = the_answer_that_counts(said, person_id=SHE)

    assert the_answer_that_counts([*said, Said(early, late + timedelta(days=9), HELPER)], person_id=SHE) == before


@pytest.fixture
def ask(cast):
    return ask_amara(cast)


def ask_amara(cast, closes_at=None) -> Ask:
    values = {"slug": "our-project", "round": "abcdefghjkmn", "project": "Our project"}
    return asks.ask_all(
        ROUND,
        question="round:1",
        people=[cast.amara],
        room=cast.project.room,
        now=now(),
        closes_at=closes_at,
        values=values,
    )[0]


def test_asking_somebody_the_same_question_twice_is_one_ask(cast, ask):
    assert ask_amara(cast) == ask
    assert Ask.objects.count() == 1


def test_sending_the_same_answer_twice_makes_no_second_answer(cast, ask):
    for _ in range(2):
        asks.answer(ask=ask, said={"time": "no"}, by=Acting(cast.amara), now=now())

    assert Answer.objects.count() == 1


def test_a_changed_answer_is_a_new_row_and_the_old_one_stays(cast, ask, at):
    asks.answer(ask=ask, said={"time": "no"}, by=Acting(cast.amara), now=now())
    asks.answer(ask=ask, said={"time": "yes"}, by=Acting(cast.amara), now=at("2024-03-13 10:00"))

    assert [row.said for row in ask.answers.order_by("id")] == [{"time": "no"}, {"time": "yes"}]
    assert asks.counting(ask).said == {"time": "yes"}


def test_going_back_to_an_earlier_answer_is_a_new_answer(cast, ask, at):
    noon = at("2024-03-12 12:00")
    amara = Acting(cast.amara)
    asks.answer(ask=ask, said="no", by=amara, now=noon)
    asks.answer(ask=ask, said="yes", by=amara, now=noon, said_at=at("2024-03-12 11:00"))
    assert asks.counting(ask).said == "no"

    asks.answer(ask=ask, said="yes", by=amara, now=at("2024-03-12 13:00"))

    assert asks.counting(ask).said == "yes"


def test_the_same_answer_once_on_a_card_and_once_without_are_two(cast, ask):
    asks.answer(ask=ask, said="yes", by=Acting(cast.amara, card_made_by=cast.delia), now=now())
    asks.answer(ask=ask, said="yes", by=Acting(cast.amara), now=now())

    assert list(ask.answers.order_by("id").values_list("card_made_by", flat=True)) == [cast.delia.pk, None]


def test_nobody_answers_what_somebody_else_was_asked(cast, ask):
    with pytest.raises(Refused, match="ask_is_somebody_elses"):
        asks.answer(ask=ask, said="yes", by=Acting(cast.grace), now=now())


def test_what_was_said_in_time_counts_however_late_it_is_keyed_in(cast, at):
    ask, said_at = ask_amara(cast, closes_at=at("2024-03-20 17:00")), at("2024-03-20 16:59")
    at("2024-03-12 10:00")

    assert asks.answer(ask=ask, said="yes", by=Acting(cast.amara), now=at("2024-04-01 09:00"), said_at=said_at)
    with pytest.raises(Refused, match="ask_has_closed"):
        asks.answer(ask=ask, said="no", by=Acting(cast.amara), now=at("2024-04-01 09:00"))


def test_nothing_is_said_in_the_future_or_to_a_question_taken_back(cast, ask, at):
    with pytest.raises(Refused, match="said_in_the_future"):
        asks.answer(ask=ask, said="yes", by=Acting(cast.amara), now=now(), said_at=at("2024-03-12 10:01"))

    asks.withdraw("round:1", now=now())

    with pytest.raises(Refused, match="ask_was_withdrawn"):
        asks.answer(ask=ask, said="yes", by=Acting(cast.amara), now=now())


def test_what_was_said_is_not_readable_in_the_database(cast, ask):
    from django.db import connection

    asks.answer(ask=ask, said={"time": "a canary"}, by=Acting(cast.amara), now=now())

    with connection.cursor() as cursor:
        cursor.execute("SELECT said FROM people_answer")
        assert "canary" not in cursor.fetchone()[0]
