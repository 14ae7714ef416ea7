"""What somebody means by what she texts."""

import pytest

from sidebyside.doors.text_rules import LETTERS, command, free_letter, letter_and_rest, meant, shortened
from sidebyside.people.sheets import Choice, Question

ROUND = Question(
    "time", "Is there enough time?", (Choice("yes", "Yes"), Choice("do_not_know", "Ddim yn gwybod")), needed=False
)
OWN = Question("why", "Why?")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", "yes"),
        ("YES.", "yes"),
        (" y ", "yes"),
        ("2", "do_not_know"),
        ("ddim yn gwybod", "do_not_know"),
        ("do not know", "do_not_know"),
    ],
)
def test_a_choice_is_its_number_its_words_or_another_word_for_it(text, value):
    assert meant(text, ROUND, {"y": "yes"}).value == value


@pytest.mark.parametrize("text", ["3", "perhaps", "yes and no", "", "👍"])
def test_what_is_not_clear_is_never_guessed(text):
    assert meant(text, ROUND, {}).what == "text_is_not_clear"


def test_own_words_stay_as_they_are_and_what_is_not_needed_can_be_left_out():
    assert meant(" No, Thank You! ", OWN, {}).value == "No, Thank You!"
    assert meant("0", ROUND, {}).what == "leave_out"
    assert meant("0", OWN, {}).value == "0"
    assert meant("  ", OWN, {}).what == "text_is_empty"


@pytest.mark.parametrize(
    ("text", "letter", "rest"),
    [
        ("B2", "B", "2"),
        ("b: yes", "B", "yes"),
        ("B no", "B", "no"),
        ("A nice idea", "", "A nice idea"),
        ("C1", "", "C1"),
        ("better", "", "better"),
    ],
)
def test_a_letter_names_the_question_only_when_it_is_open(text, letter, rest):
    assert letter_and_rest(text, open_letters=["A", "B"]) == (letter, rest)


def test_stop_and_start_are_whole_texts():
    assert [command(text) for text in ("STOP.", "stop all", "Start", "please stop the bus")] == [
        "stop",
        "stop",
        "start",
        "",
    ]


def test_letters_and_room():
    assert (free_letter(["A", "C"]), free_letter(LETTERS)) == ("B", None)
    assert shortened("one two three", 9) == "one two…"
