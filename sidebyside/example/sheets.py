"""The sheet to prepare a meeting and the sheet to close it, as the people of the worked example answered them."""

from datetime import datetime, timedelta

from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.sessions import afterwards, coming

LETTERS = {
    "felt": {"g": "good", "m": "mixed", "n": "not_good"},
    "values": {"y": "yes", "p": "partly", "n": "no"},
    "pace": {"r": "right", "f": "too_fast", "s": "too_slow", "l": "too_long", "t": "wrong_time"},
    "place": {"y": "yes", "p": "partly", "n": "no"},
    "good": {"y": "yes", "m": "mixed", "n": "no"},
}
GOT = {"y": "yes", "m": "partly", "n": "no"}
SILENT = (".", "x")  # did not answer; was not there
FIRST_DAY = timedelta(days=1)  # the hub asks in the morning after a meeting


class Sheets:
    """Writes into the diary what each says before and after the meetings of one file."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary = story, story.diary
        for place, row in enumerate(told["meeting"]):
            starts = moment(row["starts"])
            for turn, (word, think) in enumerate(row.get("before", {}).items()):
                said = {"coming": "views", "think": think, "name": "yes"}
                self.diary.at(starts - timedelta(days=3, hours=turn), self._say_before, row=row, word=word, said=said)
            for turn, (word, know) in enumerate(row.get("absent_said", {}).items()):
                said = {"know": know, "again": "yes"}
                self._after(row, turn + 1, word, said)
            for turn, (word, letters) in enumerate(told["sheets"].items()):
                letter = letters.split()[place]
                if letter not in SILENT:
                    words = told.get("own_words", {}).get(word)
                    more = {"words": words[1]} if words and words[0] == starts.date() else {}
                    self._after(row, turn, word, self._read(letter) | more)

    def _read(self, letters: str) -> dict[str, str]:
        """Five letters, as the sheet takes them. What she needed, she got as far as it does her good to be there."""
        said = {name: words[letter] for (name, words), letter in zip(LETTERS.items(), letters, strict=True)}
        return said | {"all": GOT[letters[-1]]}

    def _after(self, row: dict, turn: int, word: str, said: dict[str, str]) -> None:
        day = moment(row["starts"]).date() + FIRST_DAY + timedelta(days=turn * 3 % 7)
        self.diary.at(moment(day, 11 + turn % 6, turn * 5), self._say_after, row=row, word=word, said=said)

    def _say_before(self, row: dict, word: str, said: dict[str, str], now: datetime) -> None:
        by = self.story.answers(word)
        ask = by.person.asks.get(question=coming.question_of(row["is"]))
        coming.answer_before(ask=ask, said=said, by=by, now=now)

    def _say_after(self, row: dict, word: str, said: dict[str, str], now: datetime) -> None:
        by = self.story.answers(word)
        ask = by.person.asks.get(question=afterwards.question_of(row["is"]))
        afterwards.answer_afterwards(ask=ask, said=said, by=by, now=now)
