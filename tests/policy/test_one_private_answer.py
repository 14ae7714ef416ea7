"""Two hubs that differ in one private answer look the same, to the byte, to everybody else, until the round closes."""

import io
import json
from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import transaction

from sidebyside.agreements import actions as agreements
from sidebyside.kit.models import Entry
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message
from sidebyside.standing import actions
from sidebyside.standing.commands import standing_command
from tests.crawl import crawl
from tests.policy.projects import ingredients

pytestmark = pytest.mark.django_db


class Undo(Exception):
    """Ends a world that was only looked at."""


def in_a_world_where(happens, look):
    """What `look` sees after `happens`; afterwards nothing of it is left."""
    seen = {}
    try:
        with transaction.atomic():
            happens()
            seen = look()
            raise Undo
    except Undo:
        return seen


def everything_others_see(cast, as_, but):
    """Every page, the command, the messages and the history, as everybody but these people can have them.

    Each signs in once, before the worlds part: when she last did is among what is held about her.
    """
    people = {name: as_(person) for name, person in {**cast.people(), "nobody": None}.items() if name not in but}
    cookies = deepcopy({name: client.cookies for name, client in people.items()})

    def look():
        for name, client in people.items():
            client.cookies = deepcopy(cookies[name])
        seen = {
            (name, path): body
            for name, client in people.items()
            for path, body in crawl(client, more=[f"/label/{cast.project.slug}/"], of_a_sort=3).items()
        }
        out = io.StringIO()
        standing_command(cast.project.slug, None, True, out)
        messages = json.dumps(
            list(
                Message.objects.exclude(person__name__in=but)
                .order_by("id")
                .values("person_id", "code", "values", "door")
            )
        )
        history = list(Entry.objects.order_by("id").values_list("text", flat=True))
        return seen | {"command": out.getvalue(), "messages": messages, "history": history}

    return look


def differences(one, other):
    return [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]


@pytest.fixture
def round_(cast, at):
    return actions.open_round(project=cast.project, why="start", by=None, now=at("2024-03-12 10:00"))


@pytest.fixture
def proposal(cast, at):
    return agreements.propose(
        project=cast.project,
        kind="way_of_deciding",
        subject="",
        words="By majority.",
        method="majority",
        by=Acting(cast.grace),
        now=at("2024-03-12 10:00"),
    )


def test_nobody_else_can_tell_how_or_whether_she_answered_a_round_and_voted(cast, as_, at, round_, proposal):
    now, look = at("2024-03-12 10:00"), everything_others_see(cast, as_, {"amara"})

    def says_no():
        actions.answer_round(round=round_, said=dict.fromkeys(ingredients(), "no"), by=Acting(cast.amara), now=now)
        agreements.vote(proposal=proposal, said="no", why="", by=Acting(cast.amara), now=now)

    silent, said = in_a_world_where(lambda: None, look), in_a_world_where(says_no, look)

    assert len(silent) > 60
    assert differences(silent, said) == []


def test_when_the_round_has_closed_only_words_are_published_and_never_counts(cast, as_, at, round_):
    actions.answer_round(round=round_, said={"time": "yes"}, by=Acting(cast.amara), now=at("2024-03-12 10:00"))
    work_once(now=at("2024-03-12 10:00") + timedelta(weeks=4))
    round_.refresh_from_db()

    assert set(round_.published["time"]) == {"group", "others"}
    assert set(round_.published["time"].values()) <= {"yes", "partly", "no", "do_not_know", "not_enough", ""}
