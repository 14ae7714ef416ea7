"""Small steps that tests of standing and agreements are told in. All through the real actions."""

import re
from datetime import timedelta

from sidebyside.agreements import actions as agreeing
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.standing import actions
from tests.cast import join, make_person

WAY = {"kind": "way_of_deciding", "subject": "", "words": "One person, one voice.", "method": "majority"}
TOLD = {"fixed": True, "kind": "co-production", "ends_on": "2024-09-30", "complain": True}


def members(cast, how_many: int, *, after: int = 0) -> list:
    """More people who join with lived expertise, so that there are enough of them to count. after: how many there are."""
    names = ["Ama", "Ben", "Cai", "Dot", "Eve", "Flo", "Gus", "Hal", "Ivy", "Jo"]
    people = [make_person(f"{name} Lark") for name in names[after : after + how_many]]
    for person in people:
        join(cast.project, person, "lived_expertise", told=TOLD, offer="£12 an hour")
    return people


def recorded(cast, now):
    """Where the project stands is worked out and recorded now."""
    happened("member-joined", project=cast.project, now=now)


def opened_round(cast, now):
    return actions.open_round(project=cast.project, why="asked", by=None, now=now)


def says(round_, person, now, **said):
    """This person answers a round: `says(round_, amara, now, money="no")`, or all ten with `every="yes"`."""
    every = said.pop("every", None)
    names = [
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
    answers = {name: every for name in names if every} | said
    return actions.answer_round(round=round_, said=answers, by=Acting(person=person), now=now)


def closed_round(cast, people, now, *, weeks_ago: int = 1, **said):
    """A round that all of these people answered, closed some weeks ago."""
    opened = now - timedelta(weeks=weeks_ago + 3)
    round_ = opened_round(cast, opened)
    for person in people:
        says(round_, person, opened + timedelta(days=1), **said)
    actions.close_round(round=round_, now=now - timedelta(weeks=weeks_ago))
    round_.refresh_from_db()
    return round_


def proposed(cast, now, **words):
    return agreeing.propose(project=cast.project, by=Acting(person=cast.grace), now=now, **WAY | words)


def votes(proposal, person, said, now, why=""):
    return agreeing.vote(proposal=proposal, said=said, why=why, by=Acting(person=person), now=now)


def refused(action, **kwargs) -> str:
    """The code that an action was refused with, or empty."""
    try:
        action(**kwargs)
    except Refused as refused:
        return refused.verdict.code
    return ""


def page(client, address: str) -> str:
    """A page as it was sent, but for the token that is new on each."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())


def helping(client, helping):
    """She who is signed in here now answers for the member she helps."""
    session = client.session
    session["helping"] = helping.ref
    session.save()
    return client
