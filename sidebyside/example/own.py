"""The Lived Expertise Group's own meetings and its own rule, which nobody else in the project can find."""

from datetime import datetime, timedelta

from sidebyside.agreements.actions import propose, vote
from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.sessions import agenda, coming, following, living, noting, own, plans

BEFORE = timedelta(days=14)
BY_PHONE = "winnie"  # she rings in


class Own:
    """Writes the group's meetings into the diary. Whoever calls one leads it."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary, self.by, self.told = story, story.diary, story.by, told
        for row in told["meeting"]:
            self.diary.at(moment(row.get("planned", moment(row["starts"]) - BEFORE)), self._plan, row=row)
        self.diary.at(moment(told["rule"]["opened"]), self._rule, row=told["rule"])

    @property
    def _theirs(self) -> dict:
        project = self.story.project
        return {"project": project, "group": project.groups.get(kind="lived_expertise")}

    def _plan(self, row: dict, now: datetime) -> None:
        starts, by = moment(row["starts"]), self.by(row["by"])
        meeting = plans.plan_from(
            **self._theirs,
            template="",
            title=row["title"],
            place=self.told["place"],
            way="hybrid",
            join_how="Ring whoever called the meeting.",
            starts_at=starts,
            ends_at=starts + timedelta(minutes=self.told["minutes"]),
            by=by,
            now=now,
        )
        for title, minutes in row["content"]:
            agenda.add_to_agenda(meeting=meeting, title=title, words="", minutes=minutes, by=by, now=now)
        self.diary.at(starts, self._begin, row=row, meeting=meeting)

    def _begin(self, row: dict, meeting, now: datetime) -> None:
        meeting = living.begin(meeting=meeting, by=self.by(row["by"]), now=now)
        self.diary.at(now + timedelta(minutes=55), self._finish, row=row, meeting=meeting)

    def _finish(self, row: dict, meeting, now: datetime) -> None:
        by = self.by(row["by"])
        for note in row["note"]:
            kind = next(kind for kind in ("decision", "point", "action") if kind in note)
            more = {"owner": self.story.people[note["owner"]], "due_on": note["due"]} if kind == "action" else {}
            line = noting.write_line(meeting=meeting, kind=kind, words=note[kind], by=by, now=now, **more)
            if "became" in note:
                when, owner = moment(note["due"], 16), self.by(note["owner"])
                self.diary.at(when, following.follow_up, line=line, became=note["became"], done=True, by=owner)
            if "for_everybody_at" in note:
                what, to = f"decided:{line.ref}", self.story.met[note["for_everybody_at"]]
                own.bring(group=self._theirs["group"], what=what, meeting=to, to=own.AGENDA, by=by, now=now)
        meeting = living.finish(meeting=meeting, by=by, now=now)
        came = dict.fromkeys(coming.who_can_have_come(meeting), "in-person")
        came |= {self.story.people[BY_PHONE]: "phone"} if self.story.people[BY_PHONE] in came else {}
        came |= {self.story.people[word]: "no" for word in row.get("absent", "").split()}
        coming.write_who_came(meeting=meeting, came=came, by=by, now=now)

    def _rule(self, row: dict, now: datetime) -> None:
        said = {name: row[name] for name in ("subject", "words", "method", "parts")}
        proposal = propose(**self._theirs, kind="ground_rule", by=self.by(row["by"]), now=now, **said)
        for turn, word in enumerate(row["yes"].split()):
            when = now + timedelta(days=turn, hours=2)
            self.diary.at(when, vote, proposal=proposal, said="yes", why="", by=self.by(word))
