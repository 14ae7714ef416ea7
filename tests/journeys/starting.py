"""The questions of starting a project as somebody with a keyboard answers them."""

from sidebyside.recipes import load
from tests.journeys.visitor import Visitor

PACK = load("bristol-adult-social-care", "1.0.0")
TITLE, WHY = "Meals at the day centre", "We wrote it in the plan."
# What is answered on the way to co-production that the council runs.
CHOSEN = {
    "open-to-change": "yes", "who-it-affects": "yes", "problem-still-open": "open", "share-strategic-decisions": "yes",
    "enough-time": "yes", "enough-money": "yes", "someone-to-run-it": "yes", "beyond-design": "yes",
    "people-most-affected": "some-missing", "who-leads": "council-runs-it",
}  # fmt: skip


def begin_to_start(me: Visitor) -> None:
    """The first question, which makes the project, and then what it is about."""
    me.press("Start a project")
    me.write(me.words("What is the project called?"), TITLE)
    me.press("Save and go on")


def say_what_it_is(me: Visitor) -> None:
    for label, words in [
        ("What is it about?", "Lunch comes at noon, cold. Nobody asks us what we like."),
        ("What is already fixed?", "The kitchen stays where it is."),
        ("What is open to change?", "What we eat, when, and who cooks."),
    ]:
        assert me.heading == me.words(label)
        me.write(me.words(label), words)
        me.press("Save and go on")
    for question in ("Who starts it?", "Who runs it?"):
        assert me.heading == me.words(question)
        me.press("Save and go on")


def answer(me: Visitor, question: str, chosen: str, why: str = "") -> None:
    """One of the recipe's questions, and the button."""
    asked = PACK.question(question)
    words = {one.id: one.text("label", me.way.easy) for one in asked.answers}
    me.choose(asked.text("ask", me.way.easy), words[chosen])
    if why:
        me.write(me.optional("Why do you say so?"), why)
    me.press("Save and go on")


def plan_the_time(me: Visitor) -> None:
    for label, words in [("Day", "3"), ("Month", "March"), ("Year", "2025")]:
        me.write(me.words(label), words)
    for label, weeks in [
        ("How many weeks to make the plan together?", "10"),
        ("How many weeks to do it together?", "20"),
        ("How many weeks to look back together at how it works?", "5"),
    ]:
        me.write(me.words(label), weeks)
    me.press("Save and go on")


def say_how_she_joins(me: Visitor) -> None:
    me.choose(me.words("How do you join it yourself?"), me.words("As a facilitator"))
    me.choose(me.words("Does your job pay you for this?"), me.words("Yes"))
    me.press("Save and go on")
