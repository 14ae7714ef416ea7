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
        """`first` is the first day; `late` (a day -> the day it was really said) leaves a gap in which it has lapsed."""
        late: dict[date, date] = {pair[0]: pair[1] for pair in row.get("late", [])}
        day, time_round = row["first"], 0
        while moment(day) < self.until and (time_round == 0 or row.get("again", True)):
            words = row["words"][min(time_round, len(row["words"]) - 1)]
            self._say(row, words, moment(late.get(day, day), 12, turn % 10), turn + time_round * 3)
            day, time_round = day + AGAIN, time_round + 1

    def _say(self, row: dict, words: str, when: datetime, turn: int) -> None:
        says = row.get("by", WHO_SAYS[turn % len(WHO_SAYS)])
        agrees = next(word for word in WHO_AGREES[turn % 10:] + WHO_AGREES if word != says)

        def say(now: datetime) -> None:
            statement = say_what_shows(
                project=self.story.project, method=row["id"], words=words, by=self.story.by(says), now=now)
            if row.get("agreed", True):
                self.diary.at(now + timedelta(days=1 + turn % 4, hours=turn % 6), lambda now: agree_with_statement(
                    statement=statement, by=self.story.by(agrees), now=now))
            for told in self.story.told.get("about_statement", []):
                if told["method"] == row["id"] and now < moment(told["opened"]) < now + AGAIN:
                    self.diary.at(moment(told["opened"]), lambda now: self.story.disagree(
                        told, f"statement:{statement.ref}", now))

        self.diary.at(when, say)
