"""One word from many answers about a meeting: never from fewer than five, and who was away is not what an officer writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN
from sidebyside.sessions import feeling_rules as rules


@pytest.mark.parametrize(
    ("question", "said", "word"),
    [
        ("felt", ["good"] * 5, "good"),
        ("felt", ["good"] * 4, "not_enough"),
        ("felt", ["good", "good", "mixed", "not_good", "not_good"], "mixed"),
        ("felt", ["good", "good", "good", "not_good", "not_good", "not_good"], "not_good"),
        ("pace", ["right", "right", "right", "too_fast", "too_long"], "right"),
        ("pace", ["right", "right", "too_fast", "too_fast", "too_long"], "too_fast"),
        ("pace", ["right", "right", "right", "too_slow", "too_slow", "too_long"], "too_slow"),
        ("good", ["yes", "no", "mixed", "no", "yes"], "mixed"),
    ],
)
def test_one_word_is_the_median_or_what_most_say(question, said, word):
    assert rules.word_of(question, said, of=0) == word


@given(st.lists(st.sampled_from(rules.SCALES["felt"]), max_size=30), st.integers(0, 40))
def test_no_word_comes_from_fewer_than_five_or_fewer_than_half(said, of):
    if len(said) < 5 or len(said) * 2 < of:
        assert rules.word_of("felt", said, of=of) == rules.NOT_ENOUGH


@given(st.sampled_from(sorted(rules.SCALES)), st.lists(st.integers(0, 2), min_size=5, max_size=20), st.integers(0, 19))
def test_a_better_answer_never_makes_the_word_worse(question, places, which):
    scale = rules.SCALES[question][:3]
    said = [scale[place] for place in places]
    better = list(said)
    better[which % len(said)] = scale[0]
    order = [SHOWN, PARTLY, NOT_YET]
    before, after = (rules.status_of(question, rules.word_of(question, words, of=0), words) for words in (said, better))
    assert order.index(after) <= order.index(before)


@pytest.mark.parametrize(
    ("words", "talk"),
    [
        ([], False),
        (["no"], False),
        (["no", "mixed"], True),
        (["yes", "no", "no"], False),
        (["mixed", "not_enough", "no", "yes"], True),
    ],
)
def test_twice_in_a_row_it_is_time_to_talk_about_stopping(words, talk):
    assert rules.does_no_good(words) is talk


@pytest.mark.parametrize(
    ("away", "heard", "known", "status"),
    [
        (0, 0, 5, SHOWN),
        (0, 0, 4, NOT_YET),
        (4, 2, 5, SHOWN),
        (4, 1, 6, PARTLY),
        (4, 0, 6, NOT_YET),
        (4, 4, 3, NOT_YET),
    ],
)
def test_those_who_were_away_are_heard_when_half_sent_what_they_think(away, heard, known, status):
    assert rules.absent_heard(away=away, heard=heard, known=known, counted=10)[0] == status


def test_what_she_needed_is_told_apart_from_how_it_was():
    said = {"all": "yes", "felt": "good", "good": "no", "words": "no", "abcdefghjkmn": "partly"}
    assert rules.got(said) == ["yes", "partly"]
