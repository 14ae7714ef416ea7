"""A member says how it is going for her."""

from sidebyside.recipes import load
from tests.journeys.ways import in_each_way

PROMPTS = load("bristol-adult-social-care", "1.0.0").ingredients
ASKED = "How is %(project)s going for you?"


@in_each_way
def test_a_member_answers_a_round_and_changes_her_mind(as_, way):
    me = as_("Amara Venn", way)
    asked = {one.id: one.text("prompt", way.easy) for one in PROMPTS}
    me.press("Read it and answer", about=me.words(ASKED, project="Co-Production Policy"))
    assert me.heading == me.words("How is it going for you?")

    me.choose(asked["values"], me.words("Yes"))
    me.choose(asked["time"], me.words("Partly"))
    me.choose(asked["power"], me.words("I do not know"))
    me.press("Send these answers")
    assert me.heading == me.words("Thank you")

    me.press("Change the answers")
    me.choose(asked["time"], me.words("No"))
    me.choose(asked["power"], me.words("Leave this one out"))
    me.press("Send these answers")
    me.press("Change the answers")
    assert me.chosen() == {asked["values"]: me.words("Yes"), asked["time"]: me.words("No")}
