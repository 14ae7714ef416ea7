"""The made-up people and organisations of the worked example, and who among them a visitor may sign in as."""

from datetime import datetime, timedelta
from typing import Any

from sidebyside.example.replay import Diary, read
from sidebyside.kit.clock import LONDON
from sidebyside.people.acting import Acting
from sidebyside.people.actions import add_person, give_the_desk_to, record_organisation
from sidebyside.people.helping import record_choice

ARRIVE = datetime(2023, 9, 4, 9, 0, tzinfo=LONDON)
WALTER_CHOOSES = [datetime(2023, 9, 11, 11, 30, tzinfo=LONDON), datetime(2024, 9, 9, 11, 0, tzinfo=LONDON)]
MAY_ANSWER = [
    "access.check_in",
    "access.got_it",
    "access.passport",
    "agreements.proposal",
    "meetings.afterwards",
    "meetings.before",
    "projects.join",
    "standing.round",
]
DESK = "delia"


class People:
    """Everybody by their short word, once they are in the hub."""

    def __init__(self, diary: Diary) -> None:
        self._rows = read("people.toml")
        self._doors = {row["who"]: row["door"] for row in read("doors.toml")["reached"]}
        self.known: dict[str, Any] = {}
        self.organisations: dict[str, Any] = {}
        diary.at(ARRIVE, self._arrive)
        for when in WALTER_CHOOSES:
            diary.at(when, self._walter_chooses_nadia)

    def __getitem__(self, word: str):
        return self.known[word]

    def by(self, word: str) -> Acting:
        """Doing something by herself; Walter's answers come through Nadia, whom he chose."""
        if word == "walter":
            return Acting(person=self["walter"], helper=self["nadia"])
        return Acting(person=self[word])

    def answering(self, word: str) -> Acting:
        """Answering what was asked: by her own door, and where that is paper or the phone, the desk types it in."""
        by = self.by(word)
        door = self._doors.get(word)
        if door is None or by.helper:
            return by
        return Acting(person=by.person, door=door, keyed_by=None if door == "text" else self[DESK])

    def cast(self) -> list[dict[str, str]]:
        """Whom a visitor may sign in as, for practice.json."""
        placed = sorted((row for row in self._rows["person"] if "who" in row), key=lambda row: row["place"])
        return [
            {"word": row["word"], "person": self[row["word"]].ref, "name": row["name"], "who": row["who"]}
            for row in placed
        ]

    def _arrive(self, now: datetime) -> None:
        """The one who installs the hub adds its desk; the desk adds everybody else."""
        for row in self._rows["person"]:
            by = self.by(DESK) if DESK in self.known else None
            self.known[row["word"]] = add_person(
                name=row["name"],
                email=row.get("email", f"{row['word']}@example.org"),
                phone=row.get("phone", ""),
                reads=row.get("reads", "standard"),
                door=row.get("door", "web"),
                by=by,
                now=now,
            )
            if by is None:
                give_the_desk_to(person=self[DESK], now=now)
            now += timedelta(minutes=1)
        for row in self._rows["organisation"]:
            self.organisations[row["word"]] = record_organisation(
                name=row["name"], led=row["led"], by=self.by(DESK), now=now
            )

    def _walter_chooses_nadia(self, now: datetime) -> None:
        """He says it at the desk, and says it again a year later."""
        record_choice(
            member=self["walter"],
            helper="nadia@example.org",
            kinds=MAY_ANSWER,
            until_on=(now + timedelta(days=360)).date(),
            by=self.by(DESK),
            now=now,
        )
