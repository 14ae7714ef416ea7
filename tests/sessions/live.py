"""A meeting that is going on: what the tests of the room stand on."""

import re
from datetime import timedelta

from sidebyside.people.acting import Acting
from sidebyside.sessions import living, seats
from sidebyside.sessions.models import AgendaItem, Meeting
from tests.cast import Cast, moment

PART = "the parts of a page that is open, without its frame"
BEGAN = moment("2024-03-12 14:00")
AGENDA = [
    ("welcome", "Welcome", 10),
    ("content", "What we heard", 40),
    ("break", "Break", 15),
    ("content", "What we do about it", 35),
    ("process", "How we work together", 20),
]


def make_meeting(cast: Cast, *, group=None, agenda=AGENDA, **more) -> Meeting:
    """Planned for two in the afternoon of the day on which the clock of the cast stands."""
    meeting = Meeting.objects.create(
        **{
            "title": "What we heard",
            "place": "The mill hall",
            "starts_at": BEGAN,
            "project": cast.project,
            "group": group,
        }
        | {"ends_at": BEGAN + timedelta(hours=2), "planned_by": cast.grace, "planned_at": moment("2024-03-01 10:00")}
        | more
    )
    for order, (kind, title, minutes) in enumerate(agenda, 1):
        AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title, minutes=minutes)
    return meeting


def begun(cast: Cast, **more) -> Meeting:
    meeting = make_meeting(cast, **more)
    return living.begin(meeting=meeting, by=Acting(cast.grace), now=BEGAN)


def sit(client, meeting: Meeting, number: int):
    """This browser has the seat with this number, by the code on its card."""
    seats.make(meeting, max(number, 12))
    response = client.post("/room/", {"code": seats.code_of(meeting, number)})
    assert response["Location"] == "/room/"
    return client


def live(meeting: Meeting, page: str = "") -> str:
    return f"/projects/our-project/meetings/{meeting.ref}/live/{page}"


def read(client, address: str) -> str:
    return client.get(address).content.decode()


def once(page: str) -> str:
    return re.search(r'name="once" value="(\w+)"', page)[1]


def ask(client, address: str, version: str = ""):
    return client.get(address, headers={"X-Live": "1", "If-None-Match": version}, unchecked=PART)


def visible(page: str) -> str:
    """The words of a page, without the parts that are hidden."""
    return re.sub(r"<[^>]+>", "", re.sub(r"(?s)<section[^>]* hidden>.*?</section>", "", page))
