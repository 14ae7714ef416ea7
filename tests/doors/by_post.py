"""What tests of letters and paper forms stand on: somebody whose door is post, and something that she is asked."""

from datetime import timedelta

from sidebyside.agreements.actions import propose
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models_post import Letter
from sidebyside.doors.post_out import code_of
from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import sheet_of
from sidebyside.projects.joining import invite
from sidebyside.standing.actions import open_round
from tests.cast import make_person

ADDRESS = ["Flat 2", "14 Mill Lane", "Bristol BS1 0AA"]


def by_post(person, *, everything=True, others=("phone",), **more):
    """Her door is post, and (unless said otherwise) she said that everything may come by it."""
    person.door, person.post_address = "post", ADDRESS
    person.reach = {"others": list(others), "says": {"post": "everything"} if everything else {}}
    for name, value in more.items():
        setattr(person, name, value)
    person.save()
    return person


def letter_for(ask) -> Letter:
    """Send what is due, and give the letter that brings this ask."""
    send_what_is_due(now=now())
    return Letter.objects.get(message__ask=ask)


def round_for(cast, person) -> Ask:
    open_round(project=cast.project, why="start", by=None, now=now())
    return person.asks.get(kind="standing.round")


def vote_for(cast, person, *, days=28) -> Ask:
    """A vote that is open long enough for letters there and back."""
    words = {"kind": "way_of_deciding", "subject": "", "words": "We meet on Tuesdays.", "method": "majority"}
    propose(project=cast.project, by=Acting(cast.femi), now=now(), days=days, **words)
    return person.asks.get(kind="agreements.proposal")


def invitation_for(cast, name="Ines Vale") -> Ask:
    """Somebody new, by post, who is asked to join: an open question."""
    person = by_post(make_person(name, email=None), everything=False)
    invite(project=cast.project, person=person, joins_as="lived_expertise", by=Acting(cast.grace), now=now())
    return person.asks.get(kind="projects.join")


def code_on(letter) -> str:
    return code_of(letter.message)


def filled_in(ask, day, *, value=None) -> dict:
    """What the desk sends when it types in a form: the first box of each question, or this one, and a day."""
    asked = sheet_of(ask).questions
    said = {q.name: value or q.choices[0].value for q in asked if q.choices}
    return said | {f"paper_day-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def days(number: int) -> timedelta:
    return timedelta(days=number)
