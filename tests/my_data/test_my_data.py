"""My data: what is held, who read what is sealed, taking it with me, taking back a yes."""

import json
from datetime import timedelta

import pytest
from lxml import html

from sidebyside.kit.holdings import all_consents, all_holdings, all_keepings, what_comes_first
from sidebyside.kit.models import SealedRead
from sidebyside.kit.sealed_reads import note_read, note_reads, reads_of
from sidebyside.kit.words import all_words, say
from sidebyside.people.models import Person
from sidebyside.projects.models import Membership
from tests.policy.planted import NOON, plant, word

pytestmark = pytest.mark.django_db
SOON = NOON + timedelta(minutes=20)


def read(cast, now=NOON, what="held_answers"):
    note_read(reader=cast.grace, owner=cast.amara, what=what, why="held_groups_why", now=now)


def test_reading_the_same_again_within_the_hour_is_one_row(cast):
    read(cast)
    read(cast, SOON)
    read(cast, SOON, what="held_details")
    read(cast, NOON + timedelta(minutes=61))

    assert [(row.what, row.at) for row in reads_of(cast.amara)] == [
        ("held_answers", NOON + timedelta(minutes=61)),
        ("held_details", SOON),
        ("held_answers", NOON),
    ]


def test_reading_what_is_mine_is_not_noted_and_many_cost_no_more_than_one(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        note_reads(
            reader=cast.grace,
            owners=[cast.amara, cast.walter, cast.grace],
            what="held_answers",
            why="held_groups_why",
            now=NOON,
        )

    assert set(SealedRead.objects.values_list("owner_ref", flat=True)) == {cast.amara.ref, cast.walter.ref}


def test_i_read_who_opened_what_is_sealed_and_why(cast, as_):
    assert "Nobody has read any private thing" in as_(cast.amara).get("/me/data/reads/").content.decode()

    read(cast)

    page = as_(cast.amara).get("/me/data/reads/").content.decode()
    assert all(words in page for words in ("Grace Tolland", say("held_answers"), say("held_groups_why")))
    assert "Grace Tolland" not in as_(cast.walter).get("/me/data/reads/").content.decode()


def test_my_data_is_reached_from_my_page_and_lists_every_kind(cast, as_, django_assert_max_num_queries):
    amara = as_(cast.amara)
    assert 'href="/me/data/"' in amara.get("/me/").content.decode()

    with django_assert_max_num_queries(8):
        page = amara.get("/me/data/").content.decode()

    for holding in all_holdings():
        assert f'href="/me/data/{holding.kind}/"' in page


@pytest.mark.parametrize("kind", [holding.kind for holding in all_holdings()])
def test_each_kind_is_shown_and_does_not_cost_more_with_more_rows(kind, cast, as_, django_assert_num_queries):
    plant(cast)
    amara = as_(cast.amara)
    with django_assert_num_queries(len(queries(amara, kind))):
        response = amara.get(f"/me/data/{kind}/")

    assert response.status_code == 200
    assert len(queries(amara, kind)) <= 25


def queries(client, kind) -> list:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(f"/me/data/{kind}/")
    return list(asked)


def test_a_kind_that_is_not_there_is_not_found(cast, as_):
    assert as_(cast.amara).get("/me/data/people.secrets/").status_code == 404


def test_the_copy_holds_what_is_mine_opened_and_no_secret(cast, as_):
    plant(cast)
    amara = as_(cast.amara)

    page, file = amara.get("/me/data/take/page/"), amara.get("/me/data/take/json/")

    for response in (page, file):
        body = response.content.decode()
        assert response["Content-Disposition"].startswith("attachment")
        for field in ("people.Answer said", "people.Person phone", "projects.Membership offer"):
            assert word(*field.split()) in body
        for field in ("people.Card code_digest", "people.SignInLink token_digest", "standing.Disagreement answer"):
            assert word(*field.split()) not in body


def test_the_page_to_keep_is_escaped_and_the_file_can_be_read_by_programs(cast, as_):
    Person.objects.filter(pk=cast.amara.pk).update(name="<script>Amara</script>")
    amara = as_(cast.amara)

    page = amara.get("/me/data/take/page/").content
    held = json.loads(amara.get("/me/data/take/json/").content)

    assert html.document_fromstring(page.decode()).xpath("//script") == []
    details = next(kind for kind in held["kinds"] if kind["kind"] == "people.details")
    assert details["rows"][0]["name"] == "<script>Amara</script>"
    assert details["rows"][0]["email"] == "amara@example.org"


def test_i_take_back_a_yes_and_nobody_elses(cast, as_):
    place = Membership.objects.get(person=cast.amara)
    assert "Our project" in as_(cast.amara).get("/me/data/consents/").content.decode()

    as_(cast.femi).post(f"/me/data/consents/projects.places/{place.ref}/")
    place.refresh_from_db()
    assert place.left_at is None

    as_(cast.amara).post(f"/me/data/consents/projects.places/{place.ref}/")
    place.refresh_from_db()
    assert place.left_at
    assert as_(cast.walter).post(f"/me/data/consents/people.helpers/{cast.helping.ref}/").status_code == 302
    cast.helping.refresh_from_db()
    assert cast.helping.ended_at


def test_everything_that_is_held_kept_or_said_yes_to_has_words(cast):
    codes = [code for one in all_holdings() for code in (one.title, one.why, one.stays_because) if code]
    codes += [code for one in all_keepings() for code in (one.title, one.why)]
    codes += [one.title for one in all_consents()]

    assert set(codes) - set(all_words()) == set()
    assert what_comes_first(cast.amara) == []


def test_how_i_am_reached_is_read_in_words_whatever_i_chose(cast, as_):
    cast.amara.reach = {"others": ["post"], "says": {"email": "waiting"}, "together": True, "quiet": None}
    cast.amara.save()

    page = as_(cast.amara).get("/me/data/people.details/").content.decode()

    assert "email: waiting" in page
    assert as_(cast.amara).get("/me/data/take/json/").status_code == 200
