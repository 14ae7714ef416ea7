"""Everybody is asked on one sheet if she comes; who came is written down; she who wants to be left alone is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.models import SealedRead
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects import joining
from sidebyside.sessions import actions, coming
from sidebyside.sessions import coming_rules as rules
from sidebyside.sessions.models import Attendance, CarParkItem, LeaveAlone, Meeting
from tests.cast import make_person, moment


@pytest.fixture
def meeting(cast) -> Meeting:
    """Planned by Grace for 16 April, in person and online."""
    when = {"starts_at": moment("2024-04-16 14:00"), "ends_at": moment("2024-04-16 16:00")}
    made = actions.plan(
        project=cast.project, title="We meet", place="The hall", **when, by=Acting(cast.grace), now=now()
    )
    Meeting.objects.filter(pk=made.pk).update(way="hybrid", join_how="Ring 0117 496 0000")
    made.refresh_from_db()
    return made


def asked(meeting, person) -> Ask:
    coming.ask_before(meeting=meeting, by=None, now=now())
    return Ask.objects.select_related("person").get(person=person, kind="meetings.before")


def says(meeting, person, when=None, **said) -> Ask:
    ask = asked(meeting, person)
    take(ask, {"coming": "in-person"} | said, by=Acting(person), now=when or now())
    return ask


def at(name: str, meeting) -> str:
    return reverse(name, args=["our-project", meeting.ref])


def page(client, name: str, meeting) -> str:
    return client.get(at(name, meeting)).content.decode()


def test_the_sheet_says_when_and_where_and_offers_only_ways_that_the_meeting_has(cast, meeting):
    sheet = sheet_of(asked(meeting, cast.femi))

    assert "When: Tuesday 16 April 2024, 2pm to 4pm." in sheet.about
    assert "How to join: Ring 0117 496 0000" in sheet.about
    assert [choice.value for choice in sheet.questions[0].choices] == ["in-person", "online", "phone", "views", "no"]
    assert rules.ways("outdoors") == ("in-person", "views", "no")
    assert rules.ways("phone") == ("phone", "views", "no")


def test_everybody_is_asked_once_two_weeks_before_by_itself(cast, meeting, at):
    assert coming.ask_before_meetings(now=at("2024-04-02 13:00")) == 0
    assert coming.ask_before_meetings(now=at("2024-04-02 15:00")) == 1
    assert coming.ask_before_meetings(now=at("2024-04-03 15:00")) == 0

    people = Ask.objects.filter(kind="meetings.before").values_list("person__name", flat=True)
    assert sorted(people) == ["Amara Venn", "Edwin Marsh", "Femi Oakes", "Grace Tolland", "Walter Pell"]


def test_whoever_joins_later_is_asked_too(cast, meeting, as_):
    as_(cast.grace).post(at("ask-who-comes", meeting))
    ines = make_person("Ines Vale")
    place = joining.invite(
        project=cast.project, person=ines, joins_as="lived_expertise", by=Acting(cast.grace), now=now()
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(ines), now=now())

    assert Ask.objects.filter(person=ines, kind="meetings.before").count() == 1
    assert as_(cast.femi).post(at("ask-who-comes", meeting)).status_code == 403


def test_she_says_if_she_comes_and_everybody_sees_who_comes_and_how(cast, meeting, as_):
    asked(meeting, cast.femi)
    femi = as_(cast.femi)
    femi.post(at("meeting-before", meeting), {"coming": "online"})
    says(meeting, cast.walter, coming="no")

    shown = page(femi, "who-is-coming", meeting)
    assert "Joining online: 1" in shown
    assert "Not coming: 1" in shown
    assert "Has not said yet: 3" in shown
    assert "Say if I come, or change it" in shown
    femi.post(at("meeting-before", meeting), {"coming": "phone"})
    assert "Joining by phone: 1" in page(femi, "who-is-coming", meeting)


def test_what_to_arrange_is_read_only_by_those_who_plan_and_each_reading_is_noted(cast, meeting, as_):
    says(meeting, cast.femi, arrange="A seat by the door")

    assert "A seat by the door" not in page(as_(cast.amara), "who-is-coming", meeting)
    assert "A seat by the door" not in page(as_(cast.edwin), "who-is-coming", meeting)
    assert "A seat by the door" in page(as_(cast.grace), "who-is-coming", meeting)
    assert "A seat by the door" in page(as_(cast.femi), "meeting-before", meeting)
    assert SealedRead.objects.filter(reader_ref=cast.grace.ref, owner_ref=cast.femi.ref).count() == 1


def test_whoever_decides_about_her_care_does_not_read_what_to_arrange(cast, meeting, as_):
    from sidebyside.access.sharing import say_who_decides

    says(meeting, cast.femi, arrange="A seat by the door")
    say_who_decides(member=cast.femi, person=cast.grace, by=Acting(cast.femi), now=now())

    assert "A seat by the door" not in page(as_(cast.grace), "who-is-coming", meeting)


def test_what_she_thinks_is_read_out_with_her_name_only_if_she_says_so(cast, meeting, as_):
    says(meeting, cast.femi, coming="views", think="Ask at the school gate", name="yes")
    says(meeting, cast.amara, coming="views", think="Not by email")

    assert coming.views_sent(meeting) == [
        {"words": "Ask at the school gate", "who": "Femi Oakes"},
        {"words": "Not by email", "who": ""},
    ]
    assert "Not by email" in page(as_(cast.grace), "who-is-coming", meeting)
    assert "Not by email" not in page(as_(cast.edwin), "who-is-coming", meeting)


def test_what_she_wants_on_the_agenda_is_there_once_and_changes_when_she_says_it_anew(cast, meeting):
    says(meeting, cast.femi, agenda="Buses\nThe 76 stopped")
    says(meeting, cast.femi, agenda="Buses\nThe 76 stopped", coming="no")
    assert [(row.title, row.words, row.added_by) for row in meeting.agenda.all()] == [
        ("Buses", "The 76 stopped", cast.femi)
    ]

    says(meeting, cast.femi, agenda="Trains")
    says(meeting, cast.femi)
    assert [row.title for row in meeting.agenda.all()] == ["Trains"]


def test_a_letter_that_brings_an_agenda_item_too_late_goes_to_the_car_park(cast, meeting):
    ask = asked(meeting, cast.walter)
    Meeting.objects.filter(pk=meeting.pk).update(over_at=moment("2024-04-16 16:00"))
    said = {"coming": "no", "agenda": "Buses"}
    late = {"now": moment("2024-04-18 10:00"), "said_at": moment("2024-04-15 10:00")}
    take(ask, said, by=Acting(cast.walter, door="post", keyed_by=cast.delia), **late)

    assert [item.words for item in CarParkItem.objects.all()] == ["Buses"]


def test_it_can_be_changed_until_it_starts_also_when_it_moves_and_not_when_it_is_off(cast, meeting, as_):
    ask = asked(meeting, cast.femi)
    with pytest.raises(Refused, match="ask_has_closed"):
        take(ask, {"coming": "no"}, by=Acting(cast.femi), now=meeting.starts_at)
    meeting.starts_at += timedelta(days=7)
    coming.follow_the_meeting(meeting, now=now())
    take(ask, {"coming": "no"}, by=Acting(cast.femi), now=moment("2024-04-17 10:00"))

    as_(cast.grace).post(at("call-off-meeting", meeting))
    with pytest.raises(Refused, match="ask_was_withdrawn"):
        take(ask, {"coming": "online"}, by=Acting(cast.femi), now=now())
    assert "This meeting does not take place" in page(as_(cast.femi), "meeting-before", meeting)


def test_who_came_starts_from_what_people_said_and_can_be_corrected_until_notes_are_agreed(cast, meeting, as_, at):
    says(meeting, cast.femi, coming="online")
    says(meeting, cast.amara, coming="views", think="Not by email")
    grace, address = as_(cast.grace), reverse("who-came", args=["our-project", meeting.ref])
    assert "The meeting has not begun yet" in grace.get(address).content.decode()
    at("2024-04-16 16:30")
    assert '<option value="online" selected>' in grace.get(address).content.decode()

    grace.post(address, {cast.femi.ref: "online", cast.amara.ref: "views", cast.walter.ref: "no", cast.edwin.ref: ""})
    grace.post(address, {cast.femi.ref: "in-person"})
    assert coming.how(meeting) == {cast.femi.pk: "in-person", cast.amara.pk: "views", cast.walter.pk: "no"}
    assert coming.missed(meeting) == {cast.walter.pk}
    assert as_(cast.femi).get(address).status_code == 403

    Meeting.objects.filter(pk=meeting.pk).update(notes_agreed_at=now())
    assert "no longer be changed" in grace.post(address, {cast.femi.ref: "no"}).content.decode()
    assert Attendance.objects.get(person=cast.femi).came == "in-person"


def test_nobody_is_written_down_who_was_not_in_the_project_then(cast, meeting, at):
    later = at("2024-04-16 16:30")
    for person in (cast.otto, cast.morag):
        with pytest.raises(Refused, match="not_in_this_project"):
            coming.write_who_came(meeting=meeting, came={person: "no"}, by=Acting(cast.grace), now=later)


def after(meeting) -> set[str]:
    actions.ask_after_meetings(now=moment("2024-04-16 17:00"))
    rows = Ask.objects.filter(kind=actions.AFTER)
    return set(rows.values_list("person__name", flat=True))


def test_she_who_wants_to_be_left_alone_is_not_contacted_when_she_missed_it(cast, meeting, as_):
    address = reverse("when-i-miss", args=["our-project"])
    for person in (cast.femi, cast.amara):
        as_(person).post(address, {"contact": "no"})
    says(meeting, cast.femi, coming="no")
    says(meeting, cast.amara, coming="online")
    Message.objects.all().delete()

    assert after(meeting) == {"Amara Venn", "Edwin Marsh", "Grace Tolland", "Walter Pell"}
    assert not Message.objects.filter(person=cast.femi).exists()
    as_(cast.femi).post(address, {"contact": "yes"})
    assert list(LeaveAlone.objects.values_list("person__name", flat=True)) == ["Amara Venn"]
    assert "Choose if we may ask" in as_(cast.femi).get(reverse("my-place", args=["our-project"])).content.decode()


def test_she_who_wants_to_be_left_alone_and_was_there_is_asked_when_that_is_written_down(cast, meeting, as_):
    coming.leave_alone(project=cast.project, leave=True, by=Acting(cast.femi), now=now())
    assert "Femi Oakes" not in after(meeting)

    later = {"by": Acting(cast.grace), "now": moment("2024-04-17 10:00")}
    coming.write_who_came(meeting=meeting, came={cast.femi: "online", cast.amara: "no"}, **later)
    assert Ask.objects.filter(person=cast.femi, kind="meetings.afterwards").count() == 1
    assert Ask.objects.filter(kind="meetings.afterwards").count() == 5


def test_the_page_costs_the_same_however_many_come(cast, meeting, as_, django_assert_max_num_queries):
    for person in (cast.femi, cast.amara, cast.walter, cast.edwin):
        says(meeting, person, arrange="Water", think="Yes")
    grace = as_(cast.grace)

    with django_assert_max_num_queries(25):
        page(grace, "who-is-coming", meeting)
