"""Who holds which power here: everybody writes their own, anybody writes of a body, and what was before stays to be read."""

from datetime import date

import pytest

from sidebyside.agreements import powers
from sidebyside.agreements.models import Power
from sidebyside.people.acting import Acting
from tests.standing.world import page

HERE = "/projects/our-project/power/"
SENT = {
    "holds": "I choose who is asked.",
    "means": "Others wait for me.",
    "will_share": "We choose together.",
    "review_on-day": "1",
    "review_on-month": "6",
    "review_on-year": "2024",
}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def wrote(cast, person, now, **words):
    said = {"holds": "I choose.", "means": "You wait.", "will_share": "Together.", "review_on": date(2024, 6, 1)}
    return powers.write_power(project=cast.project, by=Acting(person), now=now, **said | words)


def test_each_of_the_cast_opens_only_what_is_theirs(cast, now, as_):
    one = f"{HERE}{wrote(cast, cast.grace, now).ref}/"
    for name, statuses in {
        "amara": [200, 200, 200, 200],
        "grace": [200, 200, 200, 200],
        "nadia": [200, 200, 403, 403],
        "morag": [404, 404, 404, 404],
        "otto": [404, 404, 404, 404],
        "delia": [404, 404, 404, 404],
    }.items():
        client = as_(getattr(cast, name))
        found = [client.get(address).status_code for address in (HERE, one, f"{HERE}mine/", f"{HERE}body/")]
        assert found == statuses, name
    assert as_(None).get(one)["Location"].startswith("/sign-in/")
    assert as_(cast.amara).get(f"{HERE}nobodyknows1/").status_code == 404


def test_whoever_is_here_by_their_job_and_has_not_written_is_named(cast, now, as_):
    assert "have not written theirs: Grace Tolland and Edwin Marsh." in page(as_(cast.femi), HERE)
    assert "Nothing is written yet" in page(as_(cast.femi), HERE)

    assert as_(cast.grace).post(f"{HERE}mine/", SENT)["Location"] == HERE
    shown = page(as_(cast.femi), HERE)
    assert "have not written theirs: Edwin Marsh." in shown
    assert "We choose together." in shown


def test_a_newer_one_takes_its_place_and_the_one_before_stays_to_be_read(cast, now, as_, at):
    first = wrote(cast, cast.grace, now)
    wrote(cast, cast.grace, at("2024-03-20 10:00"), holds="I hold the money.")
    shown = page(as_(cast.amara), HERE)
    assert "I hold the money." in shown
    assert "I choose." not in shown

    before = page(as_(cast.amara), f"{HERE}{first.ref}/")
    assert "Something newer has taken its place" in before
    assert before.index("I choose.") < before.index("I hold the money.")


def test_anybody_writes_of_a_body_and_another_may_write_it_anew(cast, now, as_):
    as_(cast.amara).post(f"{HERE}body/", SENT | {"body": "The council"})
    as_(cast.femi).post(f"{HERE}body/", SENT | {"body": "the  Council", "holds": "It holds the budget."})

    assert Power.objects.filter(ended_at=None).get().written_by == cast.femi
    assert "I choose who is asked." in page(as_(cast.grace), f"{HERE}{Power.objects.latest('id').ref}/")
    begun = page(as_(cast.grace), f"{HERE}body/?of={Power.objects.latest('id').ref}")
    assert "It holds the budget." in begun


def test_the_same_twice_is_one(cast, now, as_):
    for _press in range(2):
        as_(cast.grace).post(f"{HERE}mine/", SENT)
    assert Power.objects.count() == 1


def test_it_says_when_it_is_due_to_be_looked_at_again(cast, now, as_, at):
    one = wrote(cast, cast.grace, now)
    assert "Due to be looked at again" not in page(as_(cast.amara), HERE)
    at("2024-06-01 10:00")
    assert "Due to be looked at again" in page(as_(cast.amara), HERE)
    assert "Due to be looked at again" in page(as_(cast.amara), f"{HERE}{one.ref}/")


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"means": " "}, "Write what it means for the others."),
        ({"review_on-year": "2024", "review_on-month": "3", "review_on-day": "12"}, "Choose a day to come"),
        ({"review_on-day": "31"}, "Write a real day"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_the_words_stay(cast, now, as_, sent, says):
    wrong = as_(cast.grace).post(f"{HERE}mine/", SENT | sent).content.decode()
    assert says in wrong
    assert "I choose who is asked." in wrong
    assert not Power.objects.exists()


def test_the_map_costs_few_queries_and_no_more_when_there_is_more(
    cast, now, as_, django_assert_num_queries, django_assert_max_num_queries
):
    client, _first = as_(cast.amara), wrote(cast, cast.grace, now, body="The council")
    with django_assert_max_num_queries(25) as before:
        page(client, HERE)
    for number, person in enumerate((cast.walter, cast.femi, cast.edwin, cast.grace)):
        wrote(cast, person, now)
        wrote(cast, person, now, body=f"Body {number}")
    with django_assert_num_queries(len(before.captured_queries)):
        page(client, HERE)


def test_others_say_what_they_see(cast, now, as_):
    one = wrote(cast, cast.grace, now)
    as_(cast.amara).post(f"/projects/our-project/remarks/about/power:{one.ref}/", {"words": "You also hold the key."})
    assert "You also hold the key." in page(as_(cast.grace), f"{HERE}{one.ref}/")
    assert "Say what I think" not in page(as_(cast.nadia), f"{HERE}{one.ref}/")
