"""Joining: told everything first, one's own yes or no, each as easy as the other; and leaving as easily."""

import pytest

from sidebyside.people.models import Ask, Helping, Person
from sidebyside.projects.models import Membership
from tests.cast import moment
from tests.projects.starting import post

OFFER = "£10.90 an hour, with reading time"
INVITE = {
    "name": "Otto Brandt",
    "email": "",
    "joins_as": "lived_expertise",
    "organisation": "",
    "paid_by_job": "no",
    "offer": OFFER,
}


@pytest.fixture
def grace(cast, as_):
    return as_(cast.grace)


@pytest.fixture
def invited(cast, grace):
    """Otto is asked to join, with pay. Gives the address of his invitation."""
    post(grace, "/projects/our-project/people/ask/", INVITE)
    return f"/projects/our-project/invitation/{Membership.objects.get(person=cast.otto).ref}/"


def test_somebody_asked_is_told_everything_before_saying_yes(cast, as_, invited):
    otto = as_(cast.otto)

    assert invited in otto.get("/").content.decode()
    page = otto.get(invited).content.decode()
    for told in (
        "The budget.",
        "How people are asked.",
        "Everything else.",
        OFFER,
        "Co-production",
        "about 20 minutes",
        "The group agrees how it decides",
        "the hub’s desk",
        "Grace Tolland asks you",
        "Lived expertise",
    ):
        assert told in page
    assert otto.get("/projects/our-project/").status_code == 403


def test_a_yes_lets_her_in_and_she_can_read_again_what_she_was_told(cast, as_, invited):
    otto = as_(cast.otto)

    assert post(otto, invited, {"said": "yes"}) == "/projects/our-project/"
    assert otto.get("/projects/our-project/").status_code == 200
    assert "You said yes" in otto.get(invited).content.decode()
    assert otto.post(invited, {"said": "yes"})["Location"] == "/projects/our-project/"
    assert Membership.objects.get(person=cast.otto).told["offer"] == OFFER


def test_a_no_is_as_easy_and_nobody_else_learns_of_it(cast, as_, grace, invited):
    otto = as_(cast.otto)
    page = otto.get(invited).content.decode()
    assert page.count('class="button button-plain" name="said"') == 2

    assert post(otto, invited, {"said": "no"}) == "/projects/?done=said-no"
    assert "Nobody will ask you why" in otto.get("/projects/?done=said-no").content.decode()
    assert otto.get("/projects/our-project/").status_code == 404
    history = as_(cast.femi).get("/projects/our-project/history/").content.decode()
    assert "said no" in history
    assert "Otto" not in history


def test_neither_yes_nor_no_says_to_choose(cast, as_, invited):
    reply = as_(cast.otto).post(invited, {})

    assert (reply.status_code, "Choose yes or no." in reply.content.decode()) == (200, True)


def test_only_those_who_run_it_see_who_has_not_answered(cast, as_, grace, invited):
    assert "Somebody who was in this hub already" in grace.get("/projects/our-project/people/").content.decode()
    assert OFFER in grace.get("/projects/our-project/people/").content.decode()
    assert (
        "Somebody who was in this hub already"
        not in as_(cast.amara).get("/projects/our-project/people/").content.decode()
    )


def test_nobody_opens_somebody_elses_invitation(cast, as_, grace, invited):
    assert grace.get(invited).status_code == 404
    assert as_(cast.amara).get(invited).status_code == 404


@pytest.mark.parametrize("kinds", [["projects.join"], ["standing.round"]])
def test_a_helper_answers_in_the_members_name_only_if_chosen_for_invitations(cast, as_, grace, kinds):
    ida = Person.objects.create(name="Ida Moss", made_at=moment("2023-09-01 09:00"))
    helping = Helping.objects.create(
        member=ida,
        helper=cast.nadia,
        kinds=kinds,
        until_on=cast.helping.until_on,
        recorded_by=cast.delia,
        recorded_at=moment("2024-01-02 11:00"),
        confirmed_at=moment("2024-01-02 11:00"),
    )
    post(grace, "/projects/our-project/people/ask/", INVITE | {"name": "Ida Moss"})
    place, nadia = Membership.objects.get(person=ida), as_(cast.nadia)
    invitation = f"/projects/our-project/invitation/{place.ref}/"
    assert nadia.get(invitation).status_code == 404
    nadia.post(f"/me/helping/{helping.ref}/start/")

    if kinds == ["projects.join"]:
        assert "Grace Tolland asks Ida Moss to join" in nadia.get(invitation).content.decode()
        assert post(nadia, invitation, {"said": "yes"}) == "/me/helping/"
        assert Ask.objects.get(person=ida, kind="projects.join").answers.get().entered_by == cast.nadia
    else:
        assert nadia.get(invitation).status_code == nadia.post(invitation, {"said": "yes"}).status_code == 403
    assert bool(Membership.objects.get(person=ida).joined_at) is (kinds == ["projects.join"])


def test_somebody_new_is_added_by_name_and_email(cast, grace):
    post(grace, "/projects/our-project/people/ask/", INVITE | {"name": "Ida Moss", "email": "ida@example.org"})

    ida = Person.objects.get(email="ida@example.org")
    assert (ida.name, Membership.objects.get(person=ida).offer) == ("Ida Moss", OFFER)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "Write their name."),
        ({"name": "Nobody Here"}, "Nobody in this hub has that name."),
        ({"name": "Amara Venn"}, "has been asked already, or is in the project already"),
        ({"name": "Morag Finch", "joins_as": "organisation"}, "Choose the organisation."),
        ({"email": "not an address"}, "Please write an email address, like name@example.org."),
        ({"offer": "x" * 201}, "There is room for 200 letters and spaces."),
        ({"paid_by_job": ""}, "Say whether their job pays them."),
    ],
)
def test_a_wrong_invitation_says_what_to_do_and_keeps_what_was_typed(cast, grace, said, words):
    reply = grace.post("/projects/our-project/people/ask/", INVITE | said)

    page = reply.content.decode()
    assert reply.status_code == 200
    assert words in page
    assert (INVITE | said)["offer"] in page
    assert (INVITE | said)["name"] in page


def test_two_people_with_one_name_are_told_apart_by_email(cast, grace):
    Person.objects.create(name="Otto Brandt", email="other@example.org", made_at=moment("2023-09-01 09:00"))

    assert (
        "More than one person has that name."
        in grace.post("/projects/our-project/people/ask/", INVITE).content.decode()
    )
    post(grace, "/projects/our-project/people/ask/", INVITE | {"email": "other@example.org"})
    assert Membership.objects.get(person__email="other@example.org").project == cast.project


def test_whoever_leaves_is_a_former_member_from_then_on(cast, as_):
    amara = as_(cast.amara)

    assert post(amara, "/projects/our-project/leave/", {}) == "/projects/?done=left"
    assert amara.get("/projects/our-project/").status_code == 404
    femi = as_(cast.femi)
    for page in ("people/", "history/", ""):
        shown = femi.get(f"/projects/our-project/{page}").content.decode()
        assert "Amara" not in shown
    assert femi.get("/projects/our-project/people/").content.decode().count("A former member") == 2
    assert "A former member" in femi.get("/projects/our-project/history/").content.decode()


def test_nothing_is_asked_of_somebody_where_she_has_left(cast, as_):
    for kind, question in (("agreements.proposal", "q1"), ("standing.round", "q2")):
        Ask.objects.create(
            kind=kind,
            question=question,
            person=cast.morag,
            room=cast.project.room,
            reveals="inside",
            minutes=5,
            opened_at=moment("2024-03-01 09:00"),
            closes_at=moment("2024-03-20 09:00"),
            values={
                "slug": "our-project",
                "proposal": "aaaaaaaaaaaa",
                "round": "aaaaaaaaaaaa",
                "project": "Our project",
            },
        )

    assert "There is nothing for you to do now." in as_(cast.morag).get("/").content.decode()
