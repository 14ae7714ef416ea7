"""What the group of the worked example wrote for itself: its texts, its words, who holds which power, who people are."""

from datetime import datetime, timedelta

from sidebyside.agreements import biographies, powers, remarks, side_meetings, terms
from sidebyside.agreements.actions import vote
from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment

FOR_WORDS = ["amara", "joan", "leroy", "stella", "femi", "bryony", "idris", "mina", "piotr", "winnie"]
STORY = ["name", "pronouns", "why", "bring", "helps", "not_asked", "arriving"]


def usual_answers(told: dict) -> list[dict]:
    """The proposals of a file, where whoever is among `usual` says yes unless she is named otherwise."""
    for row in told["proposal"]:
        others = " ".join(row.get(said, "") for said in ("no", "stand_aside", "silent")).split()
        row["yes"] = " ".join(word for word in told["usual"].split() if word not in others)
    return told["proposal"]


class Remarks:
    """What people say about what was put to the group, or about somebody's power."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story = story
        for row in told["remark"]:
            story.diary.at(moment(row["at"]), self._remark, row=row)

    def _remark(self, row: dict, now: datetime) -> None:
        about, by = self.story.put[row["of"]], self.story.by(row["by"])
        remarks.remark(project=self.story.project, about=about, words=row["words"], by=by, now=now)


class Words:
    """Words that somebody did not know: pointed at by nobody in particular, looked after, and given a meaning."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary = story, story.diary
        for turn, row in enumerate(told["word"]):
            self.diary.at(moment(row["pointed"], 11, turn), self._point, row=row, turn=turn)

    def _point(self, row: dict, turn: int, now: datetime) -> None:
        term = terms.point_at(project=self.story.project, term=row["term"], seen_in=row["seen_in"], now=now)
        if "taken" in row:
            who, on = row["taken"]
            self.diary.at(moment(on, 13, turn), terms.look_after, term=term, by=self.story.by(who))
        if "put" in row:
            self.diary.at(moment(row["put"], 14, turn), self._put, row=row, turn=turn, term=term)

    def _put(self, row: dict, turn: int, term, now: datetime) -> None:
        by = self.story.by(row["taken"][0])
        proposal = terms.propose_meaning(
            term=term, words=row["meaning"], parts={"easy": row["easy"]}, method="consent", by=by, now=now
        )
        for later, word in enumerate((FOR_WORDS[turn % 10 :] + FOR_WORDS[: turn % 10])[:8]):
            when = now + timedelta(days=later, hours=1)
            self.diary.at(when, vote, proposal=proposal, said="yes", why="", by=self.story.answers(word))


class Power:
    """Who can decide what alone, what was met about on the side, and who people say they are."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary = story, story.diary
        for row in told["power"]:
            self.diary.at(moment(row["at"]), self._write_power, row=row)
        for row in told["side_meeting"]:
            self.diary.at(moment(row["at"]), self._log, row=row)
        for row in told["who"]:
            days = [row["at"], *(day for day in told["story"]["looked"] if day > row["at"].date())]
            for day in days:
                self.diary.at(moment(day, 17), self._say_who, row=row)

    def _write_power(self, row: dict, now: datetime) -> None:
        power = powers.write_power(
            project=self.story.project,
            body=row.get("body", ""),
            holds=row["holds"],
            means=row["means"],
            will_share=row["will_share"],
            review_on=row["review_on"],
            by=self.story.by(row["by"]),
            now=now,
        )
        self.story.put[row["by"]] = f"power:{power.ref}"

    def _log(self, row: dict, now: datetime) -> None:
        said = {name: row[name] for name in ("on", "there", "about", "came_of_it")}
        side_meetings.log_side_meeting(project=self.story.project, by=self.story.by(row["by"]), now=now, **said)

    def _say_who(self, row: dict, now: datetime) -> None:
        parts = {name: row[name] for name in STORY if name in row}
        by = self.story.by(row["who"])
        biographies.write(project=self.story.project, parts=parts, seen_by=row["seen_by"], by=by, now=now)
