"""The questions are a file that can be changed without code, each with its Easy Read pair, and a fault in it is named."""

import pytest

from sidebyside.access.passport import PassportFault, passport, read_passport
from sidebyside.recipes.easy_read import too_long

ONE = """
version = "1"
status = "checked"
[[group]]
id = "all"
title = "All"
title_easy = "All"
[[group.question]]
id = "food"
ask = "What do you eat?"
ask_easy = "What do you eat?"
"""


def test_every_question_has_a_short_easy_read_pair():
    texts = [text for group in passport().group for text in (group.title_easy, *_easy(group))]
    assert len(texts) > 100
    assert [sentence for text in texts for sentence in too_long(text)] == []


def _easy(group):
    for question in group.question:
        yield question.ask_easy
        yield question.help_easy
        assert bool(question.help) == bool(question.help_easy)
        yield from (choice.label_easy for choice in question.choices)


def test_the_questions_are_marked_as_a_proposal_until_people_have_checked_them():
    assert passport().status == "proposal"
    assert passport().note
    assert passport().note_easy


def test_the_questions_cover_what_people_are_asked_about():
    names = {group.id for group in passport().group}
    assert names >= {"information", "getting-ready", "saying", "taking-part", "place", "travel", "with-me", "caring"}
    assert names >= {"health", "digital", "culture", "safety", "money", "more"}
    assert {"bad-day", "call", "trusted", "supporter"} <= {question.id for question in passport().questions}


def test_a_hub_asks_its_own_questions(tmp_path, settings, cast, as_):
    settings.PASSPORT_FILE = tmp_path / "ours.toml"
    settings.PASSPORT_FILE.write_text(ONE)
    shown = as_(cast.amara).get("/me/needs/question/food/").content.decode()
    assert "<h1>What do you eat?</h1>" in shown
    assert "Question 1 of 1" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("version =", "cannot be read"),
        (ONE.replace('ask_easy = "What do you eat?"', ""), "group 0 question 0 ask_easy"),
        (ONE + ONE[ONE.index("[[group.question]]") :], 'Two questions in ours.toml are called "food"'),
    ],
)
def test_a_fault_in_the_file_is_named_in_a_sentence(tmp_path, words, says):
    path = tmp_path / "ours.toml"
    path.write_text(words)
    with pytest.raises(PassportFault, match=says):
        read_passport(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PassportFault, match=r"gone\.toml"):
        read_passport(tmp_path / "gone.toml")
