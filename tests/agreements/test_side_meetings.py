"""Meetings on the side of those who hold power by their job: known to all, never changed, and never of members."""

from datetime import date, timedelta

import pytest

from sidebyside.agreements import side_meetings
from sidebyside.agreements.models import SideMeeting
from sidebyside.people.acting import Acting
from sidebyside.sessions.models import Meeting
from tests.cast import moment
from tests.standing.world import page

HERE = "/projects/our-project/side-meetings/"
WRITE = f"{HERE}write/"
DAY = {"on-day": "11", "on-month": "3", "on-year": "2024"}
SENT = DAY | {"there": "Grace Tolland and Edwin Marsh.", "about": "The budget.", "came_of_it": "Nothing is decided."}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def logged(cast, now, on=date(2024, 3, 11), **words):
    said = {"there": "Grace and Edwin.", "about": "The budget.", "came_of_it": "Nothing is decided."} | words
    return side_meetings.log_side_meeting(project=cast.project, on=on, by=Acting(cast.grace), now=now, **said)


def test_each_of_the_cast_opens_only_what_is_theirs(cast, now, as_):
    one = f"{HERE}{logged(cast, now).ref}/"
    for name, statuses in {
        "amara": [200, 200, 403],
        "femi": [200, 200, 403],
        "grace": [200, 200, 200],
        "edwin": [200, 200, 200],
        "nadia": [200, 200, 403],
        "morag": [404, 404, 404],
        "otto": [404, 404, 404],
        "delia": [404, 404, 404],
    }.items():
        client = as_(getattr(cast, name))
        assert [client.get(address).status_code for address in (HERE, one, WRITE)] == statuses, name
    assert as_(None).get(WRITE)["Location"].startswith("/sign-in/")


def test_a_member_reads_why_what_members_say_is_never_written_down(cast, now, as_):
    for client in (as_(cast.amara), as_(cast.femi)):
        assert client.post(WRITE, SENT).status_code == 403
        assert f'href="{WRITE}"' not in page(client, HERE)
    assert "What members say to each other is theirs." in as_(cast.femi).post(WRITE, SENT).content.decode()
    assert "What members say to each other is theirs." in page(as_(cast.nadia), HERE)
    assert not SideMeeting.objects.exists()


def test_what_is_written_down_is_read_by_everybody_and_twice_is_once(cast, now, as_):
    for _press in range(2):
        assert as_(cast.grace).post(WRITE, SENT)["Location"] == HERE
    one = SideMeeting.objects.get()
    for person in (cast.amara, cast.femi, cast.nadia, cast.edwin):
        assert "The budget." in page(as_(person), HERE)
        assert "Nothing is decided." in page(as_(person), f"{HERE}{one.ref}/")
    assert "A meeting on the side was written down." in page(as_(cast.amara), "/projects/our-project/history/")


def test_one_that_is_written_down_late_says_so(cast, now, as_):
    logged(cast, now, on=now.date() - timedelta(days=7))
    assert "Written down late" not in page(as_(cast.amara), HERE)
    late = logged(cast, now, on=now.date() - timedelta(days=8))
    assert "Written down late: 8 days after." in page(as_(cast.amara), HERE)
    assert "Written down late: 8 days after." in page(as_(cast.amara), f"{HERE}{late.ref}/")


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"about": ""}, "Write what it was about."),
        ({"on-day": "13"}, "Choose a day that has been."),
        ({"on-month": "13"}, "Write a real day"),
        ({"there": "Grace and amara venn"}, "This names a member."),
        ({"came_of_it": "Femi Oakes will be told."}, "This names a member."),
    ],
)
def test_what_cannot_be_kept_is_refused_and_the_words_stay(cast, now, as_, sent, says):
    wrong = as_(cast.grace).post(WRITE, SENT | sent).content.decode()
    assert says in wrong
    assert "Grace" in wrong
    assert not SideMeeting.objects.exists()


def test_the_log_costs_few_queries_and_no_more_when_there_is_more(
    cast, now, as_, django_assert_num_queries, django_assert_max_num_queries
):
    client, _first = as_(cast.amara), logged(cast, now)
    with django_assert_max_num_queries(25) as before:
        page(client, HERE)
    for number in range(60):
        logged(cast, now, about=f"Number {number}.")
    with django_assert_num_queries(len(before.captured_queries)):
        assert "Show older ones" in page(client, HERE)
    assert "Show older ones" not in page(client, f"{HERE}?newest=100")


def test_what_is_wrong_in_it_is_said_beside_it_and_it_stays(cast, now, as_):
    one = logged(cast, now)
    said = as_(cast.amara).post(
        f"/projects/our-project/remarks/about/side-meeting:{one.ref}/", {"words": "They met on Friday too."}
    )
    assert said["Location"] == f"{HERE}{one.ref}/#talk"
    assert "They met on Friday too." in page(as_(cast.grace), f"{HERE}{one.ref}/")
    assert as_(cast.grace).get("/projects/our-project/remarks/about/side-meeting:nobody/").status_code == 404


def test_the_project_says_how_many_there_were_since_everybody_last_met(cast, now, as_):
    project = "/projects/our-project/"
    assert "on the side so far" not in page(as_(cast.amara), project)
    for day in (1, 5, 11):
        logged(cast, now, on=date(2024, 3, day))
    assert "Meetings on the side so far: 3." in page(as_(cast.amara), project)

    own = {"group": cast.project.groups.get(kind="lived_expertise"), "starts_at": moment("2024-03-10 10:00")}
    for more in ({"starts_at": moment("2024-03-04 10:00")}, own):
        when = more | {"ends_at": more["starts_at"] + timedelta(hours=2), "planned_by": cast.grace, "planned_at": now}
        Meeting.objects.create(project=cast.project, title="We meet", place="The hall", **when)
    assert "2 meetings on the side since we last met." in page(as_(cast.nadia), project)
