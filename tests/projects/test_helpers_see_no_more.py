"""A helper is let in no further than the member who chose her, and no further than what she was chosen for."""

import pytest

from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Helping
from sidebyside.projects import joining
from sidebyside.projects.models import Membership, Project

PAGES = ["", "people/", "history/", "standing/", "agreements/", "timeline/"]
TO_JOIN, TO_ANSWER = ["projects.join"], ["standing.round"]


def help_by_morag(cast, member, kinds):
    """Morag left the project long ago; she is in it no more. She helps this member."""
    Membership.objects.filter(person=cast.morag).delete()
    return Helping.objects.create(
        member=member,
        helper=cast.morag,
        kinds=kinds,
        until_on=cast.helping.until_on,
        recorded_by=member,
        recorded_at=now(),
        confirmed_at=now(),
    )


def invited(cast):
    way = {"joins_as": "lived_expertise", "offer": "£10.90 an hour"}
    return joining.invite(project=cast.project, person=cast.otto, by=Acting(cast.grace), now=now(), **way)


def opened(as_, person) -> list[int]:
    client = as_(person)
    return [client.get(f"/projects/our-project/{page}").status_code for page in PAGES]


@pytest.mark.parametrize("kinds", [TO_JOIN, TO_JOIN + TO_ANSWER])
def test_before_the_member_has_joined_her_helper_opens_what_she_opens(kinds, cast, as_):
    help_by_morag(cast, cast.otto, kinds)
    invited(cast)

    assert opened(as_, cast.morag) == opened(as_, cast.otto) == [403] * len(PAGES)


def test_the_helper_chosen_for_invitations_reads_and_answers_that_of_the_member(cast, as_):
    helping, place = help_by_morag(cast, cast.otto, TO_JOIN), invited(cast)
    page = f"/projects/our-project/invitation/{place.ref}/"
    morag = as_(cast.morag)
    morag.post(f"/me/helping/{helping.ref}/start/")
    assert "£10.90 an hour" in morag.get(page).content.decode()

    morag.post(page, {"said": "yes"})

    place.refresh_from_db()
    assert place.joined_at == now()
    assert opened(as_, cast.morag) == [404] * len(PAGES)


def test_a_helper_chosen_for_other_things_does_not_know_of_the_invitation(cast, as_):
    help_by_morag(cast, cast.otto, TO_ANSWER)
    invited(cast)

    assert opened(as_, cast.morag) == [404] * len(PAGES)


def test_after_the_members_no_her_helper_opens_nothing(cast, as_):
    help_by_morag(cast, cast.otto, TO_JOIN + TO_ANSWER)
    joining.answer_invitation(membership=invited(cast), yes=False, by=Acting(cast.otto), now=now())

    assert opened(as_, cast.morag) == [404] * len(PAGES)


def test_after_the_member_has_left_her_helper_opens_nothing(cast, as_):
    help_by_morag(cast, cast.amara, TO_ANSWER)
    assert opened(as_, cast.morag)[0] == 200

    joining.leave(membership=Membership.objects.get(person=cast.amara), by=Acting(cast.amara), now=now())

    assert opened(as_, cast.morag) == [404] * len(PAGES)


@pytest.mark.parametrize("kinds", [TO_ANSWER, ["agreements.proposal"]])
def test_the_helper_of_somebody_here_reads_what_she_needs_to_answer(kinds, cast, as_):
    help_by_morag(cast, cast.amara, kinds)

    assert opened(as_, cast.morag) == opened(as_, cast.amara)
    assert "Our project" in as_(cast.morag).get("/projects/").content.decode()


def test_a_helper_chosen_for_nothing_that_this_project_asks_does_not_read_it(cast, as_):
    help_by_morag(cast, cast.amara, TO_JOIN)

    assert opened(as_, cast.morag) == [404] * len(PAGES)
    assert "Our project" not in as_(cast.morag).get("/projects/").content.decode()
    assert not Project.objects.visible_to(cast.morag).exists()


def test_a_help_whose_day_is_past_or_that_is_not_confirmed_opens_nothing(cast, as_, at):
    help_by_morag(cast, cast.amara, TO_ANSWER)
    at("2024-10-01 09:00")
    assert opened(as_, cast.morag) == [404] * len(PAGES)

    at("2024-03-12 10:00")
    Helping.objects.filter(helper=cast.morag).update(confirmed_at=None)

    assert opened(as_, cast.morag) == [404] * len(PAGES)


def test_the_kinds_that_let_a_helper_in_are_kinds_that_there_are():
    assert {"projects.join", "standing.round", "agreements.proposal"} <= set(asks.KINDS)
