"""Nobody learns by inviting an email address whose it is: the name is shown once that person has joined."""

import pytest

from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.projects import joining, starting
from sidebyside.projects.models import Membership

ASK = {
    "name": "Somebody",
    "email": "otto@example.org",
    "joins_as": "lived_expertise",
    "paid_by_job": "no",
    "offer": "£9",
}
PEOPLE = "/projects/our-project/people/"


@pytest.fixture
def grace(cast, as_):
    return as_(cast.grace)


def people(client) -> str:
    return client.get(PEOPLE).content.decode()


def test_whoever_invites_an_email_address_does_not_learn_the_name_that_goes_with_it(cast, grace):
    grace.post(PEOPLE + "ask/", ASK)
    assert Membership.objects.filter(person=cast.otto).exists()

    assert "Otto Brandt" not in people(grace)
    assert "Somebody who was in this hub already" in people(grace)


def test_the_name_is_shown_once_the_person_has_joined(cast, grace):
    grace.post(PEOPLE + "ask/", ASK)
    place = Membership.objects.get(person=cast.otto)
    joining.answer_invitation(membership=place, yes=True, by=Acting(cast.otto), now=now())

    assert "Otto Brandt" in people(grace)


def test_somebody_added_with_the_invitation_is_shown_as_the_sender_wrote_it(cast, grace):
    grace.post(PEOPLE + "ask/", ASK | {"name": "Ida Moss", "email": "ida@example.org"})

    assert "Ida Moss" in people(grace)


def test_whoever_asks_an_email_address_for_advice_does_not_learn_the_name_before_the_advice_is_given(cast, grace):
    starting.ask_somebody_for_advice(
        project=cast.project, of="", email="otto@example.org", question="Well?", by=Acting(cast.grace), now=now()
    )

    body = grace.get("/projects/our-project/kind/").content.decode()

    assert "Somebody asked by email" in body
    assert "Otto Brandt" not in body
