"""What somebody who runs a project writes down in a member's name holds, and moves no fact about the project (decision 6)."""

import pytest

from sidebyside.doors.calls import may_write_down, write_down
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.projects import longer
from sidebyside.projects.facts import places, what_projects_show
from sidebyside.projects.joining import invite
from sidebyside.projects.models import Membership
from tests.cast import moment
from tests.projects.test_longer import grown, in_plain_words, stage  # noqa: F401  fixtures

NOW = moment("2024-03-12 10:00")


@pytest.mark.parametrize(("keeper", "counted"), [("grace", False), ("delia", True)])
def test_a_yes_to_join_that_a_facilitator_wrote_down_is_not_counted(cast, keeper, counted):
    made = invite(project=cast.project, person=cast.otto, joins_as="lived_expertise", by=Acting(cast.grace), now=NOW)
    ask = Ask.objects.get(person=cast.otto)

    write_down(ask=ask, said={"said": "yes"}, door="phone", by=Acting(getattr(cast, keeper)), now=NOW)

    place = next(place for place in places(cast.project) if place.membership == made)
    assert (bool(place.membership.joined_at), place.counted) == (True, counted)


def timeline(cast) -> dict:
    return what_projects_show(cast.project, NOW)["projects.timeline_shared"].values


def test_a_yes_to_more_time_that_a_facilitator_wrote_down_does_not_say_that_she_knows_the_new_end(cast, grown):  # noqa: F811
    before = timeline(cast)
    ask = Ask.objects.get(person=cast.femi, kind="projects.longer")
    write_down(ask=ask, said={"said": "yes"}, door="phone", by=Acting(cast.grace), now=NOW)
    assert Membership.objects.get(person=cast.femi).goes_on == "yes"
    assert timeline(cast) == before

    place = Membership.objects.get(person=cast.femi)
    longer.say_if_i_go_on(membership=place, said="yes", by=Acting(cast.femi), now=NOW)
    assert timeline(cast) != before


def test_an_answer_to_another_project_or_after_she_left_is_not_hers_to_write_down(cast):
    invite(project=cast.project, person=cast.otto, joins_as="lived_expertise", by=Acting(cast.grace), now=NOW)
    ask = Ask.objects.get(person=cast.otto)
    assert may_write_down(ask, Acting(cast.grace), NOW)

    Ask.objects.update(room="project:another")
    assert not may_write_down(Ask.objects.get(pk=ask.pk), Acting(cast.grace), NOW)
    Ask.objects.update(room=cast.project.room)
    Membership.objects.filter(person=cast.grace).update(left_at=NOW)
    assert not may_write_down(Ask.objects.get(pk=ask.pk), Acting(cast.grace), NOW)
