"""What helps a meeting, whose turn it is, and where something new goes on an agenda."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.sessions.planning_rules import (
    NEEDED,
    VENUE,
    Plan,
    Turn,
    can_change_plan,
    can_have_role,
    can_meet_there,
    hints,
    in_turn,
    known_of_place,
    place_for,
)
from sidebyside.sessions.words_plan import WORDS
from tests.cast import moment

GOOD = Plan(
    way="in-person",
    starts_at=moment("2024-04-16 18:00"),
    ends_at=moment("2024-04-16 20:00"),
    now=moment("2024-03-12 10:00"),
    items=(("content", 80), ("break", 20), ("process", 20)),
    roles=frozenset({"co_facilitator", "note_taker"}),
    venue={"staff_told": "yes"},
)
WHAT_IS_WRONG = {
    "warn_no_break": {"items": (("content", 100), ("process", 20))},
    "warn_over_two_hours": {"ends_at": moment("2024-04-16 20:15")},
    "warn_papers_late": {"papers": (moment("2024-04-10 09:00"),)},
    "warn_not_booked": {"to_book": 1},
    "warn_office_hours": {"starts_at": moment("2024-04-16 14:00"), "ends_at": moment("2024-04-16 16:00")},
    "warn_no_process_time": {"items": (("content", 100), ("break", 20))},
    "warn_no_co_facilitator": {"roles": frozenset({"note_taker"})},
    "warn_no_note_taker": {"roles": frozenset({"co_facilitator"})},
    "warn_agenda_too_long": {"items": (("content", 90), ("break", 20), ("process", 20))},
    "warn_staff_not_told": {"venue": {}},
    "warn_no_way_to_join": {"way": "hybrid"},
    "warn_place_unknown_hearing_loop": {"needed": frozenset({"hearing_loop"})},
    "warn_place_lacks_toilet": {
        "needed": frozenset({"toilet"}),
        "venue": {"staff_told": "yes", "toilet": "no"},
    },
}


def test_nothing_is_said_of_a_meeting_that_works_for_people():
    assert hints(GOOD) == []


@pytest.mark.parametrize(("code", "change"), WHAT_IS_WRONG.items(), ids=WHAT_IS_WRONG)
def test_what_would_help_is_said_alone_and_in_words(code, change):
    found = hints(replace(GOOD, **change))

    assert [one.code for one in found] == [code]
    assert str(WORDS[code]) % found[0].values


def test_a_paper_that_is_not_given_out_is_late_only_once_its_days_have_begun():
    waiting = replace(GOOD, papers=(None,))

    assert hints(waiting) == []
    assert [one.values for one in hints(replace(waiting, now=moment("2024-04-10 09:00")))] == [{"count": 1, "days": 7}]
    assert hints(replace(waiting, now=moment("2024-04-10 09:00"), papers_days=3)) == []


def test_office_hours_are_no_matter_when_people_were_asked_or_it_is_the_weekend():
    staff_time = replace(GOOD, **WHAT_IS_WRONG["warn_office_hours"])
    saturday = replace(staff_time, starts_at=moment("2024-04-20 14:00"), ends_at=moment("2024-04-20 16:00"))

    assert hints(replace(staff_time, asked_when=True)) == hints(saturday) == []


def test_how_much_is_not_booked_is_said_only_to_whoever_may_read_it():
    assert hints(replace(GOOD, to_book=None)) == hints(replace(GOOD, to_book=0)) == []


def test_a_meeting_by_phone_asks_nothing_of_a_place():
    phone = replace(GOOD, way="phone", venue={}, needed=frozenset(VENUE), join_how="Ring the desk.")

    assert hints(phone) == []


def test_every_need_that_is_about_the_place_has_its_sentences():
    assert {f"warn_place_{what}_{name}" for what in ("unknown", "lacks") for name in NEEDED.values()} <= set(WORDS)


def turn(who, times, last=None, since="2024-01-01 10:00"):
    return Turn(who, times, moment(last) if last else None, moment(since))


def test_whose_turn_it_is_goes_by_how_often_then_how_long_ago_then_who_said_so_first():
    wish = [
        turn(1, 2, "2024-01-10 10:00"),
        turn(2, 1, "2024-03-01 10:00"),
        turn(3, 1, "2024-02-01 10:00"),
        turn(4, 0, since="2024-02-02 10:00"),
        turn(5, 0, since="2024-02-01 10:00"),
    ]

    assert [one.who for one in in_turn(wish)] == [5, 4, 3, 2, 1]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=6, unique=True), st.integers(1, 5))
def test_after_as_many_meetings_as_there_are_people_everybody_has_had_as_many_turns(people, rounds):
    start = moment("2024-01-01 10:00")
    turns = {who: Turn(who, 0, None, start + timedelta(minutes=who)) for who in people}

    for number in range(rounds * len(people)):
        one = in_turn(turns.values())[0]
        turns[one.who] = replace(one, times=one.times + 1, last=start + timedelta(days=7 * number))

    assert {one.times for one in turns.values()} == {rounds}


KINDS = st.lists(st.sampled_from(["welcome", "content", "break", "process", "other_business"]), max_size=8)


@given(KINDS)
def test_something_new_comes_before_the_time_that_is_kept_at_the_end(kinds):
    at = place_for(kinds, "content")

    assert set(kinds[at:]) <= {"process", "other_business"}
    assert at == 0 or kinds[at - 1] not in ("process", "other_business")
    assert place_for(kinds, "process") == len(kinds)


def test_a_plan_is_changed_only_while_it_is_one():
    fine = {"off": False, "over": False, "agreed": False, "running": True}

    assert can_change_plan(**fine)
    for name, wrong in (("off", True), ("over", True), ("agreed", True), ("running", False)):
        assert not can_change_plan(**fine | {name: wrong})


def test_whoever_leads_beside_the_facilitator_has_lived_expertise():
    asked = {"roles": ["tech", "co_facilitator"], "here": True}

    assert can_have_role(role="co_facilitator", lived_expertise=False, **asked).code == (
        "co_facilitator_has_lived_expertise"
    )
    assert can_have_role(role="co_facilitator", lived_expertise=True, **asked)
    assert can_have_role(role="tech", lived_expertise=False, **asked)
    assert not can_have_role(role="tech", lived_expertise=True, **asked | {"here": False})
    assert not can_have_role(role="king", lived_expertise=True, **asked)


def test_a_place_is_named_where_people_meet_in_one():
    ways = ["in-person", "phone"]

    assert can_meet_there(way="in-person", place=" ", ways=ways).code == "meeting_needs_a_place"
    assert can_meet_there(way="phone", place="", ways=ways)
    assert not can_meet_there(way="by-boat", place="The quay", ways=ways)


def test_of_a_place_only_what_is_asked_is_kept():
    assert known_of_place({"toilet": "yes", "parking": "unknown", "colour": "yes"}) == {"toilet": "yes"}
