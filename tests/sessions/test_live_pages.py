"""The pages of the room: with a seat and no name; what was typed is kept; and nothing new costs next to nothing."""

import re

import pytest

from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.sessions import checks, living, seats
from sidebyside.sessions.models import CarParkItem, Counted, Hand, Seat, SeatTaken
from tests.sessions.live import PART, ask, begun, live, make_meeting, once, read, sit, visible

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast, at):
    at("2024-03-12 14:05")
    return begun(cast)


@pytest.fixture
def phone(client, meeting):
    return sit(client, meeting, 3)


def test_a_seat_is_a_cookie_that_says_no_name_and_no_code(client, meeting):
    sit(client, meeting, 3)
    cookie = client.cookies["seat"]

    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/room/", "Lax")
    assert seats.code_of(meeting, 3).replace("-", "") not in cookie.value.replace("-", "")
    assert "What we heard" in read(client, "/room/")
    assert "Seat 3" not in read(client, "/room/")
    assert "You have seat 3" in read(client, "/room/")


def test_a_square_on_a_card_is_looked_at_without_using_it_up(client, meeting):
    seats.make(meeting, 3)
    address = f"/room/{seats.code_of(meeting, 2)}/"

    assert "Come in" in read(client, address)
    assert not Seat.objects.filter(taken=True).exists()
    assert client.post(address)["Location"] == "/room/"
    assert "You have seat 2" in read(client, "/room/")


def test_a_code_that_is_not_right_says_what_to_do_and_is_not_tried_without_end(client, meeting):
    seats.make(meeting, 3)
    for _ in range(20):
        page = client.post("/room/", {"code": "aaaa-bbbb"}).content.decode()
        assert "We do not know this code." in page
        assert 'value="aaaa-bbbb"' in page

    assert "Wait ten minutes" in client.post("/room/", {"code": seats.code_of(meeting, 1)}).content.decode()


def test_a_forged_cookie_and_a_closed_room_have_no_seat(phone, meeting, at):
    phone.cookies["seat"] = "1:forged"
    assert "Come into a meeting" in read(phone, "/room/")
    sit(phone, meeting, 3)
    at("2024-03-12 17:01")
    assert "Come into a meeting" in read(phone, "/room/")
    assert ask(phone, "/room/now/").status_code == 410
    assert "The meeting is over." in phone.post("/room/", {"code": seats.code_of(meeting, 3)}).content.decode()


def test_somebody_signed_in_comes_in_once_from_the_page_of_the_meeting(cast, as_, meeting):
    femi = as_(cast.femi)
    assert "Come in" in read(femi, live(meeting))
    assert "Run the meeting" not in read(femi, live(meeting))
    for _ in range(2):
        assert femi.post(live(meeting, "come-in/"))["Location"] == "/room/"

    assert (SeatTaken.objects.count(), Seat.objects.filter(taken=True).count()) == (1, 1)
    assert re.search(r"You have seat 1\d\d", read(femi, "/room/"))
    elsewhere = as_(cast.femi)
    elsewhere.post(live(meeting, "come-in/"))
    assert "ask for a card here" in read(elsewhere, "/room/")


def test_what_one_says_is_done_once_and_every_other_sees_it(phone, cast, as_, meeting):
    said = {"words": "Who pays the taxi?", "once": once(read(phone, "/room/"))}
    for _ in range(2):
        assert phone.post("/room/park/", said)["Location"] == "/room/"
    phone.post("/room/park/", said | {"words": "And the carer?"})

    assert CarParkItem.objects.count() == 2
    for page in (read(as_(cast.grace), live(meeting, "screen/")), read(as_(cast.grace), live(meeting, "table/"))):
        assert "Who pays the taxi?" in page
        assert "And the carer?" in page


def test_what_could_not_be_done_says_why_and_keeps_what_was_typed(phone):
    long = "Procurement " * 9
    page = phone.post("/room/word/", {"words": long}).content.decode()
    part = phone.post("/room/word/", {"words": long}, headers={"X-Live": "1"}, unchecked=PART)

    assert "Please use fewer words." in page
    assert long.strip() in page
    assert part.status_code == 422
    assert long.strip() in part.content.decode()
    assert "Write a few words first." in phone.post("/room/park/", {"words": " "}).content.decode()


def test_a_check_is_answered_by_phone_counted_by_hand_and_seen_when_it_closes(phone, cast, as_, meeting):
    grace = as_(cast.grace)
    grace.post(live(meeting, "check/"), {"kind": "temperature"})
    check = meeting.checks.get()
    phone.post(f"/room/checks/{check.ref}/", {"said": "so_so"})
    assert "You said: So-so." in read(phone, "/room/")
    here = live(meeting, f"checks/{check.ref}/")
    for way, said, how_many in (("card", "good", 2), ("phone", "not_good", 1)):
        grace.post(f"{here}count/", {"way": way, "said": said, "how_many": how_many, "once": way})
    assert "1 phone has answered." in read(grace, live(meeting, "table/"))
    assert "What the room said" not in visible(read(phone, "/room/"))
    for seat in meeting.seats.filter(number__in=[11, 12]):
        checks.answer(check=check, seat=seat, said="so_so", now=now())
    for page in ("close/", "close/"):
        grace.post(here + page, {})
    grace.post(f"{here}count/", {"way": "card", "said": "good", "how_many": 1, "once": "x"})

    screen = " ".join(visible(read(grace, live(meeting, "screen/"))).split())
    assert "Good: 2" in screen
    assert "So-so: 3" in screen
    assert "1 more came later." in screen
    assert "That question is closed." in phone.post(f"/room/checks/{check.ref}/", {"said": "good"}).content.decode()


def test_the_table_is_for_whoever_runs_the_meeting(cast, as_, meeting):
    for page in ("table/", "table/now/", "screen/", "seats/"):
        assert as_(cast.amara).get(live(meeting, page)).status_code == 403
        assert as_(cast.grace).get(live(meeting, page), unchecked=PART).status_code == 200
    meeting.roles.create(person=cast.amara, role="co_facilitator")
    assert as_(cast.amara).get(live(meeting, "table/")).status_code == 200


def test_the_room_of_a_groups_own_meeting_is_there_for_its_members_alone(cast, as_, client, at):
    at("2024-03-12 14:05")
    own = make_meeting(cast, group=cast.project.groups.get(kind="lived_expertise"), title="Only ours")

    for page in ("", "table/", "screen/", "seats/"):
        assert as_(cast.grace).get(live(own, page)).status_code == 404
        assert as_(cast.amara).get(live(own, page)).status_code == 200
    assert as_(cast.grace).post(live(own, "come-in/")).status_code == 404
    as_(cast.amara).post(live(own, "begin/"), {})
    assert "Only ours" in read(sit(client, own, 1), "/room/")


def test_a_hand_goes_up_is_heard_and_comes_down(phone, cast, as_, meeting):
    grace = as_(cast.grace)
    phone.post("/room/hand-up/", {})
    assert "You are next." in read(phone, "/room/")
    assert "Seat 3" in read(grace, live(meeting, "screen/"))
    grace.post(live(meeting, f"hands/{Hand.objects.get().ref}/heard/"), {})
    grace.post(live(meeting, "hand/"), {"called": "Walter"})
    phone.post("/room/hand-up/", {})
    assert "You are number 2." in read(phone, "/room/")
    phone.post("/room/hand-down/", {})
    assert "Put my hand up" in read(phone, "/room/")


def test_the_timer_is_gentle_and_a_break_is_due_in_its_time(phone, cast, meeting, at):
    living.go_on(meeting=meeting, by=Acting(cast.grace), now=now())
    assert "About 40 minutes left" in visible(read(phone, "/room/"))
    at("2024-03-12 14:41")
    assert "About 5 minutes left" in visible(read(phone, "/room/"))
    at("2024-03-12 14:51")
    page = visible(read(phone, "/room/"))
    assert "The group decides" in page
    assert "It is time for a break." in page
    at("2024-03-12 16:30")
    assert "The time of the meeting is over." in visible(read(phone, "/room/"))


def test_a_note_is_written_and_an_action_has_an_owner(cast, as_, meeting):
    said = {"kind": "action", "words": "Ask about taxis", "owner": cast.femi.ref}
    day = {"due_on-day": "2", "due_on-month": "4", "due_on-year": "2024"}
    as_(cast.grace).post(live(meeting, "note/"), said | day | {"once": "a"})

    line = meeting.notes.get()
    assert (line.owner, line.words, line.item.title) == (cast.femi, "Ask about taxis", "Welcome")


def test_a_phone_is_given_to_somebody_else(phone, meeting):
    phone.post("/room/leave/", {})
    assert "Come into a meeting" in read(phone, "/room/")
    sit(phone, meeting, 3)


def test_a_number_that_makes_no_sense_is_said_so_beside_what_was_counted(cast, as_, meeting):
    check = checks.open_check(meeting=meeting, kind="temperature", by=Acting(cast.grace), now=now())
    checks.close_check(check=check, by=Acting(cast.grace), now=now())
    said = {"way": "phone", "said": "so_so", "how_many": "0"}
    page = as_(cast.grace).post(live(meeting, f"checks/{check.ref}/count/"), said).content.decode()

    assert "Please write a number that is 1 or more." in page
    assert 'value="so_so" selected' in page
    assert not Counted.objects.exists()
