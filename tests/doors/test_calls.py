"""By phone and in person: whom to ring, what may be said, and writing down the answer in her name."""

import pytest
from django.urls import reverse

from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models import Call
from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.asks import counting
from sidebyside.people.models import Ask, Message
from sidebyside.projects.joining import invite
from sidebyside.standing.actions import open_round

TODAY = {"how": "phone", "on-day": "12", "on-month": "3", "on-year": "2024"}


@pytest.fixture
def asked(cast):
    """Otto has no email and is to be rung; he is asked to join, which is an open question."""
    cast.otto.phone, cast.otto.email, cast.otto.door = "0117 496 0123", None, "phone"
    cast.otto.save()
    invite(project=cast.project, person=cast.otto, joins_as="lived_expertise", by=Acting(cast.grace), now=now())
    send_what_is_due(now=now())
    return Ask.objects.get(person=cast.otto)


def test_somebody_is_rung_and_the_answer_is_written_down_in_his_name(as_, cast, asked):
    desk = as_(cast.delia)
    page = desk.get(reverse("desk-calls")).content.decode()
    assert "0117 496 0123" in page
    assert "Our project" in page

    desk.post(reverse("write-down", args=[asked.ref]), TODAY | {"said": "yes"})

    answer = counting(asked)
    assert (answer.said, answer.door, answer.entered_by) == ("yes", "phone", cast.delia)
    assert cast.project.memberships.get(person=cast.otto).joined_at
    assert Message.objects.filter(person=cast.otto, code="answered_in_your_name").count() == 1
    assert Call.objects.get(message__ask=asked).outcome == "call_answered"


def test_a_facilitator_writes_down_open_answers_and_no_others(as_, cast, asked):
    open_round(project=cast.project, why="asked", by=None, now=now())
    sealed = Ask.objects.get(person=cast.walter, kind="standing.round")
    grace = as_(cast.grace)

    assert grace.get(reverse("write-down", args=[sealed.ref])).status_code == 403
    assert as_(cast.delia).get(reverse("write-down", args=[sealed.ref])).status_code == 200
    assert as_(cast.otto).get(reverse("write-down", args=[sealed.ref])).status_code == 404
    assert grace.get(reverse("write-down", args=[asked.ref])).status_code == 200


def test_of_what_is_private_the_caller_says_only_that_it_waits(as_, cast):
    cast.femi.door = "phone"
    cast.femi.save()
    cast.walter.door = "web"
    cast.walter.save()
    open_round(project=cast.project, why="asked", by=None, now=now())
    send_what_is_due(now=now())

    page = as_(cast.delia).get(reverse("desk-calls")).content.decode()

    assert "Femi Oakes" in page
    assert "Our project" not in page
    assert "Say only this: something is waiting for you." in page


def test_after_three_calls_that_nobody_answered_the_desk_has_a_trouble(as_, cast, asked):
    desk, call = as_(cast.delia), Call.objects.get()

    for _ in range(4):
        desk.post(reverse("call-made", args=[call.ref]), {"there": "no"})

    assert "Nobody answered the phone" in desk.get(reverse("desk-troubles")).content.decode()
    message = Message.objects.get(trouble="not_there_on_the_phone")
    desk.post(reverse("trouble-dealt-with", args=[message.ref]))
    assert "Nobody answered" not in desk.get(reverse("desk-troubles")).content.decode()


def test_what_he_heard_is_done(as_, cast, asked):
    desk, call = as_(cast.delia), Call.objects.get()

    desk.post(reverse("call-made", args=[call.ref]), {"there": "yes"})

    assert "Nobody to ring" in desk.get(reverse("desk-calls")).content.decode()


@pytest.mark.parametrize(("on", "words"), [("2025", "That day is not here yet"), ("2022", "more than a year ago")])
def test_a_day_that_cannot_be_is_refused_and_what_was_written_stays(as_, cast, asked, on, words):
    page = (
        as_(cast.delia)
        .post(reverse("write-down", args=[asked.ref]), TODAY | {"said": "no", "on-year": on})
        .content.decode()
    )

    assert words in page
    assert counting(asked) is None
