"""Letters and paper forms can be read: tagged, in her format and language, and they hold no more than they may."""

import pytest

from sidebyside.doors import post_paper, post_rules
from sidebyside.doors.models_post import Letter
from sidebyside.kit.clock import now
from sidebyside.people.sheets import sheet_of
from tests.doors.by_post import ADDRESS, by_post, code_on, invitation_for, letter_for, round_for, vote_for
from tests.pdf import assert_accessible, opened


def squeezed(words: str) -> str:
    """Without spaces: a PDF has none where a line ends."""
    return "".join(words.split())


@pytest.fixture(autouse=True)
def desk_of_the_hub(settings):
    settings.POST_ADDRESS, settings.DESK_PHONE = ["The desk", "1 Example Street"], "0117 496 0000"


def test_a_form_asks_what_the_sheet_asks_and_says_how_to_send_it_back(cast):
    by_post(cast.walter)
    ask = vote_for(cast, cast.walter)
    letter = letter_for(ask)

    read = assert_accessible(post_paper.alone(letter), lang="en-GB", title="Our project: do you agree?")

    asked = [words for q in sheet_of(ask).questions for words in (q.text, *(choice.label for choice in q.choices))]
    wanted = [
        *ADDRESS,
        *asked,
        "We meet on Tuesdays.",
        post_rules.in_threes(code_on(letter)),
        "The desk 1 Example Street",
    ]
    wanted += ["Please post it by 3 April 2024.", "You pay nothing.", "0117 496 0000", "Do not write your name"]
    assert [words for words in wanted if squeezed(words) not in squeezed(read.words)] == []
    assert read.images == [f"A square for a phone's camera. It leads to {post_paper.code_page(letter.message)}"]


def test_a_letter_in_easy_read_has_a_picture_beside_its_words_and_is_worded_in_it(cast):
    by_post(cast.amara)
    letter = letter_for(round_for(cast, cast.amara))

    html = post_paper.letter(letter, level=1)
    read = assert_accessible(post_paper.alone(letter), lang="en-GB", title="Our project: how is it going for you?")

    assert html.count("easy-row") >= 5
    assert "letter-easy-read" in html
    assert squeezed(sheet_of(letter.message.ask).questions[0].text) in squeezed(read.words)


def test_large_print_follows_what_she_chose_for_the_screen(cast):
    letter = letter_for(round_for(cast, by_post(cast.walter, looks={"size": "large"})))

    assert "letter-large" in post_paper.letter(letter, level=1)


def test_a_private_form_comes_with_a_sheet_to_wrap_it_for_the_desk_alone(cast):
    by_post(cast.walter)

    private = post_paper.letter(letter_for(round_for(cast, cast.walter)), level=1)
    open_ = post_paper.letter(letter_for(invitation_for(cast)), level=1)

    assert "only for the desk of Our hub" in private
    assert "paper-wrap" not in open_


def test_her_name_is_on_the_letter_that_she_keeps_and_not_on_the_form(cast):
    letter = letter_for(round_for(cast, by_post(cast.walter)))

    kept, form = post_paper.letter(letter, level=1).split('paper-form"')

    assert ("Walter" in kept, "Walter" in form) == (True, False)


def test_when_only_waiting_may_be_said_the_letter_names_no_project_and_has_no_code(cast):
    by_post(cast.walter, everything=False)
    letter = letter_for(round_for(cast, cast.walter))

    read = assert_accessible(post_paper.alone(letter), lang="en-GB", title="Something is waiting for you at Our hub")

    assert squeezed("Our project") not in squeezed(read.words)
    assert "Code" not in read.words
    assert squeezed("Ring the desk: 0117 496 0000.") in squeezed(read.words)


def test_a_pack_begins_with_a_list_for_the_desk(cast):
    for person in (cast.walter, cast.femi):
        by_post(person, everything=person == cast.walter)
    letter_for(round_for(cast, cast.walter))

    read = opened(post_paper.pack(list(Letter.objects.wanted(now=now()).with_their_people().order_by("id"))))

    assert read.headings[0] == (1, "Letters to print")
    walters = "Walter Pell Letter, Form, Paid envelope with our address, Sheet to wrap the form 21 March 2024"
    assert squeezed(walters) in squeezed(read.words)
    assert squeezed("Femi Oakes Letter 26 March 2024") in squeezed(read.words)


def test_a_code_on_paper_is_the_same_each_time_and_kept_nowhere(cast):
    letter = letter_for(round_for(cast, by_post(cast.walter)))

    code = code_on(letter)

    assert code == code_on(Letter.objects.get(pk=letter.pk))
    assert code not in [*vars(letter).values(), *vars(letter.form).values(), *vars(letter.message).values()]
    assert post_rules.fits(code)
