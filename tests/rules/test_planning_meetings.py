"""What is suggested to be booked for a meeting, from what people said that they need."""

from datetime import timedelta

import pytest

from sidebyside.sessions.rules import Line, can_become, can_plan, suggestions
from sidebyside.sessions.suggesting import lines
from tests.cast import moment

STARTS = moment("2024-04-16 14:00")
BSL = Line("language", "bsl", "Interpreter", 28, how_many_long=2, for_group=True)
TAXI = Line("travel", "taxi", "Taxi", 7, how_many=2)
SAID = [
    ("ada", "language", ["bsl"]),
    ("ben", "language", ["bsl"]),
    ("ben", "travel", ["taxi"]),
    ("cy", "travel", ["company"]),
]


def suggest(hours: float = 2, there=()):
    ends = STARTS + timedelta(hours=hours)
    return suggestions(SAID, [BSL, TAXI], starts_at=STARTS, ends_at=ends, long_hours=2, there=there)


def test_what_a_group_shares_is_one_booking_and_the_rest_is_one_a_person():
    found = suggest()

    assert [(one.what, one.how_many, one.people) for one in found] == [
        ("Interpreter", 2, ("ada", "ben")),
        ("Taxi", 2, ("ben",)),
    ]
    assert [one.book_by.isoformat() for one in found] == ["2024-03-19", "2024-04-09"]


def test_a_short_meeting_needs_one_interpreter():
    assert suggest(hours=1.5)[0].how_many == 1


def test_what_is_booked_is_not_suggested_again():
    assert [one.people for one in suggest(there={("language:bsl", "ada"), ("travel:taxi", "ben")})] == [("ben",)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"running": False}, "project_not_running"),
        ({"title": " "}, "meeting_needs_a_name"),
        ({"starts_at": moment("2024-03-01 10:00")}, "meeting_is_past"),
        ({"ends_at": STARTS}, "meeting_ends_before_it_starts"),
        ({"ends_at": STARTS + timedelta(hours=13)}, "meeting_ends_before_it_starts"),
    ],
)
def test_a_meeting_that_cannot_be(change, why):
    asked = {"title": "We meet", "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=2), "running": True}

    assert can_plan(**asked, now=moment("2024-03-12 10:00"))
    assert can_plan(**asked | change, now=moment("2024-03-12 10:00")).code == why


def test_what_is_not_possible_says_why():
    assert can_become(state="not_possible", why_not=" ", got=False).code == "say_why_not_possible"
    assert can_become(state="booked", why_not="", got=True).code == "booking_was_confirmed"
    assert can_become(state="lost", why_not="", got=False).code == "choose_an_answer"
    assert can_become(state="booked", why_not="", got=False)


def test_every_line_of_ours_is_about_a_choice_that_the_passport_offers():
    from sidebyside.access.passport import passport

    offered = {(question.id, choice.id) for question in passport().questions for choice in question.choices}
    ours, long_hours = lines()
    assert {(line.question, line.choice) for line in ours} - offered == set()
    assert (len(ours) > 15, long_hours) == (True, 2)
