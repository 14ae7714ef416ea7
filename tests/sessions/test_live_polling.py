"""Pages of the room ask what is new: that costs next to nothing, tells everybody everything, and nobody what is another's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.sessions import checks, hands, living, parking, seats
from sidebyside.sessions.models import SeatAnswer
from tests.client import CheckingClient
from tests.crawl import TOKEN
from tests.policy.test_one_private_answer import in_a_world_where
from tests.sessions.live import PART, ask, begun, live, sit

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast, at):
    at("2024-03-12 14:05")
    return begun(cast)


@pytest.fixture
def phone(client, meeting):
    return sit(client, meeting, 3)


def test_nothing_new_costs_a_handful_of_queries_and_draws_nothing(phone, cast, as_, meeting):
    grace = as_(cast.grace)
    for client, address, most in (
        (phone, "/room/now/", 1),
        (grace, live(meeting, "table/now/"), 9),
        (grace, live(meeting, "screen/now/"), 8),
    ):
        version = ask(client, address)["ETag"]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            response = ask(client, address, version)
        assert (response.status_code, response.content) == (304, b"")
        assert len(asked) <= most, "\n".join(one["sql"] for one in asked)


def test_nothing_is_new_either_to_a_browser_that_is_sent_compressed_pages(phone):
    packed = {"X-Live": "1", "Accept-Encoding": "gzip"}
    version = phone.get("/room/now/", headers=packed, unchecked=PART)["ETag"]

    assert phone.get("/room/now/", headers=packed | {"If-None-Match": version}, unchecked=PART).status_code == 304


def test_whatever_happens_in_the_room_is_new_to_everybody(phone, cast, as_, meeting, at):
    grace, by = as_(cast.grace), Acting(cast.grace)
    check = checks.open_check(meeting=meeting, kind="temperature", by=by, now=now())
    happens = [
        lambda: living.go_on(meeting=meeting, by=by, now=now()),
        lambda: living.signal(meeting=meeting, kind="slow_down", now=now()),
        lambda: hands.put_up(meeting=meeting, called="Walter", now=now()),
        lambda: parking.park(meeting=meeting, words="The taxi", now=now()),
        lambda: checks.count(check=check, said="good", how_many=3, way="card", by=by, now=now()),
        lambda: checks.close_check(check=check, by=by, now=now()),
        lambda: living.finish(meeting=meeting, by=by, now=now()),
    ]
    pages = [(phone, "/room/now/"), (grace, live(meeting, "table/now/")), (grace, live(meeting, "screen/now/"))]
    for happen in happens:
        versions = [ask(client, address)["ETag"] for client, address in pages]
        happen()
        found = [ask(client, page, version) for (client, page), version in zip(pages, versions, strict=True)]
        assert [one.status_code for one in found] == [200, 200, 200]


def test_what_others_answer_is_not_new_until_the_check_closes(phone, cast, meeting):
    check = checks.open_check(meeting=meeting, kind="temperature", by=Acting(cast.grace), now=now())
    version = ask(phone, "/room/now/")["ETag"]
    sit(CheckingClient(), meeting, 4).post(f"/room/checks/{check.ref}/", {"said": "good"})

    assert SeatAnswer.objects.count() == 1
    assert ask(phone, "/room/now/", version).status_code == 304


@pytest.mark.parametrize("closed", [False, True])
def test_nobody_can_tell_what_one_seat_said(cast, as_, phone, meeting, closed):
    check = checks.open_check(meeting=meeting, kind="temperature", by=Acting(cast.grace), now=now())
    (grace, seat), seen = (as_(cast.grace), seats.make(meeting, 12)[6]), {}
    pages = [(phone, "/room/"), (grace, live(meeting, "table/")), (grace, live(meeting, "screen/"))]

    def others() -> list[bytes]:
        return [TOKEN.sub(b"", client.get(address).content) for client, address in pages]

    for said in ("good", "not_good"):

        def happens(said=said):
            checks.answer(check=check, seat=seat, said=said, now=now())
            if closed:
                checks.close_check(check=check, by=Acting(cast.grace), now=now())

        seen[said] = in_a_world_where(happens, others)
    assert seen["good"] == seen["not_good"]
    assert len(seen["good"]) == 3


def test_pages_cost_no_more_when_there_is_more_to_see(phone, cast, as_, meeting):
    grace = as_(cast.grace)

    def cost() -> list[int]:
        found = []
        for client, address in ((phone, "/room/"), (grace, live(meeting, "table/")), (grace, live(meeting, "screen/"))):
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            found.append(len(asked))
        return found

    def happens(number: int) -> None:
        by = Acting(cast.grace)
        parking.park(meeting=meeting, words=f"Thing {number}", now=now())
        hands.put_up(meeting=meeting, called=f"Name {number}", now=now())
        check = checks.open_check(meeting=meeting, kind="temperature", by=by, now=now())
        checks.count(check=check, said="good", how_many=3, way="card", by=by, now=now())
        checks.close_check(check=check, by=by, now=now())

    happens(1)
    few = cost()
    for number in range(2, 9):
        happens(number)
    assert cost() == few
    assert max(few) <= 25
