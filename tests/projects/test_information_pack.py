"""The information pack: everything to know, from the project's own records, and what is missing says so."""

from datetime import date

import pytest

from sidebyside.agreements.models import Proposal
from sidebyside.people.acting import Acting
from sidebyside.projects import joining
from sidebyside.projects.models import Opening, Stage
from tests.cast import moment
from tests.pdf import assert_accessible

NOW = moment("2024-03-12 10:00")
PACK, PUBLIC = "/projects/our-project/information/", "/label/our-project/information/"


@pytest.fixture(autouse=True)
def in_plain_words(cast):
    """Amara reads plain words here, so that what a page says can be looked for as we wrote it."""
    cast.amara.format = "standard"
    cast.amara.save(update_fields=["format"])


@pytest.fixture
def opening(cast):
    return Opening.objects.create(
        project=cast.project,
        about="Asking people well.",
        time="Two hours every two weeks.",
        pay="£12 an hour.",
        looking_for="Night carers.",
        until_on=date(2024, 4, 30),
        opened_by=cast.grace,
        opened_at=NOW,
    )


@pytest.fixture
def invited(cast):
    return joining.invite(
        project=cast.project,
        person=cast.otto,
        joins_as="lived_expertise",
        by=Acting(cast.grace),
        now=NOW,
        offer="£14 an hour, and travel",
    )


def words(client, address: str) -> str:
    reply = client.get(address)
    assert reply.status_code == 200
    return reply.content.decode()


def test_somebody_asked_to_join_reads_all_of_it_with_her_own_offer(cast, opening, invited, as_):
    Stage.objects.create(
        project=cast.project, kind="design", title="Design", order=0, planned_from=date(2024, 3, 1), planned_weeks=10
    )
    page = words(as_(cast.otto), PACK)

    for said in (
        "How people are asked.",
        "The budget.",
        "Everything else.",
        "1 March 2024 to 24 May 2024",
        "Two hours every two weeks.",
        "£14 an hour, and travel",
        "Each member’s voice counts the same",
        "You are asked what you need",
        "people with lived expertise",
        "somebody who is not the facilitator",
        "Words we use",
    ):
        assert said in page
    assert "£14" not in words(as_(cast.amara), PACK)
    assert PACK in words(as_(cast.otto), f"/projects/our-project/invitation/{invited.ref}/")
    assert PACK in words(as_(cast.amara), "/projects/our-project/")


def test_what_is_missing_says_so_to_everybody_and_whoever_runs_it_can_mend_it(cast, as_):
    member, facilitator = words(as_(cast.amara), PACK), words(as_(cast.grace), PACK)

    for page in (member, facilitator):
        assert "This is not written down yet. You can ask about it at any time." in page
        assert "The group has not agreed yet how it decides." in page
    assert "This is missing" not in member
    assert 'href="/projects/our-project/people/open/"' in facilitator


def test_how_the_group_decides_is_in_it_for_those_inside_only(cast, invited, as_):
    Proposal.objects.create(
        project=cast.project,
        kind="way_of_deciding",
        words="Two thirds of us say yes.",
        method="majority",
        proposed_by=cast.grace,
        opened_at=NOW,
        closes_at=NOW,
        closed_at=NOW,
        outcome="agreed",
        why="majority_said_yes",
    )

    assert "Two thirds of us say yes." in words(as_(cast.amara), PACK)
    assert "Two thirds" not in words(as_(cast.otto), PACK)


def test_nobody_outside_reads_it(cast, as_):
    assert as_(cast.otto).get(PACK).status_code == 404
    assert as_(cast.morag).get(PACK).status_code == 404


def test_the_public_part_holds_only_what_is_said_to_anybody_and_a_form_to_write_on(cast, opening, client, settings):
    settings.DESK_PHONE = "0117 496 0999"
    page = words(client, PUBLIC)

    for said in ("Asking people well.", "£12 an hour.", "Night carers.", "0117 496 0999", "How you can answer me"):
        assert said in page
    assert "The budget." not in page
    assert "How people are asked." not in page
    assert not [person.name for person in cast.people().values() if person.name.split()[0] in page]
    assert PUBLIC in words(client, "/label/our-project/meet/")


def test_a_closed_project_has_no_public_part(cast, client):
    assert client.get(PUBLIC)["Location"] == "/label/our-project/meet/"


@pytest.mark.parametrize("paper", ["standard", "easy-read", "large-print"])
def test_it_is_on_paper_in_every_format(cast, opening, as_, paper):
    for client, address in ((as_(cast.amara), PACK), (as_(None), PUBLIC)):
        reply = client.get(f"{address}?pdf={paper}")

        assert reply["Content-Type"] == "application/pdf"
        read = assert_accessible(reply.content, lang="en-GB", title="Information about Our project · Our hub")
        assert "If you are not happy" in [words for _level, words in read.headings]
        assert "(PDF)" not in read.words
