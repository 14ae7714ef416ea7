"""Who we are: written in one's own words, read by whom one chose, changed and hidden at any time."""

from datetime import timedelta

import pytest
from django.db import connection

from sidebyside.agreements import biographies, pages_biographies
from sidebyside.agreements.models import Biography
from sidebyside.kit.models import Entry
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.projects.models import Membership
from sidebyside.who_can import Role
from tests.cast import join
from tests.crawl import crawl
from tests.standing.world import helping, page, refused

HERE = "/projects/our-project/people/who-we-are/"
MINE, TODAY, ASK = f"{HERE}me/", f"{HERE}today/", f"{HERE}ask/"
SENT = {"why": "zzwhyzz I was asked.", "helps": "Breaks.", "seen_by": "everybody"}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def wrote(cast, person, now, **said):
    said = {"parts": {"why": "zzwhyzz I was asked."}, "seen_by": "everybody"} | said
    return biographies.write(project=cast.project, by=Acting(person), now=now, **said)


def who_reads(cast, as_) -> set[str]:
    """Who of the cast finds the words on the page."""
    clients = {name: as_(person) for name, person in cast.people().items()}
    return {name for name, client in clients.items() if "zzwhyzz" in client.get(HERE).content.decode()}


def test_each_of_the_cast_opens_only_what_is_theirs(cast, now, as_):
    for name, statuses in {
        "amara": [200, 200, 200, 403],
        "femi": [200, 200, 200, 403],
        "grace": [200, 200, 200, 200],
        "edwin": [200, 200, 200, 403],
        "nadia": [200, 403, 403, 403],
        "morag": [404, 404, 404, 404],
        "otto": [404, 404, 404, 404],
        "delia": [404, 404, 404, 404],
    }.items():
        client = as_(getattr(cast, name))
        assert [client.get(address).status_code for address in (HERE, MINE, TODAY, ASK)] == statuses, name
    assert as_(None).get(MINE)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("seen_by", "readers"),
    [
        ("everybody", {"amara", "walter", "femi", "grace", "edwin", "nadia"}),
        ("lived_expertise", {"amara", "walter"}),
        ("nobody", set()),
    ],
)
def test_those_read_it_whom_she_chose(cast, now, as_, seen_by, readers):
    as_(cast.amara).post(MINE, SENT | {"seen_by": seen_by})

    assert who_reads(cast, as_) == readers - {"amara"}
    assert "zzwhyzz" in page(as_(cast.amara), MINE)


def test_an_officers_and_a_helpers_crawl_never_meets_what_is_for_lived_expertise(cast, now, as_):
    wrote(cast, cast.amara, now, seen_by="lived_expertise")
    for client in (as_(cast.grace), helping(as_(cast.nadia), cast.helping), as_(cast.femi)):
        found = [path for path, body in crawl(client, of_a_sort=1).items() if b"zzwhyzz" in body]
        assert found == []


def test_somebody_who_was_ever_here_by_her_job_never_reads_what_is_for_lived_expertise(cast, now, as_):
    wrote(cast, cast.amara, now, seen_by="lived_expertise")
    join(cast.project, cast.walter, "officer", left_at=now - timedelta(days=30))

    assert who_reads(cast, as_) == set()


@pytest.mark.parametrize(("maker", "stories"), [("grace", 0), ("delia", 1)])
def test_with_a_card_that_an_officer_made_nobody_reads_what_is_for_lived_expertise(cast, now, maker, stories):
    wrote(cast, cast.amara, now, seen_by="lived_expertise")
    walter = {"reader": cast.walter, "roles": {Role.LIVED_EXPERTISE}, "card_made_by": getattr(cast, maker)}

    assert len(pages_biographies.who_we_are(cast.project, **walter, now=now)["stories"]) == stories


def test_it_is_seen_by_nobody_unless_she_says_so(cast, now, as_):
    form = page(as_(cast.amara), MINE)
    assert 'value="nobody" checked' in form

    as_(cast.amara).post(TODAY, {"words": "zzwhyzz tired"})
    assert Biography.objects.get().seen_by == "nobody"
    assert who_reads(cast, as_) == set()


def test_she_changes_it_and_hides_it_at_any_time(cast, now, as_):
    client = as_(cast.amara)
    client.post(MINE, SENT)
    client.post(MINE, SENT | {"why": "Something else."})
    assert Biography.objects.get().parts["why"] == "Something else."

    assert "Everybody in Our project may read who you are." in page(client, "/me/data/consents/")
    client.post(f"/me/data/consents/agreements.who_i_am/{cast.project.ref}/")
    assert Biography.objects.get().seen_by == "nobody"


def test_who_read_it_is_noted_for_her(cast, now, as_):
    wrote(cast, cast.amara, now)
    for _twice in range(2):
        as_(cast.grace).get(HERE)
        as_(cast.amara).get(HERE)
    assert [(read.reader_ref, read.what) for read in reads_of(cast.amara)] == [(cast.grace.ref, "agreements.who_i_am")]


def test_it_is_sealed_in_the_database_and_in_no_history(cast, now, as_):
    as_(cast.amara).post(MINE, SENT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT parts FROM agreements_biography")
        assert "zzwhyzz" not in cursor.fetchone()[0]
    entries = Entry.objects.values_list("text", flat=True)
    assert not [text for text in entries if "recorded" not in text or cast.amara.ref in text]


def test_nothing_typed_is_lost_when_something_is_wrong(cast, now, as_):
    wrong = as_(cast.amara).post(MINE, SENT | {"seen_by": "", "helps": "x" * 1001}).content.decode()
    assert "zzwhyzz" in wrong
    assert "Choose who may read it." in wrong
    assert "Please use fewer words." in wrong
    assert not Biography.objects.exists()


def test_how_somebody_arrives_is_shown_with_its_day_and_for_a_week(cast, now, as_, at):
    wrote(cast, cast.amara, now)
    as_(cast.amara).post(TODAY, {"words": "A bit tired."})
    at("2024-03-19 10:00")
    assert "How I am arriving (12 March 2024)" in page(as_(cast.femi), HERE)

    at("2024-03-20 10:00")
    assert "A bit tired." not in page(as_(cast.femi), HERE)
    as_(cast.amara).post(TODAY, {"words": "A bit tired."})
    assert "How I am arriving (20 March 2024)" in page(as_(cast.femi), HERE)
    as_(cast.amara).post(TODAY, {"words": ""})
    assert "arriving" not in Biography.objects.get().parts


def test_somebody_who_left_is_not_shown_any_more(cast, now, as_):
    wrote(cast, cast.amara, now)
    Membership.objects.filter(person=cast.amara).update(left_at=now)
    assert who_reads(cast, as_) == set()


def test_those_by_their_job_write_first_and_then_ask_the_others_once(cast, now, as_):
    grace = as_(cast.grace)
    assert "Still to write for everybody: Grace Tolland and Edwin Marsh." in page(as_(cast.femi), HERE)
    assert "Those who hold power by their job write first" in grace.post(ASK).content.decode()

    wrote(cast, cast.grace, now)
    wrote(cast, cast.amara, now, seen_by="nobody")
    assert grace.post(ASK).status_code == 302
    assert {ask.person for ask in Ask.objects.filter(kind="agreements.who_i_am")} == {
        cast.walter,
        cast.femi,
        cast.edwin,
    }
    assert grace.post(ASK).status_code == 403
    assert "Still to write for everybody: Edwin Marsh." in page(as_(cast.femi), HERE)


def test_what_she_was_asked_is_answered_by_writing_or_by_saying_no(cast, now, as_):
    wrote(cast, cast.grace, now)
    biographies.ask_everybody(project=cast.project, by=Acting(cast.grace), now=now)
    assert "No, thank you" in page(as_(cast.femi), MINE)
    as_(cast.femi).post(f"{HERE}rather-not/")
    as_(cast.amara).post(MINE, SENT)

    said = {ask.person: [answer.said for answer in ask.answers.all()] for ask in Ask.objects.all()}
    assert (said[cast.femi], said[cast.amara]) == ([{"what": "no"}], [{"what": "written"}])
    assert "No, thank you" not in page(as_(cast.femi), MINE)


def test_what_comes_late_on_paper_does_not_take_the_place_of_newer_words(cast, now):
    wrote(cast, cast.amara, now)
    early = {"project": cast.project, "parts": {"why": "Old."}, "seen_by": "everybody", "by": Acting(cast.amara)}
    code = refused(biographies.write, **early, now=now, said_at=now - timedelta(days=3))
    assert (code, Biography.objects.get().parts["why"]) == ("newer_words_stand", "zzwhyzz I was asked.")


def test_the_page_costs_few_queries_and_no_more_when_there_is_more(cast, now, as_, django_assert_max_num_queries):
    client = as_(cast.grace)
    page(client, HERE)
    with django_assert_max_num_queries(25) as before:
        page(client, HERE)
    for person in (cast.amara, cast.walter, cast.femi, cast.edwin):
        wrote(cast, person, now)
    with django_assert_max_num_queries(len(before.captured_queries) + 4):  # what is read is noted, once
        page(client, HERE)
