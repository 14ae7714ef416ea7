"""Nadia fills in Walter's passport with him: what he needs, who may see it, and that nothing has changed later."""

from sidebyside.access.passport import passport
from tests.journeys.cards import comes_in_by, makes_a_card
from tests.journeys.visitor import Visitor
from tests.journeys.ways import DESKTOP, SMALL_EASY_NO_JAVASCRIPT, ways

NADIA, WALTER, PROJECT = "Nadia Pell", "Walter Pell", "Co-Production Policy"
OWN_WORDS = "Black ink on cream paper."


def asked(me: Visitor, question: str) -> str:
    return passport().find(question).text("ask", me.way.easy)


def tick(me: Visitor, label: str) -> None:
    me.come_to(label)
    me.page.keyboard.press("Space")


def says_what_makes_print_easier(me: Visitor) -> None:
    """In his words; and only the facilitator whom he chose may see it."""
    assert me.heading == asked(me, "print")
    tick(me, passport().find("print").choices[0].text("label", me.way.easy))
    me.write(me.words("In your own words"), OWN_WORDS)
    tick(me, me.words("The facilitator I choose"))
    me.press("Save and go on")


def opens_his_passport(me: Visitor) -> None:
    me.press("People I help")
    title = me.words("What do you need to take part in %(project)s?", project=me.words("a project"))
    me.press("Answer for %(name)s", name=WALTER, about=title)
    assert me.banner == me.words("You are helping %(name)s.", name=WALTER)
    assert me.heading == me.words("What %(name)s needs to take part", name=WALTER)


@ways(desktop=DESKTOP, small_easy_no_javascript=SMALL_EASY_NO_JAVASCRIPT)
def test_a_helper_fills_in_a_passport_with_the_member_who_chose_her(as_, way):
    nadia = as_(NADIA, way)
    opens_his_passport(nadia)
    nadia.press("Go on")
    says_what_makes_print_easier(nadia)
    assert nadia.heading == asked(nadia, "language")
    nadia.press("Leave this out")
    nadia.press("Stop for now: what you saved is kept")
    assert nadia.reads("%(answered)s of %(all)s questions have an answer.", answered=3, all=len(passport().questions))

    nadia.press("Read all my answers")
    assert OWN_WORDS in nadia.page.locator("main").inner_text()
    assert nadia.reads("Written down by %(name)s.", name=NADIA)
    nadia.press("I have said all I want to say")
    nadia.press("Nothing has changed")
    assert nadia.reads("You last told us on %(day)s.", day="4 February 2025")


def test_what_only_he_answers_is_not_offered_to_his_helper_and_stays_with_him(as_, visitor, hub):
    nadia, delia, walter = as_(NADIA, DESKTOP), as_("Delia Crane", DESKTOP), visitor(hub.address, DESKTOP)
    alone = nadia.words("Would you like time without your helper? A question about %(project)s", project=PROJECT)
    nadia.press("People I help")
    assert not nadia.reads(alone)
    nadia.open("/")
    opens_his_passport(nadia)
    assert not nadia.reads("People who decide about my care can never read it")
    nadia.press("Go on")
    says_what_makes_print_easier(nadia)

    comes_in_by(makes_a_card(delia, WALTER), walter)
    walter.open("/")
    walter.press("And 2 more things. They can wait")
    walter.press("Read it and answer", about=alone)
    walter.choose(walter.words("Would you like time to talk without your helper?"), walter.words("Yes, please"))
    walter.press("Send this answer")
    walter.press("My details and messages")
    walter.press("Say what I need, and who may read it")
    walter.press("Read all my answers")
    assert walter.reads("Written down by %(name)s.", name=NADIA)
    walter.press("Change", about=asked(walter, "print"))
    tick(walter, walter.words("The facilitator I choose"))
    walter.press("Save and go on")
    assert walter.reads("Only you see it.")
