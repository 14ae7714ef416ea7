"""What somebody means by what she writes back to an email."""

import pytest

from sidebyside.doors.email_rules import answers_in, wants_to_stop
from sidebyside.people.sheets import Choice, Question, Sheet

OTHER = {"y": "yes", "n": "no"}
VOTE = (Choice("yes", "Yes"), Choice("no", "No"), Choice("stand_aside", "I stand aside"))
PROPOSAL = Sheet("A proposal", (), (Question("said", "Do you agree?", VOTE), Question("why", "Why?", needed=False)))
JOIN = Sheet("Join?", (), (Question("said", "Would you like to join?", VOTE[:2]),))
ADVICE = Sheet("Advice", (), (Question("words", "What do you think?"),))
WORDS = (Choice("yes", "Yes"), Choice("partly", "Partly"), Choice("no", "No"), Choice("do_not_know", "I do not know"))
ROUND = Sheet("A round", (), tuple(Question(name, name, WORDS, needed=False) for name in ("time", "money", "power")))
ROUND_IN_WELSH = Sheet(
    "Rownd", (), tuple(Question(q.name, q.name, (Choice("yes", "Ydw"), *WORDS[1:])) for q in ROUND.questions)
)


def said(words: str, *sheets: Sheet) -> dict[str, str]:
    return answers_in(words, sheets, other=OTHER, names=["Femi Oakes", "Femi"]).said


@pytest.mark.parametrize("words", ["Yes", " yes. ", "1", "Y", "YES!", "yes please", "Hello\nYes\nThanks\nFemi"])
def test_yes_is_yes_however_it_is_written(words):
    assert said(words, PROPOSAL) == {"said": "yes"}


@pytest.mark.parametrize("words", ["3", "I stand aside", "stand aside"])
def test_a_choice_may_be_its_number_or_its_words(words):
    assert said(words, PROPOSAL) == {"said": "stand_aside"}


@pytest.mark.parametrize("words", ["No, it costs too much.", "2\nit costs too much.", "no\n\nit costs too much."])
def test_her_own_words_go_to_the_question_that_asks_for_them(words):
    assert said(words, PROPOSAL) == {"said": "no", "why": "it costs too much."}


@pytest.mark.parametrize(
    "words",
    ["", "maybe", "No problem I agree", "yes\nno", "4", "yes and no", "1. no", "I would love to talk about this first"],
)
def test_what_is_not_plainly_an_answer_is_not_taken_as_one(words):
    assert said(words, PROPOSAL) == {}


def test_own_words_alone_are_taken_whole():
    assert said("Yes.\nAsk the people.", ADVICE) == {"words": "Yes.\nAsk the people."}
    assert said("1", JOIN) == {"said": "yes"}


@pytest.mark.parametrize(
    "words",
    [
        "1 yes\n2 no\n3 don't know",
        "1 yes 2 no 3 I do not know",
        "1. Yes, 2. No, 3. do not know",
        "Q1: yes\nQ2: no\n3) i don’t know",
    ],
)
def test_several_questions_are_answered_by_number(words):
    assert said(words, ROUND) == {"time": "yes", "money": "no", "power": "do_not_know"}


def test_some_may_be_left_out_and_lines_that_fit_nowhere_are_given_back():
    read = answers_in("2 partly\nThe bus is late.\nFemi", [ROUND], other=OTHER, names=["Femi"])

    assert (read.said, read.left) == ({"money": "partly"}, ("The bus is late.",))


@pytest.mark.parametrize("words", ["yes", "1 yes\n1 no", "9 yes", "1 perhaps", "12 34"])
def test_a_number_is_needed_and_may_not_contradict(words):
    assert said(words, ROUND) == {}


def test_numbered_own_words_go_on_over_several_lines():
    assert said("1 yes\n2 It is fair.\nAnd kind.", PROPOSAL) == {"said": "yes", "why": "It is fair.\nAnd kind."}


def test_she_may_answer_in_any_of_her_languages():
    assert said("1 ydw\n2 yes", ROUND, ROUND_IN_WELSH) == {"time": "yes", "money": "yes"}


def test_stop_is_the_whole_of_what_she_wrote():
    assert wants_to_stop(" STOP. ", "Re: hello")
    assert wants_to_stop("", "Unsubscribe")
    assert not wants_to_stop("Stop asking about money, ask about time", "stop")
