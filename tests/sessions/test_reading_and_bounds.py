"""Meetings: each look at what somebody needs is noted, her own word stands, and odd requests are answered in words."""

from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.models import SealedRead
from sidebyside.people.acting import Acting
from sidebyside.people.models import Helping
from sidebyside.people.sheets import take
from sidebyside.sessions import actions
from sidebyside.sessions.facts import GOT, what_meetings_show
from sidebyside.sessions.models import Meeting
from tests.access.world import arranged
from tests.sessions.live import begun, live
from tests.sessions.test_meetings import FORM, after, page, planned  # noqa: F401  planned is a fixture
from tests.standing.world import members


def test_what_is_suggested_from_her_needs_is_noted_as_read(planned, cast, as_):  # noqa: F811
    assert not SealedRead.objects.filter(owner_ref=cast.amara.ref).exists()

    assert "British Sign Language" in page(planned, as_(cast.grace))

    assert SealedRead.objects.filter(owner_ref=cast.amara.ref, reader_ref=cast.grace.ref).count() == 1


def test_the_form_that_starts_from_a_suggestion_is_noted_too(planned, cast, as_):  # noqa: F811
    asked = {"line": "travel:taxi", "for": cast.amara.ref}
    form = as_(cast.grace).get(reverse("book", args=["our-project", planned.ref]), asked).content.decode()

    assert "Taxi" in form
    assert SealedRead.objects.filter(owner_ref=cast.amara.ref, reader_ref=cast.grace.ref).count() == 1


def test_the_list_of_what_is_arranged_is_noted_as_read(planned, cast, as_):  # noqa: F811
    arranged(cast, cast.amara, now())

    assert "A taxi both ways" in as_(cast.grace).get("/projects/our-project/needs/").content.decode()

    assert SealedRead.objects.filter(owner_ref=cast.amara.ref, reader_ref=cast.grace.ref).count() == 1


def test_a_meeting_that_has_begun_is_not_called_off_and_the_page_says_why(planned, cast, as_, at):  # noqa: F811
    at("2024-04-16 15:00")
    assert as_(cast.grace).post(reverse("call-off-meeting", args=["our-project", planned.ref])).status_code == 403


def test_a_meeting_at_the_end_of_all_days_does_no_harm(cast, as_):
    last = FORM | {"on-day": "31", "on-month": "12", "on-year": "9999", "starts": "8pm", "ends": "9pm"}
    as_(cast.grace).post(reverse("plan-from", args=["our-project", "two-hours"]), last)
    assert Meeting.objects.count() == 1


def test_a_helper_changes_nothing_of_what_she_said_herself(planned, cast, at):  # noqa: F811
    people = members(cast, 4)
    actions.ask_after_meetings(now=at("2024-04-16 17:00"))
    for person, word in [*((one, "yes") for one in people), (cast.walter, "no")]:
        take(after(planned, person), {"all": word}, by=Acting(person), now=now())
    before = what_meetings_show(cast.project, now())[GOT].code
    Helping.objects.update(kinds=["meetings.afterwards"])

    helped = Acting(cast.walter, helper=cast.nadia)
    take(after(planned, cast.walter), {"all": "yes"}, by=helped, now=at("2024-04-16 18:00"))

    assert what_meetings_show(cast.project, now())[GOT].code == before == "meetings_met_some"


def test_a_letter_that_no_database_keeps_finds_nothing(cast, as_):
    meeting, grace = begun(cast), as_(cast.grace)
    gone = reverse("end-role", args=["our-project", meeting.ref])

    assert grace.post(gone, {"role": "tech\x00", "person": "\x00"}).status_code == 404
    assert grace.post(live(meeting, "go-on/"), {"item": "\x00"}).status_code == 302
