"""Replays one project from its files: how it began, who came and went, what was asked, agreed and not agreed with."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sidebyside.agreements.actions import propose, vote
from sidebyside.example.people import DESK, People
from sidebyside.example.replay import Diary, moment
from sidebyside.projects import actions, advising, joining, meeting
from sidebyside.standing import actions as standing

PACK = {"pack": "bristol-adult-social-care", "pack_version": "1.0.0"}
INGREDIENTS = [
    "values",
    "access",
    "culture",
    "time",
    "money",
    "environment",
    "knowledge",
    "representation",
    "training",
    "power",
]
ROUND_WORDS = {"y": "yes", "p": "partly", "n": "no", "d": "do_not_know"}


class ProjectStory:
    """One project of the worked example. `told` is what its files say; `self.project` is there once it is drafted."""

    def __init__(self, diary: Diary, people: People, told: dict[str, Any]) -> None:
        self.diary, self.people, self.told, self.by = diary, people, told, people.by
        self.answers = people.answering
        self.met: dict[str, Any] = {}  # its meetings by their title
        self.put: dict[str, str] = {}  # what a remark can be about, by the name that the files give it
        diary.at(moment(told["drafted"]), self._draft)
        diary.at(moment(told["begun"]), self._begin)
        for row in told.get("member", []):
            diary.at(moment(row["invited"]), self._invite, row=row)
        for row in told.get("round", []):
            self._round(row)
        for row in told.get("proposal", []):
            diary.at(moment(row["opened"]), self._propose, row=row)
        for row in told.get("disagreement", []):
            diary.at(moment(row["opened"]), self.disagree, row=row, about=row["about"])
        for row in told.get("stage", []):
            diary.at(moment(row["moved"]), self._move_stage, row=row)
        for name in filter(told.get, LATER):
            diary.at(moment(told[name]["since"]), partial(LATER[name], self))

    # How it begins

    def _draft(self, now: datetime) -> None:
        told, by = self.told, self.by(self.told["starter"])
        self.project = actions.start_draft(title=told["title"], slug=told["slug"], by=by, now=now, **PACK)
        actions.describe(
            project=self.project,
            by=by,
            now=now,
            about=told["about"].strip(),
            fixed=told["fixed"].strip(),
            open_to_change=told["open_to_change"].strip(),
            run_by=self.people.organisations.get(told.get("run_by", "")),
        )
        for question, (answer, reason) in told["answers"].items():
            said = {"question": question, "answer": answer, "reason": reason}
            actions.answer_question(project=self.project, by=by, now=now, **said)
        actions.plan_stages(project=self.project, by=by, now=now, **told["plan"])
        if "advice" in told:
            self.diary.at(moment(told["advice"]["asked"]), self._ask_advice)

    def _ask_advice(self, now: datetime) -> None:
        row = self.told["advice"]
        actions.ask_advice(
            project=self.project,
            question=row["question"],
            of=self.people[row["of"]],
            by=self.by(self.told["starter"]),
            now=now,
        )

    def _begin(self, now: datetime) -> None:
        self.project = actions.begin(project=self.project, by=self.by(self.told["starter"]), now=now)

    def _move_stage(self, row: dict, now: datetime) -> None:
        actions.move_stage(project=self.project, by=self.by(row["by"]), now=now)

    # Who comes and goes

    def _invite(self, row: dict, now: datetime) -> None:
        inviter = self.by(row.get("by", self.told["starter"]))
        if "covers" in row:
            place = joining.cover(
                membership=self._place_of(row["covers"]),
                person=self.people[row["word"]],
                for_good=True,
                by=inviter,
                now=now,
            )
        else:
            place = joining.invite(
                project=self.project,
                person=self.people[row["word"]],
                joins_as=row["joins_as"],
                by=inviter,
                now=now,
                organisation=self.people.organisations.get(row.get("organisation", "")),
                offer=row.get("offer", ""),
                paid_by_job=row.get("paid_by_job", False),
            )
        if "joined" in row:
            self.diary.at(
                moment(row["joined"]), joining.answer_invitation, membership=place, yes=True, by=self.by(row["word"])
            )
        if "left" in row:
            self.diary.at(moment(row["left"]), joining.leave, membership=place, by=self.by(row["word"]))

    def _place_of(self, word: str):
        return self.project.memberships.joined().get(person=self.people[word])

    # What people say in a round, which the hub's worker opened by itself

    def _round(self, row: dict) -> None:
        for turn, (word, letters) in enumerate({**row.get("members", {}), **row.get("others", {})}.items()):
            said = {
                ingredient: ROUND_WORDS[letter]
                for ingredient, letter in zip(INGREDIENTS, letters.split(), strict=True)
                if letter in ROUND_WORDS
            }
            when = moment(row["from"], 10 + turn % 8, turn * 7 % 60) + timedelta(days=turn * 5 % row.get("days", 16))
            self.diary.at(when, self._answer_round, word=word, said=said)

    def _answer_round(self, word: str, said: dict[str, str], now: datetime) -> None:
        standing.answer_round(round=self.project.rounds.get(closed_at=None), said=said, by=self.answers(word), now=now)

    # What is put to the group

    def _propose(self, row: dict, now: datetime) -> None:
        proposal = propose(
            project=self.project,
            kind=row["kind"],
            subject=row.get("subject", ""),
            words=row["words"].strip(),
            method=row["method"],
            parts=row.get("parts"),
            review_on=row.get("review_on"),
            by=self.by(row["by"]),
            now=now,
        )
        self.put[row.get("subject") or row["kind"]] = f"proposal:{proposal.ref}"
        for when, word, said in _answers_to(row, now):
            self.diary.at(when, vote, proposal=proposal, **said, by=self.answers(word))

    # Who does not agree

    def disagree(self, row: dict, about: str, now: datetime) -> None:
        disagreement = standing.disagree(
            project=self.project, about=about, words=row["words"], by=self.by(row["by"]), now=now
        )
        if "answered" in row:
            self.diary.at(
                moment(row["answered"]),
                standing.answer_disagreement,
                disagreement=disagreement,
                words=row["answer"],
                by=self.by(row["answered_by"]),
            )
        if "settled" in row:
            self.diary.at(
                moment(row["settled"]), standing.settle_disagreement, disagreement=disagreement, by=self.by(row["by"])
            )


def _answers_to(row: dict, now: datetime) -> Iterator[tuple[datetime, str, dict[str, str]]]:
    """What each says to a proposal and why, on the days after it is put to the group."""
    said = [(word, answer) for answer in ("yes", "no", "stand_aside") for word in row.get(answer, "").split()]
    for turn, (word, answer) in enumerate(said):
        when = now + timedelta(days=turn * 3 % row.get("days", 13), hours=1, minutes=turn)
        yield when, word, {"said": answer, "why": row.get("why", {}).get(word, "")}


def tell_the_story(diary: Diary, lines: Iterable[dict], tell: Callable[[str], object]) -> None:
    """Say what is going on, a line a step, when the replay comes to it."""
    for row in lines:
        diary.at(moment(row["at"]), _say, line=row["line"], tell=tell)


def _say(line: str, tell: Callable[[str], object], now: datetime) -> None:
    tell(f"{now:%Y-%m}: {line}")


def open_to_new_people(story: ProjectStory, now: datetime) -> None:
    """The project opens to new people, and somebody rings and says that she would like to meet it."""
    row, today = story.told["opening"], now.date()
    by, words = story.by(row["by"]), {name: row[name].strip() for name in meeting.SAYS if name != "until_on"}
    until_on = row["until_on"]
    meeting.open_to_new_people(project=story.project, by=by, now=now, today=today, until_on=until_on, **words)
    for said in row.get("hello", []):
        keep = {"project": story.project, "said": said, "door": "phone", "said_on": None, "today": today}
        story.diary.at(moment(row["rang"]), meeting.write_down, by=by, **keep)


def become_advisers(story: ProjectStory, now: datetime) -> None:
    """The desk writes down that these people of the group give advice to other projects."""
    for word in story.told["advisers"]["people"]:
        advising.put_in_advisory_group(person=story.people[word], by=story.by(DESK), now=now)


# What comes once in a project, if its files have it, and what is done then.
LATER = {"opening": open_to_new_people, "advisers": become_advisers}
