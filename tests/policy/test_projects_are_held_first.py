"""Whoever writes in a project holds it before anything else: then no two ever wait for each other in a ring."""

import pytest
from django.db.models import QuerySet

from sidebyside.access import checking_in
from sidebyside.kit.clock import now
from sidebyside.people import sheets
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.sessions import actions as meetings
from sidebyside.texts.models import Version
from tests.sessions.test_meetings import planned  # noqa: F401  a fixture
from tests.texts.test_texts import check, write


@pytest.fixture
def held(monkeypatch):
    """The names of what is held, in the order in which it is."""
    found, really = [], QuerySet.select_for_update

    def noted(self, *args, **kwargs):
        found.append(self.model.__name__)
        return really(self, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "select_for_update", noted)
    return found


def takes(ask: Ask, held: list, **said) -> list:
    held.clear()
    sheets.take(ask, said, by=Acting(ask.person), now=now())
    return held


def test_after_a_meeting(cast, planned, held, at):  # noqa: F811
    meetings.ask_after_meetings(now=at("2024-04-16 17:00"))
    assert takes(Ask.objects.get(person=cast.femi, kind="meetings.afterwards"), held, all="yes")[0] == "Project"


def test_a_passport(cast, held):
    checking_in.ask_who_joined(event="", project=cast.project, now=now())
    ask = Ask.objects.get(person=cast.femi, kind="access.passport")
    assert takes(ask, held, same="written", need_travel="A taxi", who="group")[0] == "Project"


def test_a_text_and_whoever_checked_it(cast, held):
    write(cast)
    assert held[0] == "Project"
    check(cast, Version.objects.get(), checkers=[cast.femi])
    assert takes(Ask.objects.get(person=cast.femi, kind="texts.named"), held, said="yes")[0] == "Project"
