"""The meeting that is planned in the worked example: when people can come, and what is booked from what they say they need."""

from datetime import datetime, timedelta

from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.people.acting import Acting
from sidebyside.sessions import actions, plans, whens
from sidebyside.sessions.rules import BOOKED, Suggestion
from sidebyside.sessions.when_rules import CAN, CANNOT, IF_NEED_BE

SAID = {"y": CAN, "i": IF_NEED_BE, "n": CANNOT}


class Coming:
    """Writes into the diary when people are asked when they can meet, what they say, and what is planned from it."""

    def __init__(self, story: ProjectStory, told: dict) -> None:
        self.story, self.diary, self.told = story, story.diary, told
        self.diary.at(moment(told["asked_when"]), self._ask_when)
        self.diary.at(moment(told["planned"]), self._plan)

    def _ask_when(self, now: datetime) -> None:
        told, long = self.told, moment(self.told["ends"]) - moment(self.told["starts"])
        times = [(moment(day), moment(day) + long) for day in told["times"]]
        self.poll = whens.ask_when(
            project=self.story.project,
            title=told["title"],
            times=times,
            closes_at=moment(told["closes"]),
            by=self.story.by(told["by"]),
            now=now,
        )
        for turn, (word, letters) in enumerate(told["when"].items()):
            when = now + timedelta(days=turn % 9, hours=turn)
            self.diary.at(when, self._say_when, word=word, letters=letters.split())

    def _say_when(self, word: str, letters: list[str], now: datetime) -> None:
        by, options = self.story.answers(word), self.poll.options.order_by("starts_at")
        ask = by.person.asks.get(question=whens.question_of(self.poll))
        said = {option.ref: SAID[letter] for option, letter in zip(options, letters, strict=True)}
        whens.answer_when(ask=ask, said=said, by=by, now=now)

    def _plan(self, now: datetime) -> None:
        """The facilitator plans it, and books the first things that are suggested; the first is booked already."""
        told, by = self.told, self.story.by(self.told["by"])
        meeting = plans.plan_from(
            project=self.story.project,
            template="two-hours",
            title=told["title"],
            place=told["place"],
            way="hybrid",
            join_how="Ring the desk, or use the link in your message.",
            starts_at=moment(told["starts"]),
            ends_at=moment(told["ends"]),
            by=by,
            now=now,
            poll=self.poll.ref,
        )
        suggested = actions.suggested(meeting, by.person, now=now)[: told["bookings"]]
        made = [_book(meeting, one, by, now) for one in suggested]
        actions.change_booking(booking=made[0], state=BOOKED, why_not="", cost_pence=told["cost_pence"], by=by, now=now)


def _book(meeting, one: Suggestion, by: Acting, now: datetime):
    return actions.book(
        meeting=meeting,
        people=one.people,
        what=one.what,
        how_many=one.how_many,
        book_by=one.book_by,
        line=one.line,
        cost_pence=None,
        by=by,
        now=now,
    )
