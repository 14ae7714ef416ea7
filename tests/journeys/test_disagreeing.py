"""A member does not agree with what her project is called; only she says whether that is settled."""

from tests.journeys.ways import DESKTOP, in_each_way

WHY = "We were told on a Tuesday that it was done. Nobody had asked us."
ANSWER = "You are right. We will stop, and ask."


def come_to_standing(me) -> None:
    me.press("Co-Production Policy")
    me.press("Where we stand")


def say_that_she_does_not_agree(me) -> None:
    me.press("I do not agree with this")
    me.write(me.words("What do you not agree with, and why?"), WHY)
    me.press("Say that I do not agree")


@in_each_way
def test_a_member_says_that_she_does_not_agree_with_the_label(as_, way):
    me = as_("Amara Venn", way)
    come_to_standing(me)
    shown = me.page.locator("main .lede").inner_text()

    me.press("I do not agree with this")
    me.press("Say that I do not agree")  # and says nothing
    assert me.heading == me.words("I do not agree with this")
    assert me.reads("Write what you do not agree with. A few words are enough.")
    me.write(me.words("What do you not agree with, and why?"), WHY)
    me.press("Say that I do not agree")
    assert me.heading == me.words("Who does not agree")
    assert me.reads(WHY)

    me.press("Where we stand")
    assert me.reads("Not everybody agrees with this")
    assert me.reads(WHY)
    assert me.page.locator("main .lede").inner_text() == shown


def test_it_is_answered_and_only_she_says_that_it_is_settled(as_):
    amara, grace = as_("Amara Venn", DESKTOP), as_("Grace Tolland", DESKTOP)
    come_to_standing(amara)
    say_that_she_does_not_agree(amara)

    come_to_standing(grace)
    assert not grace.reads("It is settled")
    grace.press("Answer this")
    grace.write("Your answer", ANSWER)
    grace.press("Send this answer")
    assert not grace.reads("It is settled")

    amara.press("Where we stand")
    assert amara.reads(ANSWER)
    amara.press("It is settled")
    amara.press("It is settled")
    assert amara.reads("Settled on")
