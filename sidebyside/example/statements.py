"""What members say shows a method: said again every eleven weeks, before twelve have passed, by different people."""

from datetime import date, datetime, timedelta

from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.standing.actions import agree_with_statement, say_what_shows

AGAIN = timedelta(weeks=11)
# Walter says what he thinks through Nadia; whether a statement is true a member says by her own hand.
WHO_SAYS = ["bryony", "joan", "femi", "leroy", "mina", "stella", "idris", "amara", "piotr", "winnie", "callum"]
WHO_AGREES = ["amara", "piotr", "winnie", "stella", "idris", "bryony", "femi", "leroy", "joan", "mina"]


class Statements:
    """Writes into a project's diary when each method is said to be shown, by whom, and who agrees a few days later."""

    def __init__(self, story: ProjectStory, told: dict, until: datetime) -> None:
        self.story, self.diary, self.until = story, story.diary, until
        for turn, row in enumerate(told["method"]):
            self._say_again_and_again(turn, row)

    def _say_again_and_again(self, turn: int, row: dict) -> None:
        """`first` is the first day; `late` (the day it was due, the day it was said) leaves a gap when it has lapsed."""
        late: dict[date, date] = dict(row.get("late", []))
        day, times = row["first"], 0
        while moment(day) < self.until and (times == 0 or row.get("again", True)):
            words = row["words"][min(times, len(row["words"]) - 1)]
            self.diary.at(moment(late.pop(day, day), 12, turn), self._say, row=row, words=words, turn=turn + times * 3)
            day, times = day + AGAIN, times + 1
        if late:
            raise ValueError(f"{row['id']} is not due on {sorted(late)}")

    def _say(self, row: dict, words: str, turn: int, now: datetime) -> None:
        says = row.get("by", WHO_SAYS[turn % len(WHO_SAYS)])
        agrees = next(word for word in WHO_AGREES[turn % len(WHO_AGREES) :] + WHO_AGREES if word != says)
        statement = say_what_shows(
            project=self.story.project, method=row["id"], words=words, by=self.story.by(says), now=now
        )
        if row.get("agreed", True):
            when = now + timedelta(days=turn % 3, hours=2 + turn % 6)
            self.diary.at(when, agree_with_statement, statement=statement, by=self.story.by(agrees))
