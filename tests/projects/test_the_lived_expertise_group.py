"""The Lived Expertise Group: those who join with lived expertise, and never somebody who is or was here by their job."""

import pytest

from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Card
from sidebyside.projects import joining
from sidebyside.projects.models import GroupMember, Membership
from sidebyside.projects.own_group import hers, own_group, people_in
from tests.cast import join, make_person, moment

pytestmark = pytest.mark.django_db
NOW = moment("2024-03-12 10:00")


def say_yes(cast, person, joins_as):
    place = joining.invite(project=cast.project, person=person, joins_as=joins_as, by=Acting(cast.grace), now=NOW)
    return joining.answer_invitation(membership=place, yes=True, by=Acting(person), now=NOW)


def the_group(cast):
    return cast.project.groups.get(kind="lived_expertise")


def test_those_who_join_with_lived_expertise_are_in_it_until_they_leave(cast):
    assert list(people_in(the_group(cast))) == [cast.amara, cast.walter]
    assert own_group(cast.project, Acting(cast.amara)) == the_group(cast)
    assert not hers(cast.morag).exists()

    joining.leave(membership=Membership.objects.get(person=cast.amara), by=Acting(cast.amara), now=NOW)

    assert list(people_in(the_group(cast))) == [cast.walter]
    assert own_group(cast.project, Acting(cast.amara)) is None


@pytest.mark.parametrize("who", ["grace", "edwin", "femi", "otto", "delia", "nadia"])
def test_nobody_else_is(cast, who):
    assert own_group(cast.project, Acting(getattr(cast, who))) is None


@pytest.mark.parametrize("joins_as", ["officer", "facilitator", "leader"])
def test_somebody_who_was_here_by_their_job_is_never_in_it(cast, joins_as):
    person = make_person("Rhian Coe")
    join(cast.project, person, joins_as, left_at=moment("2024-01-08 10:00"), left_why="herself")

    join(cast.project, person, "lived_expertise")

    assert own_group(cast.project, Acting(person)) is None
    assert person not in people_in(the_group(cast))


def test_a_card_made_by_somebody_here_by_their_job_opens_nothing_of_it(cast):
    made = {"person": cast.amara, "code_digest": "c", "word_digest": "w", "made_at": NOW}
    Card.objects.create(**made, made_by=cast.grace)

    assert own_group(cast.project, Acting(cast.amara, card_made_by=cast.grace)) is None
    assert own_group(cast.project, Acting(cast.amara, card_made_by=cast.delia)) == the_group(cast)


def test_joining_puts_somebody_there_and_leaving_to_join_by_a_job_ends_it_for_good(cast):
    person = make_person("Rhian Coe")
    say_yes(cast, person, "lived_expertise")
    assert person in people_in(the_group(cast))
    joining.leave(membership=Membership.objects.get(person=person), by=Acting(person), now=NOW)

    say_yes(cast, person, "officer")

    assert not the_group(cast).people.filter(person=person, until=None).exists()
    with pytest.raises(Refused) as refused:
        say_yes(cast, person, "lived_expertise")
    assert refused.value.verdict.code in ("already_in_this_project", "was_here_by_their_job")


def test_whoever_is_in_it_still_when_they_join_by_a_job_is_out_and_asked_nothing_more(cast):
    person = make_person("Rhian Coe")
    GroupMember.objects.create(group=the_group(cast), person=person, since=NOW)

    say_yes(cast, person, "officer")

    assert not the_group(cast).people.filter(person=person, until=None).exists()
