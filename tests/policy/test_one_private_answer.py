"""Two hubs that differ in one private answer look the same, to the byte, to everybody else, until the round closes."""

import io
import json
from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import transaction

from sidebyside.agreements import actions as agreements
from sidebyside.kit.events import happened
from sidebyside.kit.models import Entry
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message
from sidebyside.people.sheets import take
from sidebyside.sessions import checks, living, seats
from sidebyside.sessions.afterwards import ask_after_meetings
from sidebyside.sessions.models import Check, Meeting, Seat, SeatAnswer, SeatTaken
from sidebyside.standing import actions
from sidebyside.standing.commands import standing_command
from tests.crawl import TOKEN, crawl
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


def everything_others_see(cast, as_, but, *, of_a_sort=3):
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
            for path, body in crawl(client, more=[f"/label/{cast.project.slug}/"], of_a_sort=of_a_sort).items()
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


@pytest.fixture
def meeting(cast, at):
    """A meeting that goes on, where the room is asked how it feels, and one that is over, of which people are asked."""
    now, by = at("2024-03-12 10:00"), {"by": Acting(cast.grace), "now": at("2024-03-12 10:00")}
    for title, days in (("Over", -1), ("Now", 0)):
        starts = now + timedelta(days=days, minutes=-30)
        times = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
        Meeting.objects.create(
            project=cast.project, title=title, place="Hall", planned_by=cast.grace, planned_at=starts, **times
        )
    happened("project-started", project=cast.project, now=now)
    ask_after_meetings(now=now)
    made = living.begin(meeting=Meeting.objects.get(title="Now"), **by)
    seats.make(made, 3)
    checks.open_check(meeting=made, kind="temperature", **by)
    return made


def test_nobody_else_can_tell_what_one_said_of_a_meeting_or_from_a_seat(cast, as_, client, at, meeting):
    now = at("2024-03-12 10:00")
    seat, mine, check = *meeting.seats.order_by("number")[:2], meeting.checks.get()
    client.get(f"/room/{seats.code_of(meeting, mine.number)}/", follow=True)
    others = everything_others_see(cast, as_, {"amara", "otto", "morag", "edwin", "nadia"}, of_a_sort=1)
    ask = cast.amara.asks.get(kind="meetings.afterwards")

    def look():
        rooms = {path: TOKEN.sub(b"", client.get(path).content) for path in ("/room/", "/room/now/?seen=0")}
        return others() | rooms

    def says(felt, seat_says):
        take(ask, {"all": "no", "felt": felt, "words": f"It was {felt}."}, by=Acting(cast.amara), now=now)
        checks.answer(check=check, seat=seat, said=seat_says, now=now)

    silent, said = in_a_world_where(lambda: None, look), in_a_world_where(lambda: says("not_good", "not_good"), look)

    assert len(silent) > 60
    assert differences(silent, said) == []


def test_nothing_kept_joins_what_a_seat_said_with_a_person():
    joined = {model: {f.related_model for f in model._meta.fields if f.related_model} for model in (Seat, SeatAnswer)}
    times = [
        f.name for model in (Seat, SeatAnswer, SeatTaken) for f in model._meta.fields if "Date" in type(f).__name__
    ]

    assert joined == {Seat: {Meeting}, SeatAnswer: {Check, Seat}}
    assert {f.name for f in SeatTaken._meta.fields} == {"id", "meeting", "person"}
    assert times == []


def test_the_order_in_which_people_come_in_says_nothing_of_which_seat_they_have(cast, at, meeting):
    people = [cast.amara, cast.walter, cast.femi]
    free = []
    for person in people:
        free.append(set(seats._free(meeting)))
        assert seats.come_in(meeting=meeting, by=Acting(person), now=at("2024-03-12 10:00")) in free[-1]

    assert min(len(found) for found in free) >= seats.BY_CHANCE
