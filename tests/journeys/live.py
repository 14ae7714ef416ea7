"""A meeting that people are at: with phones, a big screen, paper cards, and programs that speak plain HTTP."""

import re
import sqlite3
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode

from tests.journeys.hub import run
from tests.journeys.visitor import Visitor

TITLE, TAXIS = "How was the winter?", "What people told us about taxis"
ITEMS = [("welcome", "Welcome", 10), ("content", TAXIS, 30), ("break", "A break", 15), ("process", "How we work", 20)]
# Twenty minutes ago it was time to start. Bryony takes notes. Prints the codes of the seat cards.
PLANNED = """
from datetime import timedelta
from sidebyside.kit.clock import now
from sidebyside.people.models import Person
from sidebyside.projects.models import Project
from sidebyside.sessions import seats
from sidebyside.sessions.models import AgendaItem, Meeting
starts, grace = now() - timedelta(minutes=20), Person.objects.get(name="Grace Tolland")
meeting = Meeting.objects.create(project=Project.objects.get(slug="bristol-policy"), title=TITLE, place="The mill hall",
    starts_at=starts, ends_at=starts + timedelta(hours=2), planned_by=grace, planned_at=starts - timedelta(days=9))
meeting.roles.create(person=Person.objects.get(name="Bryony Sale"), role="note_taker")
for order, (kind, title, minutes) in enumerate(ITEMS, 1):
    AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title, minutes=minutes)
seats.make(meeting, 20)
print("codes", *[code for _number, code in seats.codes(meeting)])
"""


def plan_a_meeting(folder, keys: str) -> list[str]:
    """The codes of its seat cards."""
    code = f"TITLE, ITEMS = {TITLE!r}, {ITEMS!r}\n{PLANNED}"
    said = run("manage", "shell", "-c", code, SIDEBYSIDE_DATA=str(folder), SIDEBYSIDE_KEYS=keys)
    return re.search(r"^codes (.+)$", said, re.MULTILINE)[1].split()


def ask(folder, words: str) -> list[tuple]:
    """What lies in the database of the hub in this folder."""
    with closing(sqlite3.connect(folder / "hub.sqlite3")) as database:
        return database.execute(words).fetchall()


class Program:
    """Somebody in the room whose phone does nothing but plain HTTP."""

    def __init__(self, address: str, code: str):
        self.address, self._cookies = address, CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies)).open
        self.get("/room/")
        self.post("/room/", code=code)

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Status, body and the name of this version."""
        return self._take(urllib.request.Request(self.address + path, headers=headers))

    def post(self, path: str, **said: str) -> tuple[int, str, str]:
        token = next(cookie.value for cookie in self._cookies if cookie.name == "csrftoken")
        body = urlencode(said | {"csrfmiddlewaretoken": token}).encode()
        return self._take(urllib.request.Request(self.address + path, body, {"Referer": self.address}))

    def _take(self, request) -> tuple[int, str, str]:
        try:
            with self._open(request, timeout=20) as answered:
                return answered.status, answered.read().decode(), answered.headers.get("ETag", "")
        except HTTPError as error:
            return error.code, "", ""

    def question(self) -> str:
        """Where the check that is open is answered."""
        return re.search(r'action="(/room/checks/\w+/)"', self.get("/room/")[1])[1]


def at_once(programs: list, act) -> list:
    with ThreadPoolExecutor(len(programs)) as pool:
        return list(pool.map(act, programs))


def tap(me: Visitor, button: str, *, shows: str = "", **values: str) -> None:
    """Press a button of a page that stays where it is, and see what comes of it."""
    me.come_to(me.words(button, **values))
    with me.page.expect_response(lambda response: response.request.method == "POST"):
        me.page.keyboard.press("Enter")
    sees(me, shows or "Sent.")


def tap_off_line(me: Visitor, button: str, *, shows: str) -> None:
    me.come_to(me.words(button))
    me.page.keyboard.press("Enter")
    sees(me, shows)


def sees(me: Visitor, words: str, **values: str) -> None:
    """What is new comes by itself within a few seconds."""
    me.page.locator("main").get_by_text(me.words(words, **values)).first.wait_for(timeout=12_000)


def asks_what_is_new(me: Visitor) -> None:
    """Where no script runs, there is a link for it."""
    me.press("See what is new")


def sits_down(me: Visitor, code: str) -> None:
    me.open("/")
    me.press("I am at a meeting and have a card with a code")
    me.write(me.words("The code on your seat card"), code)
    me.press("Come in")


def came_back(me: Visitor) -> None:
    """The browser complained that there was no network, as it should."""
    me.context.set_offline(False)
    sees(me, "Sent.")
    me.wrong[:] = [wrong for wrong in me.wrong if "ERR_INTERNET_DISCONNECTED" not in wrong]
