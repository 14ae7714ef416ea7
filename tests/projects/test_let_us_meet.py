"""Let us meet: what a project says to anybody, saying hello by any door, and every hello answered."""

from datetime import date, timedelta

import pytest
from django.core import mail

from sidebyside.kit.clock import today
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects import jobs, meeting
from sidebyside.projects.holdings import old_hellos
from sidebyside.projects.models import Hello, Membership, Opening
from sidebyside.standing.recording import record_where_it_stands
from tests.cast import moment
from tests.projects.starting import post

MEET, PEOPLE = "/label/our-project/meet/", "/projects/our-project/people/"
SAYS = {
    "about": "How people are asked what they need.",
    "time": "Two hours every two weeks until October.",
    "pay": "£12 an hour, reading too, and the bus.",
    "looking_for": "People who care for somebody at night.",
    "meets": "",
    "until_on-day": "30",
    "until_on-month": "4",
    "until_on-year": "2024",
}
HELLO = {
    "name": "Ines",
    "way": "email",
    "reach": "Ines@example.org",
    "helps": "Somebody with me.",
    "more": "",
    "website": "",
}
MEETING = {"on-day": "20", "on-month": "3", "on-year": "2024", "at": "2pm", "how": "here", "where": "The library"}


@pytest.fixture(autouse=True)
def in_plain_words(cast):
    """Amara reads plain words here, so that what a page says can be looked for as we wrote it."""
    cast.amara.format = "standard"
    cast.amara.save(update_fields=["format"])


@pytest.fixture
def grace(cast, as_):
    return as_(cast.grace)


@pytest.fixture
def opened(cast, grace):
    post(grace, f"{PEOPLE}open/", SAYS)
    return Opening.objects.get()


@pytest.fixture
def hello(opened, client):
    assert post(client, MEET, HELLO) == f"{MEET}thank-you/"
    return Hello.objects.get()


def words(client, address: str) -> str:
    reply = client.get(address)
    assert reply.status_code == 200
    return reply.content.decode()


def test_anybody_reads_what_it_is_what_is_paid_how_it_decides_and_who_else_is_there(cast, opened, client):
    record_where_it_stands(event="project-started", project=cast.project, now=moment("2024-03-12 09:00"))
    page = words(client, MEET)

    for said in (*[SAYS[name] for name in ("about", "time", "pay", "looking_for")], "30 April 2024"):
        assert said in page
    for said in ("The group agrees how it decides", "the hub’s desk", "people with lived expertise", "a facilitator"):
        assert said in page
    assert not [person.name for person in cast.people().values() if person.name.split()[0] in page]
    assert MEET in words(client, "/label/")
    assert MEET in words(client, "/label/our-project/")


def test_somebody_with_no_account_says_hello_and_the_facilitator_sees_it(cast, hello, client, grace):
    assert "We have written down" in words(client, f"{MEET}thank-you/")
    page = words(grace, PEOPLE)

    assert "Ines" in page
    assert "waits since 12 March 2024" in page
    assert "1 person would like to meet" in words(grace, "/my-work/")
    detail = words(grace, f"{PEOPLE}hello/{hello.ref}/")
    assert "ines@example.org" in detail
    assert "Somebody with me." in detail


def test_nobody_but_facilitators_and_the_desk_reads_it(cast, as_, hello):
    for name in ("amara", "femi", "edwin", "nadia"):
        assert "Ines" not in words(as_(cast.people()[name]), PEOPLE)
        assert as_(cast.people()[name]).get(f"{PEOPLE}hello/{hello.ref}/").status_code == 403
    desk = as_(cast.delia)
    assert "Ines" in words(desk, "/desk/hellos/")
    assert "Ines" in words(desk, f"/desk/hellos/{hello.ref}/")
    assert "Ines" not in words(as_(cast.femi), "/projects/our-project/history/")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": ""}, "Write your name."),
        ({"way": ""}, "Choose how we shall answer you."),
        ({"reach": "nowhere"}, "Write the email address, like"),
        ({"way": "phone", "reach": "12"}, "Write the phone number, like"),
        ({"way": "post", "reach": ""}, "Write the postal address."),
        ({"website": "http://spam.example"}, "Please press the button once more."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(opened, client, said, told):
    reply = client.post(MEET, HELLO | said)

    page = reply.content.decode()
    assert (reply.status_code, told in page) == (200, True)
    assert "Somebody with me." in page
    assert not Hello.objects.exists()


@pytest.mark.parametrize(
    ("way", "reach", "kept"),
    [
        ("phone", "0117 4960123", "0117 496 0123"),
        ("post", "3 Lime Road, Bristol", "3 Lime Road, Bristol"),
        ("in-person", "", ""),
    ],
)
def test_she_says_how_she_is_answered(opened, client, way, reach, kept):
    post(client, MEET, HELLO | {"way": way, "reach": reach})

    assert Hello.objects.get().said["reach"] == kept


def test_the_same_twice_is_one_hello(hello, client):
    client.post(MEET, HELLO)

    assert Hello.objects.count() == 1


def test_a_flood_from_one_place_waits_and_loses_nothing(opened, client):
    for number in range(10):
        client.post(MEET, HELLO | {"name": f"Ines {number}"})
    reply = client.post(MEET, HELLO)

    assert "Many people wrote from this place" in reply.content.decode()
    assert "Somebody with me." in reply.content.decode()
    assert Hello.objects.count() == 10


def test_a_closed_project_says_so_keeps_what_was_typed_and_shows_the_others(cast, opened, client, grace):
    grace.post(f"{PEOPLE}close/")
    page = client.post(MEET, HELLO).content.decode()

    assert "It is not open to new people just now" in page
    assert "Somebody with me." in page
    assert not Hello.objects.exists()


def test_a_draft_is_nobodys_business(cast, client):
    type(cast.project).objects.update(state="draft", started_at=None)

    assert client.get(MEET).status_code == client.get(f"{MEET}thank-you/").status_code == 404


def test_the_desk_writes_down_what_came_by_letter_even_when_it_has_closed(cast, as_):
    desk = as_(cast.delia)
    letter = HELLO | {"project": "our-project", "door": "post", "way": "post", "reach": "3 Lime Road"}
    day = {"said_on-day": "4", "said_on-month": "3", "said_on-year": "2024"}
    assert post(desk, "/desk/hellos/new/", letter | day) == "/desk/hellos/"

    hello = Hello.objects.get()
    assert (hello.door, hello.recorded_by, hello.said_at.date()) == ("post", cast.delia, date(2024, 3, 4))
    assert "waits since 4 March 2024" in words(desk, "/desk/hellos/")


def test_a_facilitator_writes_down_what_she_was_told_and_never_of_a_day_to_come(cast, grace):
    said = HELLO | {"door": "phone", "said_on-day": "1", "said_on-month": "4", "said_on-year": "2024"}
    assert "That day is not here yet." in grace.post(f"{PEOPLE}hello/", said).content.decode()
    post(grace, f"{PEOPLE}hello/", HELLO | {"door": "phone"})

    assert Hello.objects.get().recorded_by == cast.grace


def test_she_is_told_when_to_meet_by_the_door_she_chose(cast, hello, grace):
    post(grace, f"{PEOPLE}hello/{hello.ref}/meet/", MEETING)
    jobs.tell_who_would_like_to_meet(now=moment("2024-03-12 10:05"))
    jobs.tell_who_would_like_to_meet(now=moment("2024-03-12 11:05"))

    assert [message.to for message in mail.outbox] == [["ines@example.org"]]
    assert "20 March 2024, 2pm" in mail.outbox[0].body
    assert "The library" in mail.outbox[0].body
    assert "They were told on 12 March 2024." in words(grace, f"{PEOPLE}hello/{hello.ref}/")


def test_whoever_has_no_email_is_told_by_a_person_who_says_so(cast, opened, client, grace, as_):
    post(client, MEET, HELLO | {"way": "phone", "reach": "0117 496 0123"})
    hello = Hello.objects.get()
    post(grace, f"{PEOPLE}hello/{hello.ref}/meet/", MEETING)
    jobs.tell_who_would_like_to_meet(now=moment("2024-03-12 10:05"))
    page = words(as_(cast.delia), f"/desk/hellos/{hello.ref}/")
    assert (mail.outbox, "I have told them" in page, "20 March 2024, 2pm" in page) == ([], True, True)

    as_(cast.delia).post(f"/desk/hellos/{hello.ref}/told/")
    hello.refresh_from_db()
    assert hello.told_at


def test_after_meeting_she_is_asked_to_join_as_anybody_is(cast, hello, grace):
    how = {"joins_as": "lived_expertise", "organisation": "", "paid_by_job": "no", "offer": "£12 an hour"}
    post(grace, f"{PEOPLE}hello/{hello.ref}/join/", how)

    ines = Person.objects.get(email="ines@example.org")
    assert (ines.name, ines.door) == ("Ines", "email")
    assert Membership.objects.get(person=ines).offer == "£12 an hour"
    assert ines.asks.get().kind == "projects.join"
    assert "Nobody waits for an answer." in words(grace, PEOPLE)
    assert grace.post(f"{PEOPLE}hello/{hello.ref}/join/", how).status_code == 404


def test_a_no_is_kind_and_says_what_else_is_open(cast, hello, grace):
    other = type(cast.project).objects.get()
    other.pk, other.ref, other.slug, other.title = None, "otherproject", "buses", "Evening buses"
    other.save()
    says = {name: SAYS[name] for name in ("about", "time", "pay", "looking_for", "meets")}
    by = Acting(cast.grace)
    now = moment("2024-03-12 10:00")
    meeting.open_to_new_people(project=other, by=by, now=now, today=today(), until_on=date(2024, 5, 1), **says)
    post(grace, f"{PEOPLE}hello/{hello.ref}/not-now/", {"words": "We stop in May."})
    jobs.tell_who_would_like_to_meet(now=now)

    assert "This is why: We stop in May." in mail.outbox[0].body
    assert "Evening buses" in mail.outbox[0].body


def test_taking_it_back_deletes_what_she_wrote_at_once(cast, hello, as_):
    as_(cast.delia).post(f"/desk/hellos/{hello.ref}/take-back/")

    hello.refresh_from_db()
    assert (hello.said, hello.answer) == ({}, "taken_back")


def test_what_was_answered_is_dropped_when_it_is_old_and_what_waits_never_is(cast, hello):
    from sidebyside.kit.holdings import all_keepings

    kept = next(one for one in all_keepings() if one.kind == "projects.hellos")
    later = moment("2025-03-12 10:00")
    assert list(kept.overdue(later)) == []
    meeting.take_back(hello=hello, by=Acting(cast.grace), now=moment("2024-03-13 10:00"))
    assert list(kept.overdue(moment("2024-03-13 10:00"))) == []
    assert list(kept.overdue(moment("2024-03-13 10:00") + timedelta(days=1))) == [hello]


def test_a_second_time_stands_on_the_timeline_and_the_first_stays(cast, at, opened, grace, as_):
    at("2024-06-03 10:00")
    grace.post(f"{PEOPLE}open/", SAYS)
    assert "That day is past." in grace.post(f"{PEOPLE}open/", SAYS).content.decode()
    post(grace, f"{PEOPLE}open/", SAYS | {"until_on-month": "7"})

    page = words(as_(cast.amara), "/projects/our-project/timeline/")
    assert "Open to new people: 12 March 2024 to 30 April 2024" in page
    assert "Open again to new people: 3 June 2024 to 30 July 2024" in page
    assert Opening.objects.filter(closed_at=None).count() == 1


def test_who_was_answered_and_not_told_yet_is_not_dropped_and_who_took_it_back_still_has_a_page(cast, grace, hello):
    post(grace, f"/projects/our-project/people/hello/{hello.ref}/not-now/", {"words": "We are full."})
    late = moment("2025-03-12 10:00")
    assert hello not in old_hellos(late)
    Hello.objects.update(told_at=moment("2024-03-13 10:00"))
    assert hello in old_hellos(late)
    Hello.objects.update(said={}, meeting=None, to_tell="", answer="taken_back")
    assert grace.get(f"/projects/our-project/people/hello/{hello.ref}/").status_code == 200
