"""The desk reads the emails that the program could not take as answers; who read them is noted, and they are not kept."""

import pytest

from sidebyside.doors.email_in import received_email
from sidebyside.doors.models import EmailIn
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.people.models import HubRole
from tests.cast import moment
from tests.doors.by_email import MAILBOX, asked_by_email, reply, wants_email

LIST = "/desk/emails/"


@pytest.fixture
def email(cast, at, settings):
    """Somebody wrote "Zebra." from another address, in answer to an email to Femi."""
    settings.REPLY_TO = MAILBOX
    now = at("2024-03-12 10:00")
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now)
    return received_email(reply(email, "Zebra.", from_="other@example.net"), now=now)


def test_the_desk_reads_it_on_a_page_of_its_own_and_it_is_noted(cast, email, as_):
    desk = as_(cast.delia)
    listed = desk.get(LIST).content.decode()
    page = desk.get(f"{LIST}{email.ref}/").content.decode()

    assert ("Femi Oakes" in listed, "Zebra" in listed, LIST in desk.get("/desk/").content.decode()) == (
        True,
        False,
        True,
    )
    assert [word in page for word in ("Zebra.", "other@example.net", "another address")] == [True] * 3
    assert [(read.reader_ref, read.what) for read in reads_of(cast.femi)] == [(cast.delia.ref, "read_email")]


def test_once_dealt_with_its_words_are_gone(cast, email, as_):
    desk = as_(cast.delia)
    desk.post(f"{LIST}{email.ref}/done/")

    email = EmailIn.objects.get(pk=email.pk)
    assert (email.words, email.dealt_with_by) == ("", cast.delia)
    assert "There are none" in desk.get(LIST).content.decode()


def test_nobody_who_runs_a_project_of_hers_reads_it_even_at_the_desk(cast, email, as_):
    HubRole.objects.create(person=cast.grace, role="desk", since=moment("2023-09-01 09:00"))
    grace = as_(cast.grace)

    page = grace.get(f"{LIST}{email.ref}/")

    assert (page.status_code, "Zebra" in page.content.decode()) == (403, False)
    assert grace.post(f"{LIST}{email.ref}/done/").status_code == 403
    assert reads_of(cast.femi) == []


@pytest.mark.parametrize("who", ["femi", "grace", "otto"])
def test_it_is_for_the_desk_alone(cast, email, as_, who):
    client = as_(getattr(cast, who))

    assert [client.get(address).status_code for address in (LIST, f"{LIST}{email.ref}/")] == [403, 403]


def test_the_list_costs_the_same_however_long_it_is(cast, email, as_, django_assert_max_num_queries):
    for number in range(30):
        EmailIn.objects.create(
            came_as=str(number),
            person=cast.amara,
            received_at=email.received_at,
            outcome="email_stop",
            for_the_desk=True,
        )
    desk = as_(cast.delia)

    with django_assert_max_num_queries(12):
        desk.get(LIST)
