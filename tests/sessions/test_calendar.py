"""Calendar files and feeds, read back by a library that did not make them: they keep the time on the wall."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.holdings import all_holdings
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Group
from sidebyside.sessions import actions, calendars
from sidebyside.sessions.models import CalendarFeed, Meeting, Move
from tests.cast import moment


def planned(cast, starts: str, **more) -> Meeting:
    made = {"project": cast.project, "title": "We meet, and talk; then tea", "place": "The hall\nMill Lane"}
    when = {"starts_at": moment(starts), "ends_at": moment(starts) + timedelta(hours=2)}
    return Meeting.objects.create(**made | when | {"planned_by": cast.grace, "planned_at": now()} | more)


def feed(client, token: str):
    answer = client.get(reverse("calendar-feed", args=[token]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"].startswith("private")
    return vobject.readOne(answer.content.decode())


@pytest.fixture
def token(cast) -> str:
    return calendars.make_feed(by=Acting(cast.amara), now=now())


def test_half_past_ten_is_half_past_ten_on_both_sides_of_the_clock_change(cast, token, client, at):
    at("2025-03-01 10:00")
    for starts in ("2025-03-29 10:30", "2025-03-31 10:30", "2025-10-27 10:30"):
        planned(cast, starts)

    read = feed(client, token)
    events = read.vevent_list
    assert [event.dtstart.value.strftime("%d %b %H:%M") for event in events] == [
        "29 Mar 10:30",
        "31 Mar 10:30",
        "27 Oct 10:30",
    ]
    assert [event.dtstart.value.astimezone(UTC).strftime("%H:%M") for event in events] == ["10:30", "09:30", "10:30"]
    raw = client.get(reverse("calendar-feed", args=[token])).content.decode()
    assert "DTSTART;TZID=Europe/London:20250331T103000" in raw
    assert read.vtimezone.tzid.value == "Europe/London"


def test_the_zone_in_the_file_says_when_the_clocks_change(cast, token, client):
    zone = feed(client, token).vtimezone.gettzinfo()

    for day, hours in ((datetime(2025, 3, 29, 12), 0), (datetime(2025, 3, 31, 12), 1), (datetime(2030, 7, 1, 12), 1)):
        assert day.replace(tzinfo=zone).utcoffset() == timedelta(hours=hours)


def test_a_meeting_says_what_where_and_its_page_and_keeps_its_name_when_it_moves(cast, token, client):
    meeting = planned(cast, "2024-04-16 14:00", join_how="Ring 0117 496 0000")
    event = feed(client, token).vevent
    assert event.summary.value == "Our project: We meet, and talk; then tea"
    assert event.location.value == "The hall\nMill Lane"
    assert "Ring 0117 496 0000" in event.description.value
    assert (event.sequence.value, event.status.value) == ("0", "CONFIRMED")

    before = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at, "place": meeting.place}
    Move.objects.create(meeting=meeting, **before, moved_by=cast.grace, moved_at=now() + timedelta(hours=1))
    actions.call_off(meeting=meeting, by=Acting(cast.grace), now=now() + timedelta(hours=2))
    again = feed(client, token).vevent
    assert (again.uid.value, again.sequence.value, again.status.value) == (event.uid.value, "2", "CANCELLED")
    assert again.dtstamp.value > event.dtstamp.value


def test_of_a_groups_own_meeting_a_calendar_only_says_that_there_is_one(cast, token, client, as_):
    group = Group.objects.get(project=cast.project, kind="lived_expertise")
    meeting = planned(cast, "2024-04-16 14:00", group=group, join_how="Ring 0117 496 0000")

    event = feed(client, token).vevent
    assert event.summary.value == "Meeting"
    assert {line.name for line in event.lines()} <= {
        "UID",
        "SEQUENCE",
        "DTSTAMP",
        "LAST-MODIFIED",
        "DTSTART",
        "DTEND",
        "STATUS",
        "CLASS",
        "SUMMARY",
    }
    hers = calendars.make_feed(by=Acting(cast.femi), now=now())
    assert not hasattr(feed(client, hers), "vevent")
    address = reverse("meeting-calendar", args=["our-project", meeting.ref])
    assert as_(cast.femi).get(address).status_code == 404
    assert b"hall" not in as_(cast.amara).get(address).content


def test_one_meeting_can_be_put_in_a_calendar(cast, as_):
    meeting = planned(cast, "2024-04-16 14:00")
    planned(cast, "2024-04-23 14:00")
    address = reverse("meeting-calendar", args=["our-project", meeting.ref])

    read = vobject.readOne(as_(cast.femi).get(address).content.decode())
    assert [event.uid.value for event in read.vevent_list] == [f"{meeting.ref}@meetings.side-by-side"]
    assert as_(cast.otto).get(address).status_code == 404


def test_the_address_is_shown_once_and_only_its_digest_is_kept(cast, as_, client):
    amara, address = as_(cast.amara), reverse("my-calendar")
    shown = amara.post(address).content.decode()
    token = shown.partition("webcal://")[2].partition("/meetings.ics")[0].rpartition("/")[2]
    assert "<svg" in shown
    feed(client, token)

    assert token not in amara.get(address).content.decode()
    assert token not in str(list(CalendarFeed.objects.values()))
    amara.post(address)
    assert client.get(reverse("calendar-feed", args=[token])).status_code == 404


def test_she_ends_it_and_it_reads_nothing_more(cast, token, client, as_):
    as_(cast.amara).post(reverse("end-my-calendar"))

    assert client.get(reverse("calendar-feed", args=[token])).status_code == 404
    assert client.get(reverse("calendar-feed", args=["x" * 43])).status_code == 404
    assert client.post(reverse("calendar-feed", args=[token])).status_code in (403, 405)


def test_a_card_makes_no_address_since_whoever_made_it_may_have_used_it(cast):
    with pytest.raises(Refused, match="card_makes_no_calendar"):
        calendars.make_feed(by=Acting(cast.amara, card_made_by=cast.delia), now=now())


def test_it_holds_the_meetings_of_projects_that_she_is_in_now(cast, client):
    planned(cast, "2024-04-16 14:00")
    planned(cast, "2023-11-01 14:00")
    tokens = [calendars.make_feed(by=Acting(person), now=now()) for person in (cast.femi, cast.morag, cast.otto)]

    assert [len(feed(client, token).contents.get("vevent", [])) for token in tokens] == [1, 0, 0]


def test_what_is_held_of_it_is_shown_and_goes_when_she_is_forgotten(cast, token, client):
    holding = next(one for one in all_holdings() if one.kind == "sessions.calendars")

    assert [row["data_since"] for row in holding.rows(cast.amara)] == [now()]


def test_a_feed_costs_the_same_however_many_meetings_there_are(cast, token, client, django_assert_max_num_queries):
    for day in range(1, 28):
        planned(cast, f"2024-04-{day:02} 14:00")

    with django_assert_max_num_queries(4):
        client.get(reverse("calendar-feed", args=[token]))
