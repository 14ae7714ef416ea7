"""Whom to ring: those who still need to hear something, the soonest to close first; and no more is said than she lets us."""

from datetime import timedelta

from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.pages_calls import calls
from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.projects.joining import JOIN
from tests.doors.test_calls import asked  # noqa: F401  a fixture

VALUES = {"slug": "our-project", "membership": "m", "project": "Our project"}


def listed() -> list:
    return [(call["name"], bool(call["words"])) for call in calls(now=now())["calls"]]


def test_who_answered_by_another_door_is_not_rung(cast, asked):  # noqa: F811
    assert listed() == [("Otto Brandt", True)]
    asks.answer(ask=asked, said="no", by=Acting(cast.otto), now=now())
    assert listed() == []


def test_who_was_asked_something_that_was_taken_back_is_not_rung(cast, asked):  # noqa: F811
    asks.withdraw(asked.question, now=now())
    assert listed() == []


def test_who_has_said_since_that_the_phone_says_less_is_told_less(cast, asked):  # noqa: F811
    cast.otto.reach = {"says": {"phone": "waiting"}}
    cast.otto.save()
    assert listed() == [("Otto Brandt", False)]


def test_the_soonest_to_close_comes_first(cast, asked):  # noqa: F811
    cast.femi.door = "phone"
    cast.femi.save()
    soon = now() + timedelta(days=2)
    asks.ask_all(JOIN, question="q:1", people=[cast.femi], room="r", now=now(), closes_at=soon, values=VALUES)
    tell(cast.femi, "card_used", now=now())
    send_what_is_due(now=now())
    assert [name for name, _words in listed()] == ["Femi Oakes", "Otto Brandt", "Femi Oakes"]
