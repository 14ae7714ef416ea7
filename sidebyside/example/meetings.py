"""The meeting that is planned in the worked example, and what is booked for it from what people say they need."""

from datetime import datetime

from sidebyside.example.project import ProjectStory
from sidebyside.example.replay import moment
from sidebyside.people.acting import Acting
from sidebyside.sessions import actions
from sidebyside.sessions.rules import BOOKED, Suggestion


def plan_a_meeting(story: ProjectStory, told: dict, now: datetime) -> None:
    """The facilitator plans it, and books the first things that are suggested; the first is booked already."""
    by = story.by(told["by"])
    meeting = actions.plan(
        project=story.project,
        title=told["title"],
        place=told["place"],
        starts_at=moment(told["starts"]),
        ends_at=moment(told["ends"]),
        by=by,
        now=now,
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
