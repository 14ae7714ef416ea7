"""Which door a message takes, how much it may say there, and when."""

import pytest

from sidebyside.people.reach import Reach, may_say, next_door, when_to_send
from tests.cast import moment

MINE = Reach(doors=("text", "post", "web"), says={"text": "nothing"})


@pytest.mark.parametrize(
    ("door", "reveals", "says", "how_much"),
    [
        ("email", "open", {}, "everything"),
        ("email", "inside", {}, "waiting"),
        ("text", "sealed", {}, "waiting"),
        ("post", "sealed", {"post": "everything"}, "everything"),
        ("text", "open", {"text": "waiting"}, "waiting"),
        ("web", "sealed", {"web": "nothing"}, "everything"),
        ("in-person", "sealed", {}, "everything"),
    ],
)
def test_how_much_may_be_said(door, reveals, says, how_much):
    assert may_say(door, reveals=reveals, says=says) == how_much


def test_the_first_door_that_works_and_may_speak_is_taken():
    assert next_door(MINE, known={"text", "post", "web"}, tried=[], reveals="open") == "post"
    assert next_door(MINE, known={"text", "web"}, tried=[], reveals="open") == "web"
    assert next_door(MINE, known={"text", "post"}, tried=["post"], reveals="open") is None


@pytest.mark.parametrize(
    ("at", "sent"),
    [
        ("2024-03-12 10:00", "2024-03-12 10:00"),
        ("2024-03-12 20:00", "2024-03-13 08:00"),
        ("2024-03-13 07:59", "2024-03-13 08:00"),
        ("2024-03-30 23:00", "2024-03-31 08:00"),  # the clocks go forward in that night
    ],
)
def test_nothing_makes_a_noise_in_quiet_hours(at, sent):
    assert when_to_send(MINE, door="text", now=moment(at)) == moment(sent)


def test_letters_have_no_quiet_hours():
    assert when_to_send(MINE, door="post", now=moment("2024-03-12 23:00")) == moment("2024-03-12 23:00")


@pytest.mark.parametrize(
    ("at", "sent"),
    [
        ("2024-03-12 09:00", "2024-03-12 10:00"),
        ("2024-03-12 10:40", "2024-03-12 10:40"),
        ("2024-03-12 11:00", "2024-03-13 10:00"),
    ],
)
def test_once_a_day_is_at_ten(at, sent):
    assert when_to_send(Reach(doors=("email",), together=True), door="email", now=moment(at)) == moment(sent)
