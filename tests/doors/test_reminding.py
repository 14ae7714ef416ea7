"""One reminder half way, by a quick door; and what goes beyond the time that the group agreed to be asked for."""

import pytest
from django.urls import reverse

from sidebyside.agreements.actions import propose
from sidebyside.doors.reminding import remind
from sidebyside.doors.reminding_rules import due
from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.people.rules import minutes_beyond
from sidebyside.projects import staying
from sidebyside.standing.actions import open_round
from tests.cast import moment


def test_a_reminder_is_due_half_way_and_only_for_what_is_open_long_enough():
    opened = moment("2024-03-12 10:00")

    assert not due(opened_at=opened, closes_at=moment("2024-04-02 10:00"), now=moment("2024-03-22 10:00"))
    assert due(opened_at=opened, closes_at=moment("2024-04-02 10:00"), now=moment("2024-03-23 10:00"))
    assert not due(opened_at=opened, closes_at=moment("2024-03-17 10:00"), now=moment("2024-03-16 10:00"))


def test_one_reminder_to_those_who_have_not_answered_and_have_a_quick_door(cast, at):
    open_round(project=cast.project, why="asked", by=None, now=now())
    ask = Ask.objects.get(person=cast.femi)
    asks.answer(ask=ask, said={"time": "yes"}, by=Acting(cast.femi), now=now())

    assert remind(now=at("2024-03-13 10:00")) == 0
    remind(now=at("2024-03-25 10:00"))
    assert remind(now=at("2024-03-26 10:00")) == 0

    reminded = {message.person for message in Message.objects.filter(code="ask_reminder")}
    assert reminded == {cast.amara, cast.grace, cast.edwin}  # not Femi, who answered; nor Walter, who is told in person


@pytest.mark.parametrize(
    ("asked", "minutes", "budget", "beyond"), [(0, 10, 20, 0), (15, 10, 20, 5), (30, 10, 20, 10), (90, 10, None, 0)]
)
def test_minutes_beyond_the_budget(asked, minutes, budget, beyond):
    assert minutes_beyond(asked=asked, minutes=minutes, budget=budget) == beyond


def test_what_goes_beyond_the_months_minutes_says_so_on_my_page(as_, cast):
    for number in range(3):
        words = {
            "kind": "strategic_decision",
            "subject": f"plan {number}",
            "words": "We decide it",
            "method": "majority",
        }
        propose(project=cast.project, by=Acting(cast.grace), now=now(), **words)
    open_round(project=cast.project, why="asked", by=None, now=now())

    assert list(Ask.objects.filter(person=cast.femi).order_by("id").values_list("extra_minutes", flat=True)) == [
        0,
        0,
        0,
        5,
    ]
    assert "5 minutes more than the group agreed" in as_(cast.femi).get(reverse("asks")).content.decode()


def test_whoever_left_or_takes_a_break_is_left_alone_and_everybody_while_the_project_is_paused(cast, at):
    open_round(project=cast.project, why="asked", by=None, now=now())
    amara, femi = (cast.project.memberships.get(person=person) for person in (cast.amara, cast.femi))
    staying.say_of_my_place(membership=amara, said="break", by=Acting(cast.amara), now=now())
    staying.say_of_my_place(membership=femi, said="leave", by=Acting(cast.femi), now=now())
    cast.project.state = "paused"
    cast.project.save()

    assert remind(now=at("2024-03-25 10:00")) == 0
    cast.project.state = "running"
    cast.project.save()
    remind(now=at("2024-03-25 10:00"))

    assert {row.person for row in Message.objects.filter(code="ask_reminder")} == {cast.grace, cast.edwin}
