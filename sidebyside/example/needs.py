"""What people need in the worked example: said some days after joining, said again every eight weeks, and arranged."""

from datetime import datetime, timedelta

from sidebyside.access import arranging, checking_in
from sidebyside.access.actions import say_all_is_said, say_need
from sidebyside.access.rules import BOOKED
from sidebyside.access.sharing import share
from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment

FACILITATOR = "grace"


class Needs:
    """Writes into a project's diary what people say they need, and what is arranged from it."""

    def __init__(self, story: ProjectStory, told: dict, until: datetime) -> None:
        self.story, self.diary, self.told, self.until = story, story.diary, told, until
        for turn, row in enumerate(row for row in story.told["member"] if "joined" in row):
            self._says_and_says_again(turn, row)
        for row in told["arranged"]:
            self.diary.at(moment(row["made"]), self._arrange, row=row)
        for row in story.told["stage"]:
            self.diary.at(moment(row["moved"]) + timedelta(days=5), self._check_in)

    def _says_and_says_again(self, turn: int, row: dict) -> None:
        """Everybody, on days of their own, until they leave."""
        end = moment(row["left"]) if "left" in row else self.until
        day = moment(row["joined"]) + timedelta(days=self.told["first_after_days"] + turn % 3, minutes=turn * 7)
        what = "gone_through"
        while day < end:
            self.diary.at(day, self._say, who=row["word"], what=what)
            day, what = day + timedelta(weeks=self.told["again_weeks"]), "nothing_changed"

    def _say(self, who: str, what: str, now: datetime) -> None:
        by = self.story.by(who)
        if what == "gone_through":
            for row in (row for row in self.told["need"] if row["who"] == who):
                chosen, words = row.get("chosen", []), row.get("words", "")
                say_need(question=row["question"], chosen=chosen, words=words, seen_by=row["seen_by"], by=by, now=now)
            for row in (row for row in self.told["share"] if row["who"] == who):
                readers = [(kind, self.story.people[reader].ref) for kind, reader in row["readers"]]
                share(project=self.story.project, readers=readers, group=row.get("group", False), by=by, now=now)
        say_all_is_said(what=what, by=by, now=now)

    def _arrange(self, row: dict, now: datetime) -> None:
        facilitator = self.story.people[FACILITATOR]
        how = {"owner": facilitator.ref, "due_on": row["due_on"], "cost_pence": row["cost_pence"]}
        made = arranging.arrange(
            project=self.story.project,
            person=self.story.people[row["for"]],
            what=row["what"],
            question=row["question"],
            by=self.story.by(FACILITATOR),
            now=now,
            **how,
        )
        if "booked" in row:
            more = {"state": BOOKED, "why_not": "", "by": self.story.by(FACILITATOR)}
            self.diary.at(moment(row["booked"]), arranging.change, adjustment=made, **how, **more)

    def _check_in(self, now: datetime) -> None:
        """What a new stage asks is answered some days later by those who were asked and are still here; and what they got."""
        for row in self.story.told["member"]:
            by = self.story.by(row["word"])
            for ask in by.person.asks.filter(room=self.story.project.room, withdrawn_at=None, answers=None):
                if ask.kind == checking_in.CHECK_IN.name:
                    checking_in.answer_check_in(ask=ask, gets="yes", changed="no", by=by, now=now)
                elif ask.kind == checking_in.GOT_IT.name:
                    said = dict.fromkeys(ask.values["about"], "yes")
                    checking_in.answer_got_it(ask=ask, said=said, by=by, now=now)
