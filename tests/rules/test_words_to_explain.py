"""How agreed words are found in what people write, with no database."""

from hypothesis import given
from hypothesis import strategies as some

from sidebyside.agreements.rules import can_point_at, key_of, pieces

letters = some.text("aAbB c.\nı", max_size=40)
terms = some.lists(some.text("aAbB c", min_size=1, max_size=8).filter(str.strip), max_size=4, unique_by=key_of)


@given(letters, terms)
def test_the_pieces_put_together_are_the_text(text, known):
    assert "".join(piece for piece, _term in pieces(text, known)) == text


@given(letters, terms)
def test_each_term_is_found_once_at_most_and_is_what_it_says(text, known):
    found = [(piece, term) for piece, term in pieces(text, known) if term]
    assert len({term for _piece, term in found}) == len(found)
    assert all(key_of(piece) == key_of(term) for piece, term in found)


def test_a_word_is_found_whole_whatever_its_capitals_and_only_the_first_time():
    assert pieces("Careful: Care, care and carers.", ["care"]) == [
        ("Careful: ", ""),
        ("Care", "care"),
        (", care and carers.", ""),
    ]


def test_the_longest_is_found_first_also_over_a_line_break():
    assert pieces("A care\nplan for care", ["care", "care plan"]) == [
        ("A ", ""),
        ("care\nplan", "care plan"),
        (" for ", ""),
        ("care", "care"),
    ]


def test_signs_in_a_word_are_only_signs():
    assert pieces("(A+B)* is a.b", ["A+B", "a.b"])[1] == ("A+B", "A+B")
    assert pieces("axb", ["a.b"]) == [("axb", "")]


def test_a_word_has_letters_and_not_too_many():
    assert can_point_at(" ASC ")
    for word in ("", "   ", "x" * 61):
        assert can_point_at(word).code == "word_is_needed"
