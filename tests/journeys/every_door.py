"""A hub that is reached by every door: email over SMTP and back, texts over Notify and back, letters, and a worker."""

import base64
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pypdfium2

from tests.doors.notify import KEY, Provider
from tests.journeys.hub import environment, serving
from tests.journeys.post import PostBox, mail_server
from tests.journeys.visitor import Visitor

MAILBOX, TOKEN, SECRET = "answer@hub.example.org", "what texts bring", "hub:what emails bring"
WITHIN = 25  # seconds
CODE = re.compile(r"\b([2-9A-Z]{3}) ([2-9A-Z]{3}) ([2-9A-Z]{3})\b")


@dataclass
class Reached:
    """A practice hub, what came from it by email and text, and what it was told to do so."""

    address: str
    folder: Path
    box: PostBox
    texts: Provider
    told: dict[str, str]

    @contextmanager
    def working(self) -> Iterator[None]:
        """Its worker, in a process of its own."""
        words = [sys.executable, "-m", "sidebyside", "work", "--data", str(self.folder)]
        with subprocess.Popen(words, env=environment(SIDEBYSIDE_SITE_URL=self.address, **self.told)) as worker:
            try:
                yield
            finally:
                worker.terminate()

    def ask(self, words: str, *values: str) -> list[tuple]:
        """What lies in its database."""
        with closing(sqlite3.connect(self.folder / "hub.sqlite3")) as database:
            return database.execute(words, values).fetchall()

    # By text

    def text_to(self, number: str, about: str) -> str:
        """The newest text to this number that has these words."""
        said = {"+44" + number[1:].replace(" ", "")}
        found = waited_for(lambda: [t["text"] for t in self.texts.taken if t["to"] in said and about in t["text"]])
        return found[-1]

    def text_from(self, number: str, words: str) -> None:
        """As GOV.UK Notify tells a service of a text that it received."""
        told = {"id": f"text {time.monotonic_ns()}", "source_number": number, "message": words}
        self._tell("/doors/texts/notify/received/", told, f"Bearer {TOKEN}")

    # By email

    def email_to(self, address: str, about: str) -> EmailMessage:
        def found() -> list[EmailMessage]:
            mine = [email for email in self.box.came if email["To"] == address]
            return [email for email in mine if about in email.get_body(["plain"]).get_content()]

        return waited_for(found)[-1]

    def reply_to(self, email: EmailMessage, words: str) -> None:
        """What her program sends back over what it quotes, brought by a mail provider as Postmark brings it."""
        back = EmailMessage()
        back["From"], back["To"], back["Subject"] = email["To"], email["Reply-To"], f"Re: {email['Subject']}"
        back["Message-ID"], back["In-Reply-To"] = "<her.reply@her.example.org>", email["Message-ID"]
        quoted = "".join(f"> {line}\n" for line in email.get_body(["plain"]).get_content().splitlines())
        back.set_content(f"{words}\n\nOn Tue, 4 Feb 2025 at 10:00, Practice hub <hub@localhost> wrote:\n{quoted}")
        told = {"RawEmail": back.as_string(), "Headers": [], "MessageID": "1", "OriginalRecipient": MAILBOX}
        self._tell("/doors/email/received/", told, "Basic " + base64.b64encode(SECRET.encode()).decode())

    def _tell(self, path: str, told: dict, authorization: str) -> None:
        headers = {"Authorization": authorization, "Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, json.dumps(told).encode(), headers)
        with urllib.request.urlopen(request, timeout=10) as answered:
            assert answered.status == 200


def waited_for(found: Callable[[], list]) -> list:
    until = time.monotonic() + WITHIN
    while not (there := found()) and time.monotonic() < until:
        time.sleep(0.1)
    assert there, f"nothing came within {WITHIN} seconds"
    return there


@contextmanager
def reached_by_every_door(folder: Path, kept: Path) -> Iterator[Reached]:
    """A copy of the practice hub. What it told people in the years of its story counts as sent."""
    shutil.copytree(kept, folder)
    with closing(sqlite3.connect(folder / "hub.sqlite3")) as database:
        database.execute("UPDATE people_message SET sent_at = made_at")
        database.commit()
    with mail_server() as (box, sending), Provider() as texts:
        told = sending | {
            "SIDEBYSIDE_KEYS": f"{kept}.keys",
            "SIDEBYSIDE_REPLY_TO": MAILBOX,
            "SIDEBYSIDE_MAIL_PROVIDER": "postmark",
            "SIDEBYSIDE_ANYMAIL_WEBHOOK_SECRET": SECRET,
            "SIDEBYSIDE_TEXTS": "notify",
            "SIDEBYSIDE_NOTIFY_KEY": KEY,
            "SIDEBYSIDE_NOTIFY_TEXT_TEMPLATE": "f33517ff-2a88-4f6e-b855-c550268ce08a",
            "SIDEBYSIDE_NOTIFY_URL": texts.url,
            "SIDEBYSIDE_TEXT_IN_TOKEN": TOKEN,
            "SIDEBYSIDE_POST_ADDRESS": "The hub|1 Example Street|Bristol BS1 1AA",
        }
        with serving(folder, **told) as address:
            yield Reached(address, folder, box, texts, told)


def code_in(pdf: Path, about: str) -> str:
    """The code of the paper form that comes after the letter with these words, read off the pages."""
    pages = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    found = CODE.search(" ".join(pages.split()).partition(about)[2])
    assert found, f"no form about {about!r} was printed"
    return found[0]


def wants(me: Visitor, door: str, how_much: str, *, address: str = "") -> None:
    """She chooses on her own pages by which door she is reached, and that it may say everything."""
    me.open("/")
    me.press("My details and messages")
    me.press("Change how we reach me")
    me.choose(me.words("How shall we reach you first?"), me.words(door))
    if address:
        me.write(me.optional("Post address, if letters may come"), address)
    me.press("Save and go on")
    me.choose(me.words(how_much), me.words("Everything. I can answer there too"))
    me.press("Save")
