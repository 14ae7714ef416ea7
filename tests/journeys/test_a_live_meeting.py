"""A meeting as it goes: a big screen, phones, a note taker, cards, a call, and a network that comes and goes."""

import shutil

import pytest

from tests.journeys.hub import serving
from tests.journeys.live import (
    TAXIS,
    TITLE,
    Program,
    ask,
    asks_what_is_new,
    at_once,
    came_back,
    plan_a_meeting,
    sees,
    sits_down,
    tap,
    tap_off_line,
)
from tests.journeys.ways import DESKTOP, SMALL, Way

SMALL_EASY = Way(320, 740, easy=True)
SMALL_NO_JAVASCRIPT = Way(320, 740, javascript=False)
SAID = ["good"] * 6 + ["so_so"] * 4 + ["not_good"] * 2  # by a dozen programs
RESULT = {"Good": 10, "So-so": 5, "Not good": 3}
HERE = "(SELECT MAX(id) FROM meetings_meeting)"
TOTALS = f"""SELECT said, SUM(n) FROM (
    SELECT check_of_id, said, 1 AS n FROM meetings_seatanswer
    UNION ALL SELECT check_of_id, said, how_many FROM meetings_counted)
    WHERE check_of_id IN (SELECT id FROM meetings_check WHERE meeting_id = {HERE})
    GROUP BY said ORDER BY said"""
PARKED = f"SELECT words FROM meetings_carparkitem WHERE meeting_id = {HERE} ORDER BY words"
WRITTEN = f"SELECT words FROM meetings_noteline WHERE meeting_id = {HERE}"


@pytest.fixture
def live(tmp_path, kept):
    """A practice hub of its own with a meeting today: its address, its folder, and the codes of the seat cards."""
    folder = tmp_path / "hub"
    shutil.copytree(kept, folder)
    codes = plan_a_meeting(folder, f"{kept}.keys")
    with serving(folder, SIDEBYSIDE_KEYS=f"{kept}.keys") as address:
        yield address, folder, codes


class Room:
    """Who is there. Everybody comes in as people do, and is looked at as they come."""

    def __init__(self, visitor, live):
        self.address, self.folder, codes = live
        self.grace, self.screen, self.bryony = (visitor(self.address, DESKTOP) for _ in range(3))
        for me, name in ((self.grace, "Grace"), (self.screen, "Grace"), (self.bryony, "Bryony")):
            me.be({"Grace": "Grace Tolland", "Bryony": "Bryony Sale"}[name])
            for link in ("Co-Production Policy", "Meetings", TITLE, "In the meeting"):
                me.press(link)
        self.grace.press("Run the meeting")
        self.screen.press("The big screen")
        self.bryony.press("Run the meeting")
        self.phone, self.easy = visitor(self.address, SMALL), visitor(self.address, SMALL_EASY)
        self.plain = visitor(self.address, SMALL_NO_JAVASCRIPT)
        sits_down(self.phone, codes[0])
        sits_down(self.easy, codes[1])
        self.plain.open(f"/room/{codes[2]}/")
        self.plain.press("Come in")
        self.programs = at_once(codes[3:15], lambda code: Program(self.address, code))

    def browsers(self):
        return [self.grace, self.screen, self.bryony, self.phone, self.easy, self.plain]

    def look(self) -> None:
        for me in self.browsers():
            me.look()


@pytest.fixture
def room(visitor, live):
    return Room(visitor, live)


def it_begins(room: Room) -> None:
    tap(room.grace, "Begin the meeting", shows="End the meeting")
    tap(room.grace, "Go on to: %(title)s", title=TAXIS)
    for me in (room.screen, room.phone, room.easy, room.bryony):
        sees(me, "About %(minutes)s minutes left", minutes="30")
        sees(me, TAXIS)
    asks_what_is_new(room.plain)
    assert room.plain.reads(TAXIS)
    room.look()


def everybody_says_something(room: Room) -> None:
    room.phone.write(room.phone.words("What shall we come back to?"), "Who pays the taxi?")
    tap(room.phone, "Put it in the car park")
    room.easy.write(room.easy.words("Which word do you not know?"), "Procurement")
    tap(room.easy, "Send this word")
    room.plain.press("Put my hand up")
    assert room.plain.reads("Your hand is up. You are next.")
    once = {"words": "A quieter room", "once": "the same"}
    at_once(room.programs[:1] * 4, lambda program: program.post("/room/park/", **once))
    room.programs[1].post("/room/signal/", kind="slow_down")
    for words in ("Who pays the taxi?", "Procurement", "Seat 3", "Somebody asked to go slower.", "A quieter room"):
        sees(room.screen, words)
    tap(room.grace, "Has spoken: Seat 3", shows="No hands are up.")


def the_notes_are_taken(room: Room) -> None:
    room.bryony.write("What shall the notes say?", "Taxis came late.")
    tap(room.bryony, "Write this down")
    assert ask(room.folder, WRITTEN) == [("Taxis came late.",)]


def it_is_asked_how_it_is(room: Room) -> None:
    tap(room.grace, "How is this for you just now?", shows="Count these")
    for me in (room.phone, room.easy):
        sees(me, "Nobody sees who said what.")
    room.look()
    tap(room.phone, "Good")
    asks_what_is_new(room.plain)
    room.plain.press("Good")
    check = room.programs[0].question()
    said = list(zip(room.programs, SAID, strict=True))
    at_once(said * 2, lambda one: one[0].post(check, said=one[1]))


def the_network_goes_and_comes_back(room: Room) -> None:
    """What was said meanwhile is kept on her phone, and sent once."""
    room.easy.context.set_offline(True)
    tap_off_line(room.easy, "So-so", shows="You are off line. It is kept here, and sent when you are back on line.")
    room.easy.write(room.easy.words("What shall we come back to?"), "The bus stop")
    tap_off_line(room.easy, "Put it in the car park", shows="Waiting to be sent:")
    assert ask(room.folder, PARKED) == [("A quieter room",), ("Who pays the taxi?",)]
    came_back(room.easy)
    sees(room.screen, "The bus stop")


def cards_and_a_call_are_counted(room: Room) -> None:
    grace = room.grace
    for way, said, number in (("Cards held up", "Good", "2"), ("Said by phone", "Not good", "1")):
        for label, letters in (("How was it said?", way[0]), ("What was said?", said[0])):
            grace.come_to(grace.words(label))
            grace.page.keyboard.type(letters)
        grace.write("How many?", number)
        tap(grace, "Count these", shows=f"{said}: {number}")
    tap(grace, "Close this question and show the result", shows="What the room said")


def all_agree(room: Room) -> None:
    asks_what_is_new(room.plain)
    for me in room.browsers():
        for said, number in RESULT.items():
            sees(me, f"{me.words(said)}: {number}")
    for _status, page, version in at_once(room.programs, lambda program: program.get("/room/now/", **{"X-Live": "1"})):
        assert all(f"{said}: <strong>{number}</strong>" in page for said, number in RESULT.items())
        assert version
    assert ask(room.folder, TOTALS) == [("good", 10), ("not_good", 3), ("so_so", 5)]
    assert ask(room.folder, PARKED) == [("A quieter room",), ("The bus stop",), ("Who pays the taxi?",)]
    room.look()


def test_a_meeting_goes_well_for_everybody_in_it(room):
    it_begins(room)
    everybody_says_something(room)
    the_notes_are_taken(room)
    it_is_asked_how_it_is(room)
    the_network_goes_and_comes_back(room)
    cards_and_a_call_are_counted(room)
    all_agree(room)
    tap(room.grace, "End the meeting", shows="The meeting is over. Thank you.")
    for me in (room.screen, room.phone, room.easy):
        sees(me, "The meeting is over. Thank you.")
    asks_what_is_new(room.plain)
    room.look()
    assert room.programs[0].get("/room/now/", **{"X-Live": "1"})[0] == 200
