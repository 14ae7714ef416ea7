"""The car park: what comes up is kept until somebody says what became of it, and none of it can be lost."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message
from sidebyside.sessions import pages_parking, parking
from sidebyside.sessions.models import AgendaItem, CarParkItem, Meeting
from tests.sessions.after import met, own_group, parked

BY_MAY = {"answer_by-day": "2", "answer_by-month": "5", "answer_by-year": "2024"}


def text(client, name: str, *args) -> str:
    return client.get(reverse(name, args=["our-project", *args])).content.decode()


def answered(cast, item, state="answered", answer="The council pays."):
    parking.answer_parked(item=item, state=state, answer=answer, by=Acting(cast.grace), now=now())
    item.refresh_from_db()


def test_anybody_here_keeps_something_for_later_and_nobody_can_tell_who(cast, as_):
    meeting = met(cast)
    for _ in range(2):
        as_(cast.femi).post(reverse("park", args=["our-project", meeting.ref]), {"words": "Who pays for parking?"})

    item = CarParkItem.objects.get()
    assert item.raised_by is None
    assert [entry["by"] for entry in history.read(cast.project.room) if entry["verb"] == "parked"] == [""]
    assert "Who pays for parking?" in text(as_(cast.edwin), "car-park")


def test_who_gives_her_name_is_told_when_it_is_answered(cast, as_):
    meeting = met(cast)
    words = {"words": "Who pays for parking?", "named": "on"}
    as_(cast.femi).post(reverse("park", args=["our-project", meeting.ref]), words)
    item = CarParkItem.objects.get()
    assert "Femi Oakes" in text(as_(cast.amara), "parked", meeting.ref, item.ref)

    where = reverse("answer-parked", args=["our-project", meeting.ref, item.ref])
    as_(cast.grace).post(where, {"state": "answered", "answer": "The council pays."})

    assert Message.objects.filter(person=cast.femi, code="told_parked_answered").count() == 1
    assert "The council pays." in text(as_(cast.femi), "car-park")


def test_the_same_thing_sent_twice_by_a_browser_is_kept_once(cast):
    meeting = met(cast)

    first, second = parked(meeting, once="abc"), parked(meeting, once="abc")

    assert first == second
    meeting.refresh_from_db()
    assert (CarParkItem.objects.count(), meeting.live_version) == (1, 1)


def test_what_waits_is_on_every_later_meetings_page_until_it_is_answered(cast, as_):
    item, later = parked(met(cast, days_ago=30)), met(cast, days_ago=-7)
    assert item.words in text(as_(cast.amara), "park", later.ref)

    answered(cast, item)

    assert item.words not in text(as_(cast.amara), "park", later.ref)


def test_it_has_an_owner_and_a_day_and_is_late_after_it(cast, as_, at):
    item = parked(met(cast))
    where = reverse("take-on-parked", args=["our-project", item.meeting.ref, item.ref])
    as_(cast.grace).post(where, BY_MAY | {"owner": cast.edwin.ref})
    item.refresh_from_db()
    assert (item.owner, item.answer_by) == (cast.edwin, date(2024, 5, 2))
    assert Message.objects.filter(person=cast.edwin, code="told_parked_is_yours").count() == 1
    assert "Late" not in text(as_(cast.amara), "car-park")

    at("2024-05-03 10:00")

    assert "Late" in text(as_(cast.amara), "car-park")


def test_without_an_owner_it_is_the_facilitators_and_late_after_four_weeks(cast, as_, at):
    parked(met(cast))
    assert "Nobody has it yet: the facilitator does" in text(as_(cast.amara), "car-park")
    at("2024-04-20 10:00")
    assert "Late" in text(as_(cast.amara), "car-park")


def test_a_member_can_take_it_on_herself_and_then_answer_it_but_gives_it_to_nobody_else(cast, as_):
    item, femi = parked(met(cast)), as_(cast.femi)
    where = ["our-project", item.meeting.ref, item.ref]
    refused = femi.post(reverse("answer-parked", args=where), {"state": "answered", "answer": "Yes."})
    assert refused.status_code == 403
    shown = femi.post(reverse("take-on-parked", args=where), BY_MAY | {"owner": cast.edwin.ref}).content.decode()
    assert "Please choose one of the answers shown here." in shown

    femi.post(reverse("take-on-parked", args=where), BY_MAY | {"owner": cast.femi.ref})
    femi.post(reverse("answer-parked", args=where), {"state": "answered", "answer": "Yes."})

    item.refresh_from_db()
    assert (item.state, item.answer, item.answered_by) == ("answered", "Yes.", cast.femi)


def test_on_the_next_agenda_it_really_stands_there_once(cast):
    meeting, coming = met(cast), met(cast, days_ago=-7)
    item = parked(meeting, by=cast.femi)

    for _ in range(2):
        answered(cast, item, "next_agenda", "")

    row = AgendaItem.objects.get()
    assert (row.meeting, row.title, row.added_by) == (coming, item.words, cast.femi)


@pytest.mark.parametrize("state", ["next_agenda", "answered", "passed_on", "closed", "waiting", "lost"])
def test_nothing_leaves_the_car_park_without_a_word_or_a_meeting_to_go_to(cast, state):
    item = parked(met(cast))

    with pytest.raises(Refused):
        answered(cast, item, state, " ")

    item.refresh_from_db()
    assert item.state == "waiting"


def test_what_was_typed_stays_when_it_cannot_be_saved(cast, as_):
    item = parked(met(cast))
    where = reverse("answer-parked", args=["our-project", item.meeting.ref, item.ref])

    shown = as_(cast.grace).post(where, {"state": "next_agenda", "answer": "Let us talk."}).content.decode()

    assert "No meeting is planned yet." in shown
    assert "Let us talk." in shown


def test_what_a_group_keeps_to_itself_is_found_by_nobody_else(cast, as_):
    meeting = met(cast, group=own_group(cast))
    item = parked(meeting, "What we say among us")

    assert item.words in text(as_(cast.amara), "park", meeting.ref)
    assert item.words not in text(as_(cast.amara), "car-park") + text(as_(cast.grace), "car-park")
    for name in ("park", "parked"):
        args = ["our-project", meeting.ref, *([item.ref] if name == "parked" else [])]
        assert as_(cast.grace).get(reverse(name, args=args)).status_code == 404
    assert parking.next_meeting(meeting, now=now()) is None
    assert set(parking.people_of(meeting)) == {cast.amara, cast.walter}


def test_the_page_costs_the_same_however_much_is_in_it(cast, as_, django_assert_max_num_queries):
    meeting = met(cast)
    for number in range(30):
        parked(meeting, f"Something {number}", by=cast.femi)
    with django_assert_max_num_queries(25):
        assert "Something 29" in text(as_(cast.amara), "car-park")


def test_a_day_that_is_past_and_somebody_who_is_not_here_are_refused(cast):
    item = parked(met(cast))
    for owner, day in ((cast.otto, now().date()), (cast.femi, now().date() - timedelta(days=1))):
        with pytest.raises(Refused):
            parking.take_on(item=item, owner=owner, answer_by=day, by=Acting(cast.grace), now=now())


def test_in_a_project_that_has_stopped_nothing_new_is_parked_and_what_waits_can_be_answered(cast):
    item = parked(met(cast))
    type(cast.project).objects.update(state="stopped")

    with pytest.raises(Refused):
        parked(Meeting.objects.get(), "Something more")
    answered(cast, item)
    assert item.state == "answered"


def test_much_that_was_answered_never_hides_what_waits(cast, as_, monkeypatch):
    monkeypatch.setattr(pages_parking, "AT_MOST", 2)
    meeting = met(cast)
    for words in ("Buses", "Lunch"):
        answered(cast, parked(meeting, words))
    parked(meeting)

    for page in (text(as_(cast.edwin), "car-park"), text(as_(cast.edwin), "park", meeting.ref)):
        assert "Who pays for parking?" in page
