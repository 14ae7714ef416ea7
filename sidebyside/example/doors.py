"""Who in the worked example is reached by text, letter and phone: how they chose it, how they answer, and what waits there."""

from datetime import datetime

from sidebyside.doors import choosing, sending, text_in
from sidebyside.example.people import DESK, People
from sidebyside.example.replay import Diary, moment, read
from sidebyside.people import messages


class Doors:
    """Writes into the diary what goes by these doors. Before the last days nothing waits: they read it with the desk."""

    def __init__(self, diary: Diary, people: People) -> None:
        self.people, told = people, read("doors.toml")
        diary.at(moment(told["chosen"]), self._choose, rows=told["reached"])
        diary.at(moment(told["read"]), self._read_it_all, readers=told["read_by"])
        for when in told["sent"]:
            diary.at(moment(when), self._send, rows=told["reached"])
        for row in told["text"]:
            diary.at(moment(row["came"]), self._a_text_comes, row=row)

    def _choose(self, rows: list[dict], now: datetime) -> None:
        """The desk writes down what each of them said."""
        for row in rows:
            person, by = self.people[row["who"]], self.people.by(DESK)
            choosing.choose_doors(
                person=person,
                door=row["door"],
                others=row.get("others", []),
                post_address=row.get("post_address", []),
                by=by,
                now=now,
            )
            choosing.choose_how_much(
                person=person, says={row["door"]: row["says"]}, quiet=True, together=False, by=by, now=now
            )
            person.refresh_from_db()

    def _read_it_all(self, readers: list[str], now: datetime) -> None:
        for who in readers:
            messages.seen(self.people[who], now=now)

    def _send(self, rows: list[dict], now: datetime) -> None:
        """What is due for these people goes out, as the hub's worker sends it."""
        for row in rows:
            for message in self.people[row["who"]].messages.filter(sent_at=None, trouble="").order_by("due_at", "id"):
                sending.send_one(message, now)

    def _a_text_comes(self, row: dict, now: datetime) -> None:
        text_in.received(provider_ref=f"practice {now:%Y-%m-%d %H:%M}", number=row["from"], words=row["words"], now=now)
