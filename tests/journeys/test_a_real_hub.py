"""A hub that is not for practice: nobody in it but who keeps the desk, email by a mail server, a link to sign in."""

import pytest

from tests.journeys import starting
from tests.journeys.hub import a_real_hub
from tests.journeys.post import link_in, mail_server
from tests.journeys.ways import DESKTOP, SMALL

NAME, EMAIL = "Rosalind Ember", "rosalind@example.org"


@pytest.fixture
def real_hub(tmp_path):
    """The address of the hub, and the box that its email comes to."""
    with mail_server() as (box, sending), a_real_hub(tmp_path / "hub", desk=(NAME, EMAIL), **sending) as address:
        yield address, box


def ask_for_a_link(me) -> None:
    me.open("/sign-in/")
    assert not me.reads("Be one of the people of this practice hub")
    me.write(me.words("What is your email address?"), EMAIL)
    me.press("Send me a link")
    assert me.heading == me.words("Look in your email")


def test_somebody_signs_in_by_the_link_in_an_email_which_looking_does_not_use_up(visitor, real_hub):
    address, box = real_hub
    asked, opened, looked = visitor(address, DESKTOP), visitor(address, SMALL), visitor(address, SMALL)
    ask_for_a_link(asked)
    email = box.next()
    assert email["To"] == EMAIL

    looked.open(link_in(email))  # as a program does that looks at links before she does
    opened.open(link_in(email))
    opened.open(link_in(email))
    opened.send("Sign in")
    assert opened.heading == opened.words("Hello %(name)s", name=NAME)
    asked.open("/")
    assert asked.heading == asked.words("Decide together, side by side")


@pytest.mark.postgres_smoke
def test_somebody_signs_in_starts_a_project_and_reads_where_it_stands(visitor, real_hub):
    address, box = real_hub
    me = visitor(address, DESKTOP)
    ask_for_a_link(me)
    me.open(link_in(box.next()))
    me.send("Sign in")
    starting.begin_to_start(me)
    starting.say_what_it_is(me)
    for question, chosen in starting.CHOSEN.items():
        starting.answer(me, question, chosen)
    me.press("Go on with this kind")
    me.press("Go on without asking")
    starting.plan_the_time(me)
    me.press("Go on with this time")
    starting.say_how_she_joins(me)
    me.press("Yes, I join. Begin the project")
    me.press("Where we stand")
    assert me.heading == me.words("Is this co-production yet?")
    assert me.reads("The ingredients")
