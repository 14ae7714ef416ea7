"""A meeting is planned from what everybody needs; and one question is answered by text, by email, on paper and by a helper."""

import pytest

from tests.journeys.cards import comes_in_by, makes_a_card
from tests.journeys.every_door import code_in, reached_by_every_door, wants
from tests.journeys.visitor import Visitor
from tests.journeys.ways import DESKTOP, SMALL, SMALL_EASY_NO_JAVASCRIPT

PROJECT, IDEA = "Co-Production Policy", "We meet on the first Tuesday of each month."
FEMI, BRYONY = "07700 900123", "bryony@example.org"
# All that was said, and by which door: Femi said why, after she said yes; Walter changed what his helper wrote. The last counts.
ONCE, TWICE = [("Amara Venn", "post"), ("Bryony Sale", "email")], [("Femi Oakes", "text"), ("Walter Pell", "web")]
ANSWERS = """SELECT person.name, answer.door FROM people_answer answer
    JOIN people_ask ask ON ask.id = answer.ask_id JOIN people_person person ON person.id = ask.person_id
    WHERE ask.question = (SELECT 'agreements.proposal:' || ref FROM agreements_proposal ORDER BY id DESC LIMIT 1)"""


@pytest.fixture
def hub(tmp_path, kept):
    with reached_by_every_door(tmp_path / "hub", kept) as reached:
        yield reached


@pytest.fixture
def as_(visitor, hub):
    def sign_in(name, way, **more) -> Visitor:
        me = visitor(hub.address, way, **more)
        me.be(name)
        return me

    return sign_in


def plans_a_meeting(grace: Visitor) -> None:
    grace.press(PROJECT)
    grace.press("Meetings")
    grace.press("Plan a meeting")
    grace.press("Two hours with a break")
    grace.write("What is the meeting for, in a few words?", "What we heard")
    for label, words in (("Day", "11"), ("Month", "March"), ("Year", "2025")):
        grace.write(label, words)
    grace.write("When does it start?", "2pm")
    grace.write("When does it end?", "4:30pm")
    grace.write("Where is it? (you can leave this out)", "The library, Mill Lane")
    grace.press("Plan this meeting")
    assert grace.heading == "What we heard"


def books(grace: Visitor, what: str, whom: str) -> None:
    """From a suggestion to what is booked."""
    grace.press("Write it down", about=f"{what}, {whom}")
    assert grace.page.get_by_label("What is to be booked?").input_value() == what
    grace.press("Write this down")
    grace.come_to(f"{what} × 2: {whom}")
    with grace.new_page():
        grace.page.keyboard.press("Enter")
    grace.choose("What became of it?", "It is booked")
    grace.press("Save")


def test_a_meeting_is_planned_from_what_everybody_needs(as_):
    grace, bryony = as_("Grace Tolland", DESKTOP), as_("Bryony Sale", SMALL)
    plans_a_meeting(grace)
    books(grace, "British Sign Language interpreter", "Bryony Sale")
    books(grace, "Taxi that takes a wheelchair, there and back", "Walter Pell")

    bryony.press(PROJECT)
    bryony.press("Meetings")
    bryony.press("What we heard")
    assert bryony.reads("British Sign Language interpreter: Booked")
    assert not bryony.reads("Taxi that takes a wheelchair, there and back")


def puts_an_idea_to_the_group(grace: Visitor) -> None:
    grace.press(PROJECT)
    grace.press("Agreements")
    grace.press("A big decision")
    grace.write("What is it about, in a few words?", "When we meet")
    grace.write("What is the big decision, and what would the group decide?", IDEA)
    grace.choose("How does the group decide this?", "By majority")
    grace.write("For how many days can people answer?", "28")
    grace.press("Ask the group")


def answers_by_text(hub) -> str:
    """The letter and number that stand before the answer that she wants. Gives the letter."""
    asked = hub.text_to(FEMI, IDEA)
    meant = next(line.split()[0] for line in asked.splitlines() if line.endswith(" Yes"))
    hub.text_from(FEMI, meant)
    return meant[0]


def says_why_by_text(hub, letter: str) -> None:
    """The next question, which came back to her; and her own words."""
    assert "Why?" in hub.text_to(FEMI, f"{letter}0 to leave it out")
    hub.text_from(FEMI, f"{letter}: It is easy to remember.")


def prints_and_posts(delia: Visitor, folder) -> str:
    """The code on the form that was printed."""
    delia.open("/")
    delia.press("The desk")
    delia.press("Letters to print and post")
    delia.come_to(delia.page.locator("button[name=which][value=new]").inner_text())
    with delia.page.expect_download() as brought:
        delia.page.keyboard.press("Enter")
    brought.value.save_as(folder / "letters.pdf")
    delia.open("/desk/post/")
    delia.press("I posted them all")
    return code_in(folder / "letters.pdf", IDEA)


def types_in(delia: Visitor, code: str, amara: Visitor) -> None:
    """What Amara ticked, in the words of her Easy Read form."""
    delia.press("Type in a paper form")
    delia.write("What is the code on the form?", code)
    delia.press("Go on")
    delia.choose(amara.words("Do you agree?"), amara.words("No"))
    delia.press("Write it down, then the next form")
    assert delia.reads("Done")


def helps_to_answer(nadia: Visitor) -> None:
    about = nadia.words("Do you agree? A question for everybody in %(project)s", project=PROJECT)
    nadia.press("People I help")
    for _older in range(2):  # the notes of the last meeting, and what Joan put to the group
        nadia.come_to(nadia.words("Answer for %(name)s", name="Walter Pell") + f": {about}")
    nadia.press("Answer for %(name)s", name="Walter Pell", about=about)
    assert nadia.reads(IDEA)
    nadia.choose("Do you agree?", "Yes")
    nadia.press("Send this answer")
    assert nadia.reads("%(name)s said: %(said)s", name="Walter Pell", said="Yes")


def finds_it_in_her_name(me: Visitor, said: str) -> None:
    """Once in the list of what others wrote down for her, and as her own answer on the page that it leads to."""
    title = me.words("Do you agree? A question for everybody in %(project)s", project=PROJECT)
    me.open("/")
    me.press("My details and messages")
    assert me.page.locator("main li", has_text=title).filter(has_text="4 February 2025").count() == 1
    me.press("Look at it or change it", about=title)
    assert me.reads(IDEA)
    assert me.reads("You said: %(said)s", said=me.words(said))


def changes_what_his_helper_wrote(walter: Visitor, delia: Visitor) -> None:
    """He has no email: the desk makes him a card."""
    comes_in_by(makes_a_card(delia, "Walter Pell"), walter)
    finds_it_in_her_name(walter, "Yes")
    walter.choose("Do you agree?", "No")
    walter.press("Send this answer")
    assert walter.reads("You said: %(said)s", said="No")


def reads_her_own_answer(me: Visitor, said: str) -> None:
    me.open("/projects/bristol-policy/agreements/")
    me.press("Read it", about="A big decision: When we meet")
    assert me.reads("You said: %(said)s", said=said)


def test_one_question_is_answered_by_text_by_email_on_paper_and_by_a_helper(as_, visitor, hub, tmp_path):
    femi, bryony = as_("Femi Oakes", SMALL), as_("Bryony Sale", SMALL, asks_axe=False)  # the same pages
    amara, delia = as_("Amara Venn", SMALL_EASY_NO_JAVASCRIPT), as_("Delia Crane", DESKTOP)
    wants(femi, "By text message", "How much may a text message say?")
    wants(bryony, "By email", "How much may an email say?")
    wants(amara, "By letter", "How much may a letter say?", address="Flat 2, 14 Mill Lane, Bristol BS1 0AA")
    puts_an_idea_to_the_group(as_("Grace Tolland", DESKTOP))

    with hub.working():
        hub.reply_to(hub.email_to(BRYONY, IDEA), "Yes, please. Tuesdays are good for me.")
        letter = answers_by_text(hub)
        types_in(delia, prints_and_posts(delia, tmp_path), amara)
        helps_to_answer(as_("Nadia Pell", DESKTOP))
        says_why_by_text(hub, letter)

    finds_it_in_her_name(amara, "No")
    changes_what_his_helper_wrote(visitor(hub.address, DESKTOP), delia)
    reads_her_own_answer(femi, "Yes")
    reads_her_own_answer(bryony, "Yes")
    assert sorted(hub.ask(ANSWERS)) == sorted([*ONCE, *TWICE, *TWICE])
