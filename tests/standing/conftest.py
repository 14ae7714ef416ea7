"""A project that has been asked once, is asked again, and has a statement and a disagreement."""

from types import SimpleNamespace

import pytest

from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.standing import actions
from tests.standing.world import TOLD, closed_round, members, opened_round, recorded


@pytest.fixture
def world(cast, at):
    """The cast, three more members (`.more`), and on 12 March 2024 an open round, a statement and a disagreement."""
    now = at("2024-03-12 10:00")
    Person.objects.filter(pk=cast.amara.pk).update(format="standard")  # so that what pages say to her can be compared
    more = members(cast, 3)
    cast.project.memberships.update(told=TOLD)
    closed_round(cast, [cast.amara, cast.walter, *more], now, weeks_ago=4, every="partly")
    recorded(cast, now)
    project = cast.project
    statement = actions.say_what_shows(
        project=project, method="map-cultures", words="We wrote a list.", by=Acting(person=cast.femi), now=now
    )
    disagreement = actions.disagree(
        project=project, about="label", words="I was not asked.", by=Acting(person=cast.amara), now=now
    )
    return SimpleNamespace(
        **cast.people(),
        project=project,
        helping=cast.helping,
        more=more,
        statement=statement,
        disagreement=disagreement,
        round=opened_round(cast, now),
        now=now,
    )
