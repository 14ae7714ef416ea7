"""A project is started, one question a page, by somebody who leaves in the middle and comes back another day."""

from tests.journeys import starting
from tests.journeys.starting import answer
from tests.journeys.ways import in_each_way

STARTER = "Grace Tolland"


@in_each_way
def test_somebody_starts_a_project_and_is_the_first_to_join(as_, way):
    me = as_(STARTER, way)
    starting.begin_to_start(me)
    starting.say_what_it_is(me)
    put_a_no_right(me)
    leave_and_come_back(me)
    for question, chosen in list(starting.CHOSEN.items())[1:]:
        answer(me, question, chosen)
    read_the_kind(me)
    me.press("Go on without asking")
    starting.plan_the_time(me)
    me.press("Go on with this time")
    starting.say_how_she_joins(me)
    check_and_begin(me)


def put_a_no_right(me) -> None:
    """Nothing chosen is an error; a "no" is offered what would put it right, and is answered again."""
    me.press("Save and go on")
    assert me.reads("Choose one of the answers.")
    answer(me, "open-to-change", "no")
    assert me.heading == me.words("Could this be put right?")
    assert me.reads(starting.PACK.question("open-to-change").answers[1].text("fix", me.way.easy))
    me.choose(me.words("What do you say?"), me.words("Yes, we will put it right. Let us answer again."))
    me.press("Save and go on")
    yes = starting.PACK.question("open-to-change").answers[0].text("label", me.way.easy)
    me.choose(starting.PACK.question("open-to-change").text("ask", me.way.easy), yes)
    me.write(me.words("How will it be put right? Who will do it, and by when?"), starting.WHY)
    me.press("Save and go on")


def leave_and_come_back(me) -> None:
    here = me.heading
    me.press("Leave it for now: what you saved is kept")
    assert me.heading == me.words("My projects")
    for _ in ("the link", "the button"):
        me.press("Sign out")
    me.be(STARTER)
    me.press("Start a project")
    me.press(starting.TITLE)  # one that she left
    assert me.heading == here


def read_the_kind(me) -> None:
    outcome = next(one for one in starting.PACK.outcomes if one.id == "co-production-council-facilitated")
    assert me.heading == me.words("What kind of participation is possible")
    assert me.reads(outcome.text("title", me.way.easy))
    assert me.reads(starting.WHY)
    me.press("Go on with this kind")


def check_and_begin(me) -> None:
    assert me.heading == me.words("Check your answers, and begin")
    assert me.reads("3 March 2025")
    me.press("Yes, I join. Begin the project")
    assert me.heading == starting.TITLE
    me.press("Where we stand")
    assert me.heading == me.words("Is this co-production yet?")
