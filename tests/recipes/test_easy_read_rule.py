"""No Easy Read sentence is longer than 15 words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.recipes.easy_read import same_words, sentences, too_long, words_in

LONG = "word " * 15 + "last."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("You will be paid.", 4),
        ("It is well-being.", 3),
        ("You and/or she.", 4),
        ("Yes – or no.", 3),
        ("– … –", 0),
        ("It costs £3.50 at 10:30.", 5),
        ("Don't worry!", 2),
    ],
)
def test_words_are_counted_as_people_count_them(text, count):
    assert words_in(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("It costs 3.50 today. Yes.", ["It costs 3.50 today.", "Yes."]),
        ("A line\nthat goes on.", ["A line that goes on."]),
        ("You need:\n- a chair\n- some tea\n\nThat is all", ["You need:", "a chair", "some tea", "That is all"]),
        ("# A heading\nThen words.", ["A heading", "Then words."]),
        ("1. First\n2) Second", ["First", "Second"]),
        ("  ", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, found):
    assert sentences(text) == found


def test_fifteen_words_are_enough_and_sixteen_too_many():
    assert too_long("word " * 15) == []
    assert too_long(f"Short. {LONG} Short.") == [LONG]
    assert too_long("one two three", most=2) == ["one two three"]


@given(st.lists(st.sampled_from([" ", "\n", "\n  "]), min_size=15, max_size=15))
def test_breaking_the_line_does_not_shorten_a_sentence(gaps):
    text = "".join(f"word{gap}" for gap in gaps) + "last."

    assert len(too_long(text)) == 1


@given(st.text(st.characters(exclude_categories=["Nd", "Cs"])))
def test_any_text_at_all_can_be_cut_and_loses_no_word_but_the_numbers_of_a_list(text):
    assert sum(map(words_in, sentences(text))) == words_in(text)


def test_two_texts_are_the_same_but_for_capitals_and_marks():
    assert same_words("Yes, we can.", "yes we  can")
    assert not same_words("Yes, we can.", "Yes. We can do it.")
