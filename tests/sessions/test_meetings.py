"""A meeting is planned from everybody's needs; what is booked shows to those it is for; afterwards each says what she got."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.models import SealedRead
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions import actions
from sidebyside.sessions.facts import GOT, what_meetings_show
from sidebyside.sessions.models import Booking, Meeting
from tests.access.world import says, shares
from tests.cast import moment

FORM = {
    "title": "What we heard",
    "on-day": "16",
    "on-month": "4",
    "on-year": "2024",
    "starts": "2pm",
    "ends": "4.30pm",
    "way": "in-person",
    "place": "The mill hall",
}


BY_THE_NINTH = {"book_by-day": "9", "book_by-month": "4", "book_by-year": "2024"}


@pytest.fixture
def planned(cast, as_):
    """Amara needs an interpreter and a taxi and lets Grace know; Femi says nothing to anybody. Grace plans a meeting."""
    says(cast.amara, "language", now(), chosen=["bsl"], seen_by=["facilitator"])
    says(cast.amara, "travel", now(), chosen=["taxi"], seen_by=["facilitator"])
    says(cast.femi, "travel", now(), chosen=["company"], seen_by=["facilitator"])
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now())
    as_(cast.grace).post(reverse("plan-from", args=["our-project", "two-hours"]), FORM)
    return Meeting.objects.get()


def page(meeting: Meeting, client) -> str:
    return client.get(reverse("meeting", args=["our-project", meeting.ref])).content.decode()


def booked(cast, meeting: Meeting, **more) -> Booking:
    words = {"people": [cast.amara.ref], "what": "Taxi, there and back", "how_many": 2, "line": "travel:taxi"}
    day = {"book_by": meeting.starts_at.date() - timedelta(days=7), "cost_pence": 2400}
    return actions.book(**{"meeting": meeting, "by": Acting(cast.grace), "now": now()} | words | day | more)


def test_a_meeting_is_planned_and_everybody_is_told(planned, cast, as_):
    assert (planned.starts_at, planned.ends_at) == (moment("2024-04-16 14:00"), moment("2024-04-16 16:30"))
    assert Message.objects.filter(code="told_meeting_planned").count() == 4
    assert "What we heard" in as_(cast.femi).get(reverse("meetings", args=["our-project"])).content.decode()


def test_who_plans_sees_what_to_book_from_what_was_shared_and_nothing_else(planned, cast, as_):
    shown = page(planned, as_(cast.grace))

    assert "British Sign Language interpreter" in shown
    assert "Book by 19 March 2024" in shown
    assert "Somebody to travel with" not in shown
    assert "British Sign Language" not in page(planned, as_(cast.edwin))


def test_a_suggestion_is_written_down_booked_and_shown_to_whom_it_is_for(planned, cast, as_):
    grace, where = as_(cast.grace), {"slug": "our-project", "meeting": planned.ref}
    address = f"{reverse('book', kwargs=where)}?line=travel:taxi&for={cast.amara.ref}"
    assert 'value="Taxi, there and back"' in grace.get(address).content.decode()
    words = {
        "people": cast.amara.ref,
        "what": "Taxi, there and back",
        "how_many": "2",
        "line": "travel:taxi",
        "cost": "24",
    }

    for _ in range(2):
        grace.post(address, words | BY_THE_NINTH)
    booking = Booking.objects.get()
    assert booking.cost_pence == 2400
    grace.post(
        reverse("booking", kwargs=where | {"booking": booking.ref}), {"state": "booked", "why_not": "", "cost": "26.50"}
    )

    booking.refresh_from_db()
    assert (booking.state, booking.cost_pence) == ("booked", 2650)
    assert "Taxi, there and back: <strong>Booked" in page(planned, as_(cast.amara))
    assert "Taxi" not in page(planned, as_(cast.femi))
    assert Message.objects.filter(person=cast.amara, code="told_booking_booked").count() == 1


def test_who_reads_what_is_booked_for_somebody_is_noted(planned, cast, as_):
    booked(cast, planned)
    page(planned, as_(cast.grace))

    assert (
        SealedRead.objects.filter(reader_ref=cast.grace.ref, owner_ref=cast.amara.ref, why="read_to_plan").count() == 1
    )


def test_when_she_takes_her_yes_back_nobody_sees_what_is_booked_for_her(planned, cast, as_):
    booking = booked(cast, planned)
    shares(cast, cast.amara, now=now())

    assert "Taxi" not in page(planned, as_(cast.grace))
    where = {"slug": "our-project", "meeting": planned.ref, "booking": booking.ref}
    assert as_(cast.grace).get(reverse("booking", kwargs=where)).status_code == 404
    assert "Taxi" in page(planned, as_(cast.amara))


def test_nobody_books_for_somebody_who_does_not_share_with_her(planned, cast, as_):
    address = reverse("book", args=["our-project", planned.ref])

    as_(cast.grace).post(address, BY_THE_NINTH | {"people": cast.femi.ref, "what": "Taxi", "how_many": "1"})

    assert Booking.objects.count() == 0
    assert as_(cast.femi).get(address).status_code == 403


def test_a_time_that_is_wrong_is_said_in_words_and_what_was_typed_stays(cast, as_):
    shown = (
        as_(cast.grace)
        .post(reverse("plan-from", args=["our-project", "two-hours"]), FORM | {"ends": "half four"})
        .content.decode()
    )

    assert "Write a time, like 2pm or 14:30." in shown
    assert 'value="half four"' in shown
    assert Meeting.objects.count() == 0


def after(meeting: Meeting, person) -> Ask:
    actions.ask_after_meetings(now=moment("2024-04-16 17:00"))
    actions.ask_after_meetings(now=moment("2024-04-16 18:00"))
    return Ask.objects.select_related("person").get(person=person, kind=actions.AFTER)


def test_afterwards_everybody_is_asked_once_and_she_about_what_was_booked_for_her(planned, cast):
    booking = booked(cast, planned)
    ask = after(planned, cast.amara)

    about_femi = [question.name for question in sheet_of(after(planned, cast.femi)).questions]
    assert [question.name for question in sheet_of(ask).questions] == ["all", booking.ref, *about_femi[1:]]
    assert booking.ref not in about_femi
    take(ask, {"all": "partly", booking.ref: "no"}, by=Acting(cast.amara), now=moment("2024-04-17 10:00"))
    assert asks.counting(ask).said == {"all": "partly", booking.ref: "no"}


def test_what_people_say_is_one_word_and_never_from_fewer_than_five(planned, cast):
    ask = after(planned, cast.amara)
    take(ask, {"all": "yes"}, by=Acting(cast.amara), now=moment("2024-04-17 10:00"))

    fact = what_meetings_show(cast.project, moment("2024-04-17 11:00"))[GOT]
    assert (fact.status, fact.code, fact.values) == ("not_yet", "meetings_met_not_enough", {})


def test_a_meeting_that_is_called_off_is_told_and_asks_nobody(planned, cast, as_):
    as_(cast.grace).post(reverse("call-off-meeting", args=["our-project", planned.ref]))

    assert actions.ask_after_meetings(now=moment("2024-04-16 17:00")) == 0
    assert Message.objects.filter(code="told_meeting_off").count() == 4
    assert "This meeting does not take place" in page(planned, as_(cast.amara))
