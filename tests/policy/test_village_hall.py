"""The village hall: a group that does everything on paper scores as well as one that does the same on the web."""

import pytest
from django.db import transaction

from sidebyside.access import checking_in
from sidebyside.access.facts import what_access_shows
from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions.facts import what_meetings_show
from sidebyside.standing.actions import close_round, open_round
from sidebyside.standing.publishing import words_to_publish
from tests.cast import moment
from tests.policy.asking import MAKERS
from tests.standing.world import members

ROUND_OVER = moment("2024-04-02 10:05")


def on_the_web(cast, person) -> Acting:
    return Acting(person)


def on_paper(cast, person) -> Acting:
    """Written at home, posted, and typed in by the hub's desk."""
    return Acting(person, door="post", keyed_by=cast.delia)


def told_us(cast, way) -> dict:
    """A round, what people need, a check-in and a meeting, each answered by everybody in this way; and what it shows."""
    people = [*members(cast, 5), cast.amara, cast.femi]
    round_ = open_round(project=cast.project, why="asked", by=None, now=now())
    checking_in.ask_who_joined(event="", project=cast.project, now=now())
    checking_in.check_in(project=cast.project, people=people, now=now())
    MAKERS["meetings.afterwards"](cast, people[0])
    for ask in Ask.objects.filter(person__in=people, answers=None, withdrawn_at=None).select_related("person"):
        said = {q.name: q.choices[0].value if q.choices else "A taxi" for q in sheet_of(ask).questions}
        take(ask, said, by=way(cast, ask.person), now=now())
    facts = what_access_shows(cast.project, now()) | what_meetings_show(cast.project, now())
    words = words_to_publish(round_)
    close_round(round=round_, now=ROUND_OVER)
    record = cast.project.rounds.get(pk=round_.pk).published
    return {"facts": {name: (fact.status, fact.code) for name, fact in facts.items()}, "words": words, "said": record}


@pytest.fixture
def web(cast):
    """What it shows on the web; then it is as if nobody had said anything."""
    with transaction.atomic():
        told = told_us(cast, on_the_web)
        transaction.set_rollback(True)
    return told


def test_on_paper_the_same_is_shown_as_on_the_web(cast, web):
    paper = told_us(cast, on_paper)

    assert paper == web
    assert set(paper["words"]["access"].values()) & {"yes"}
    assert {status for status, _code in paper["facts"].values()} == {"shown", "partly"}
