"""The meetings of the worked example: planned, held and written down, and what became of what was said."""

from datetime import datetime, timedelta
from typing import Any

from sidebyside.agreements.actions import vote
from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.sessions import (
    agenda,
    checks,
    coming,
    following,
    living,
    moving,
    noting,
    papers,
    parking,
    plans,
    taking_roles,
)

TWO_HOURS = timedelta(hours=2)
WAYS = {"online": "online", "phone": "phone", "absent": "no"}
NOW_AND_THEN = ["edwin", "constance", "rupert", "harriet", "lin", "morag"]  # there when a meeting names them
AGREE = ["bryony", "joan", "leroy", "stella", "femi", "amara", "idris", "mina", "piotr", "winnie", "callum"]
LIBRARY = "The library, upstairs. There is a lift, and a quiet room next door."
KEPT_SHORT = "Today the time is for something else."


class Meetings:
    """Writes the meetings of one file into the diary: from the day each is planned until its notes are agreed."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary, self.by = story, story.diary, story.by
        for row in told["meeting"]:
            self.diary.at(moment(row["planned"]), self._plan, row=row)

    # Before

    def _plan(self, row: dict, now: datetime) -> None:
        starts = moment(row["starts"])
        first = moment(row["moved"]["from"]) if "moved" in row else starts
        row["is"] = plans.plan_from(
            project=self.story.project,
            template=row.get("template", "two-hours"),
            title=row["title"],
            place=row.get("place", LIBRARY),
            way=row.get("way", "hybrid"),
            join_how="Ring the desk, or use the link in your message." if row.get("way", "hybrid") == "hybrid" else "",
            starts_at=first,
            ends_at=first + TWO_HOURS,
            by=self.by(row["facilitator"]),
            now=now,
        )
        self.story.met[row["title"]] = row["is"]
        if "moved" in row:
            self.diary.at(moment(row["moved"]["on"]), self._move, row=row)
        ready = max(starts - timedelta(days=9), now + timedelta(hours=2))
        self.diary.at(moment(row.get("ready", ready)), self._prepare, row=row)
        self.diary.at(starts, self._begin, row=row)

    def _move(self, row: dict, now: datetime) -> None:
        starts, where = moment(row["starts"]), row.get("place", LIBRARY)
        to = {"starts_at": starts, "ends_at": starts + TWO_HOURS, "place": where, "why": row["moved"]["why"]}
        moving.move(meeting=row["is"], by=self.by(row["facilitator"]), now=now, **to)
        row["is"].refresh_from_db()

    def _prepare(self, row: dict, now: datetime) -> None:
        """The agenda, what there is to read, and who does what."""
        self._fill_the_agenda(row, now)
        by = self.by(row["facilitator"])
        if "paper" in row:
            title, words, minutes = row["paper"]
            paper = papers.add_paper(meeting=row["is"], title=title, words=words, minutes=minutes, by=by, now=now)
            papers.give_out(paper=paper, by=by, now=now)
        for role, said in {"facilitator": "facilitator", "co_facilitator": "co", "note_taker": "notes"}.items():
            if said in row:
                who = self.story.people[row[said]]
                taking_roles.give_role(meeting=row["is"], person=who, role=role, by=by, now=now)

    def _fill_the_agenda(self, row: dict, now: datetime) -> None:
        """What whoever leads it plans takes the places that the template keeps; what members bring comes to it."""
        planner, meeting = self.by(row["facilitator"]), row["is"]
        places = [item for item in agenda.standing(meeting) if item.kind == "content"]
        for title, words, minutes, *member in row["content"]:
            what = {"title": title, "words": words, "minutes": minutes, "now": now}
            if member or not places:
                by = self.by(member[0]) if member else planner
                agenda.add_to_agenda(meeting=meeting, by=by, **what)
            else:
                agenda.change_item(item=places.pop(0), by=planner, **what)
        for item in places:
            agenda.take_off(item=item, why=KEPT_SHORT, by=planner, now=now)

    # On the day

    def _begin(self, row: dict, now: datetime) -> None:
        by = self.by(row["facilitator"])
        row["is"] = living.begin(meeting=row["is"], by=by, now=now)
        for parked in row.get("parked", []):
            self.diary.at(now + timedelta(minutes=50), self._park, row=row, parked=parked)
        if "check" in row:
            self.diary.at(now + timedelta(minutes=45), self._check, row=row)
        self.diary.at(now + timedelta(minutes=100), self._write, row=row)
        self.diary.at(now + timedelta(minutes=row.get("lasted", 118)), self._finish, row=row)

    def _park(self, row: dict, parked: dict, now: datetime) -> None:
        item = parking.park(meeting=row["is"], words=parked["words"], by=self.by(parked["by"]), now=now)
        owner, by = self.story.people[parked["owner"]], self.by(row["facilitator"])
        parking.take_on(item=item, owner=owner, answer_by=parked["answer_by"], by=by, now=now)
        if "answered" in parked:
            self.diary.at(
                moment(parked["answered"], 15),
                parking.answer_parked,
                item=item,
                state=parked.get("state", "answered"),
                answer=parked["answer"],
                by=self.by(parked["owner"]),
            )

    def _check(self, row: dict, now: datetime) -> None:
        """How it feels, by cards held up."""
        by = self.by(row["facilitator"])
        check = checks.open_check(meeting=row["is"], kind="temperature", by=by, now=now)
        for said, how_many in row["check"].items():
            checks.count(check=check, said=said, how_many=how_many, way="card", by=by, now=now)
        checks.close_check(check=check, by=by, now=now)

    def _write(self, row: dict, now: datetime) -> None:
        for note in row["note"]:
            kind = next(kind for kind in ("decision", "point", "action", "quote") if kind in note)
            more: dict[str, Any] = {}
            if kind == "action":
                more = {"owner": self.story.people[note["owner"]], "due_on": note["due"]}
            if kind == "quote":
                more = {"quoted": self.story.people[note["who"]]}
            line = noting.write_line(
                meeting=row["is"], kind=kind, words=note[kind], by=self.by(row["notes"]), now=now, **more
            )
            self._what_comes_of_it(line, note, now)

    def _what_comes_of_it(self, line, note: dict, now: datetime) -> None:
        if "who" in note:
            self.diary.at(now + timedelta(hours=6), noting.allow_quote, line=line, yes=True, by=self.by(note["who"]))
        if "became" in note:
            when = max(moment(note["due"], 16), now)
            by = self.by(note["owner"])
            self.diary.at(when, following.follow_up, line=line, became=note["became"], done=True, by=by)

    def _finish(self, row: dict, now: datetime) -> None:
        by = self.by(row["facilitator"])
        row["is"] = living.finish(meeting=row["is"], by=by, now=now)
        coming.write_who_came(meeting=row["is"], came=self._who_came(row), by=by, now=now)
        self.diary.at(now + timedelta(days=2), self._agree_notes, row=row)

    def _who_came(self, row: dict) -> dict:
        """Each person in the project that day, and how they took part."""
        came, covered = {}, {one["covers"]: one["joined"] for one in self.story.told["member"] if "covers" in one}
        named = {word: way for field, way in WAYS.items() for word in row.get(field, "").split()}
        named |= dict.fromkeys(row.get("before", {}), "views")
        for place in self.story.told["member"]:
            word = place["word"]
            left = place.get("left") or covered.get(word)
            if place["joined"] <= row["starts"] and not (left and left <= row["starts"]):
                usual = "no" if word in NOW_AND_THEN and word not in row.get("also", "").split() else "in-person"
                came[self.story.people[word]] = named.get(word, usual)
        return came

    # Afterwards

    def _agree_notes(self, row: dict, now: datetime) -> None:
        proposal = noting.ask_to_agree(meeting=row["is"], by=self.by(row["notes"]), now=now)
        first = now.toordinal() % len(AGREE)
        for turn, word in enumerate((AGREE[first:] + AGREE[:first])[:8]):
            if word in self._here_at(row):
                when = now + timedelta(days=turn % 6, hours=1 + turn)
                self.diary.at(when, vote, proposal=proposal, said="yes", why="", by=self.story.answers(word))

    def _here_at(self, row: dict) -> set[str]:
        return {place["word"] for place in self.story.told["member"] if place["joined"] <= row["starts"]}
