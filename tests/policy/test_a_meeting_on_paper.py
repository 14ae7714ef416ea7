"""The village-hall twin: a meeting held wholly on paper leaves the same records as one held live, and the same label.

And it is typed in by one person in under fifteen minutes' worth of keys: forty words of five letters a minute.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions import coming
from sidebyside.sessions.keying_rules import CAME as LETTERS
from tests.doors.by_post import code_on
from tests.keystrokes import as_sent, keystrokes, typing
from tests.policy import hall

KEYS_A_MINUTE, MINUTES = 40 * 5, 15


def held_live(cast, at) -> dict:
    """In the room with seats, and each closes it on the web herself."""
    meeting, there = hall.prepared(cast, at, Acting)
    hall.held_live(cast, meeting, at)
    asks = hall.asked_to_close(meeting, there, at)
    at(hall.KEYED)
    came = dict(zip(there, hall.CAME, strict=True))
    coming.write_who_came(meeting=meeting, came=came, by=Acting(cast.grace), now=now())
    at(f"{hall.FILLED_IN} 12:00")
    for place, ask in enumerate(asks):
        take(ask, hall.said_afterwards(ask, place), by=Acting(ask.person), now=now())
    return {"records": hall.records(meeting, asks), "label": hall.label(cast, at)}


def held_on_paper(cast, at, as_) -> dict:
    """Nobody touches a screen: one person types in the sheets of the room, and the desk the sheets to close."""
    meeting, there = hall.prepared(cast, at, lambda person: Acting(person, keyed_by=cast.delia, door="post"))
    hall.on_their_sheets(there)
    asks = hall.asked_to_close(meeting, there, at)
    letters = hall.codes(asks)
    at(hall.KEYED)
    room = key_in_the_room(as_(cast.grace), meeting, there)
    at(hall.BACK)
    desk = key_in_what_is_private(as_(cast.delia), asks, letters)
    return {"records": hall.records(meeting, asks), "label": hall.label(cast, at), "keys": (room, desk)}


def key_in_the_room(client, meeting, there) -> int:
    """The sheets of the room, on one page. Gives how many keys that takes."""
    page = client.get(hall.keying_page(meeting)).content
    typed = hall.typed_of_the_room(there, {came: letter for letter, came in LETTERS.items()})

    reply = client.post(hall.keying_page(meeting), as_sent(page, typed))

    assert reply.status_code == 302, reply.content.decode()
    return keystrokes(page, typed)


def key_in_what_is_private(client, asks, letters) -> int:
    """Each sheet to close: its ticks in one line, own words, and the code of the next."""
    codes = [code_on(letter) for letter in letters]
    reply = client.post(reverse("desk-keying"), {"code": codes[0]})
    pressed = typing(codes[0]) + 1
    for place, ask in enumerate(asks):
        page = client.get(reply["Location"]).content
        typed = typed_of_a_sheet(ask, hall.said_afterwards(ask, place)) | {
            "paper_next": "".join(codes[place + 1 :][:1])
        }
        reply = client.post(reply["Location"].partition("?")[0], as_sent(page, typed))
        assert reply.status_code == 302, reply.content.decode()
        pressed += keystrokes(page, typed)
    return pressed


def typed_of_a_sheet(ask, said: dict[str, str]) -> dict[str, str]:
    ticks, words = "", {}
    for question in sheet_of(ask).questions:
        values = [choice.value for choice in question.choices]
        if values:
            ticks += str(values.index(said[question.name]) + 1)
        elif question.name in said:
            words[question.name] = said[question.name]
    return {"paper_ticks": ticks, "paper_day-day": str(hall.FILLED_IN.day), **words}


@pytest.fixture
def live(cast, at):
    """The same meeting live; then it is as if it had never been."""
    with transaction.atomic():
        held = held_live(cast, at)
        transaction.set_rollback(True)
    return held


def test_a_meeting_on_paper_is_the_same_meeting_and_is_typed_in_within_fifteen_minutes(cast, at, as_, live):
    paper = held_on_paper(cast, at, as_)

    assert paper["records"] == live["records"]
    assert paper["label"] == live["label"]
    assert len(paper["records"]["closing"]) == len(paper["records"]["came"]) == 15
    assert paper["label"]["facts"]["sessions.culture_checked_with_everyone"][0] in ("shown", "partly")
    room, desk = paper["keys"]
    most = KEYS_A_MINUTE * MINUTES
    took = f"{room} keys for the room and {desk} for the sheets to close: {(room + desk) / KEYS_A_MINUTE:.1f} minutes"
    assert room + desk < most, took
    assert room + desk > most / 4, f"{took}. That is too few to be true."
