"""A helper answers for the member who chose her. He has no account, no email and no phone."""

from sidebyside.recipes import load
from tests.journeys.ways import DESKTOP, SMALL_EASY_NO_JAVASCRIPT, ways

PROMPTS = {one.id: one for one in load("bristol-adult-social-care", "1.0.0").ingredients}
WALTER = "Walter Pell"


@ways(desktop=DESKTOP, small_easy_no_javascript=SMALL_EASY_NO_JAVASCRIPT)
def test_a_helper_answers_a_round_in_the_name_of_a_member_with_no_account(as_, way):
    nadia = as_("Nadia Pell", way)
    money = PROMPTS["money"].text("prompt", way.easy)
    round = nadia.words("How is %(project)s going for you?", project="Co-Production Policy")
    nadia.press("People I help")
    nadia.press("Answer for %(name)s", name=WALTER, about=round)
    assert nadia.heading == nadia.words("How is it going for %(name)s?", name=WALTER)
    assert nadia.banner == nadia.words("You are helping %(name)s.", name=WALTER)

    nadia.choose(money, nadia.words("Partly"))
    nadia.press("Send these answers")
    assert nadia.reads("What %(name)s said is kept.", name=WALTER)
    nadia.press("Change the answers")
    assert nadia.chosen() == {money: nadia.words("Partly")}

    nadia.press("You are %(name)s", name="Nadia Pell")
    nadia.press("People I help")
    nadia.press("Stop for now")
    assert nadia.banner == ""
