"""Makes a hub with many meetings that are going on, and says how its phones ask what is new.

Runs in a process of its own: `python -m bench.live_hub MEETINGS PEOPLE`, with the folder in SIDEBYSIDE_DATA. Prints JSON.
"""

import json
import sys
from datetime import timedelta

import django

NOW = "/room/now/"
AGENDA = (
    ("welcome", "Welcome", 10), ("content", "What we heard", 40), ("break", "A break", 15),
    ("content", "What we do about it", 35), ("process", "How we work together", 20),
)  # fmt: skip


def make(meetings: int, people: int) -> dict:
    """Every meeting has begun, and something is in its car park. Gives the cookies of its seats, and what asking costs."""
    from bench.hubs import count_queries
    from bench.story import Shape, make_project, make_setting
    from sidebyside import setting_up
    from sidebyside.kit import clock

    setting_up.migrate(tell=lambda line: None)
    now = clock.now()
    began = now - timedelta(weeks=8)
    project = make_project(number=1, shape=Shape(rounds=0, proposals=1), setting=make_setting(began), began=began)
    found = [_meeting(project, number, people, now) for number in range(meetings)]
    setting_up.collect_static()
    client = _phone(found[0][0])
    new = count_queries(client, NOW)
    same = count_queries(client, NOW, {"If-None-Match": client.get(NOW, headers={"X-Live": "1"})["ETag"]})
    return {"cookies": [one for cookies in found for one in cookies], "queries": {"new": new, "same": same}}


def _meeting(project, number: int, people: int, now) -> list[str]:
    from django.core.signing import get_cookie_signer

    from sidebyside.people.acting import Acting
    from sidebyside.sessions import checks, hands, living, parking, seat_cookie, seats
    from sidebyside.sessions.models import AgendaItem, Meeting

    by = Acting(project.started_by)
    starts = now - timedelta(minutes=20)
    meeting = Meeting.objects.create(
        project=project, title=f"Meeting {number}", place="The mill hall", starts_at=starts,
        ends_at=starts + timedelta(hours=6), planned_by=by.person, planned_at=starts,
    )  # fmt: skip
    for order, (kind, title, minutes) in enumerate(AGENDA, 1):
        AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title, minutes=minutes)
    meeting = living.begin(meeting=meeting, by=by, now=starts)
    there = seats.make(meeting, people)
    for seat in there[:5]:
        hands.put_up(meeting=meeting, seat=seat, now=now)
        parking.park(meeting=meeting, words=f"What about seat {seat.number}?", now=now)
    check = checks.open_check(meeting=meeting, kind="temperature", by=by, now=now)
    for seat in there:
        checks.answer(check=check, seat=seat, said="good", now=now)
    checks.close_check(check=check, by=by, now=now)
    signer = get_cookie_signer(salt=seat_cookie.NAME + seat_cookie.SALT)
    return [f"{seat_cookie.NAME}={signer.sign(str(seat.pk))}" for seat in there]


def _phone(cookie: str):
    from django.test import Client

    client = Client(raise_request_exception=False)
    name, _, value = cookie.partition("=")
    client.cookies[name] = value
    return client


def main(meetings: int, people: int) -> None:
    django.setup()
    print(json.dumps(make(meetings, people)))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
