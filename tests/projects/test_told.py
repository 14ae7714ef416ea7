"""What somebody was told when she said yes can be compared with what is said now."""

import pytest

from sidebyside.people.acting import Acting
from sidebyside.projects import actions, joining
from sidebyside.projects.models import Wording
from tests.cast import moment

NOW = moment("2024-03-12 10:00")
TOLD = "/projects/our-project/told/"


@pytest.fixture(autouse=True)
def in_plain_words(cast):
    """Amara reads plain words here, so that what a page says can be looked for as we wrote it."""
    cast.amara.format = "standard"
    cast.amara.save(update_fields=["format"])


@pytest.fixture
def otto(cast, as_):
    place = joining.invite(
        project=cast.project,
        person=cast.otto,
        joins_as="lived_expertise",
        by=Acting(cast.grace),
        now=NOW,
        offer="£12 an hour",
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(cast.otto), now=NOW)
    return as_(cast.otto)


def test_what_has_not_changed_is_the_same(otto):
    page = otto.get(TOLD).content.decode()

    assert page.count("It is the same now.") >= 4
    assert "What is said now</h3>" not in page


def test_what_was_changed_since_is_shown_beside_what_she_was_told(cast, otto):
    actions.describe(project=cast.project, by=Acting(cast.grace), now=NOW, fixed="The budget is half of it.")

    page = otto.get(TOLD).content.decode()
    assert "The budget." in page
    assert "The budget is half of it." in page
    assert page.count("What is said now</h3>") == 1


def test_the_same_words_told_to_two_people_are_kept_once(cast, otto):
    place = joining.invite(
        project=cast.project, person=cast.delia, joins_as="lived_expertise", by=Acting(cast.grace), now=NOW
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(cast.delia), now=NOW)

    assert Wording.objects.filter(what="fixed").count() == 1


def test_whoever_joined_before_such_words_were_kept_is_told_so(cast, as_):
    page = as_(cast.amara).get(TOLD).content.decode()

    assert "We did not keep what you were told then." in page
    assert as_(cast.nadia).get(TOLD).status_code == 403
