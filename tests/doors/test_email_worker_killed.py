"""A worker that is killed at any moment while it sends loses no email; one that comes again carries the same Message-ID."""

import asyncio
import os
import random
import signal
import time
from collections import Counter
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections

from sidebyside.doors.email_names import message_id
from sidebyside.doors.email_out import email
from sidebyside.kit import worker
from sidebyside.people.messages import tell
from sidebyside.people.models import Message
from tests.cast import make_cast, moment
from tests.journeys.hub import free_port
from tests.standing.world import members, proposed

KILLS, EMAILS = 12, 20
CHANCE = random.Random(3)


class Slow:
    """A mail server that keeps what it is given, and takes its time before and after."""

    def __init__(self):
        self.came = []

    async def handle_DATA(self, server, session, envelope) -> str:
        await asyncio.sleep(CHANCE.random() / 50)
        self.came.append(message_from_bytes(envelope.content, policy=policy.default))
        await asyncio.sleep(CHANCE.random() / 50)
        return "250 OK"


@pytest.fixture
def server(settings):
    slow, port = Slow(), free_port()
    controller = Controller(slow, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield slow
    controller.stop()


def a_worker() -> int:
    """A process of its own that works as in earnest. Gives its number."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a pool cannot be shared with another process
    child = os.fork()
    if child == 0:
        try:
            worker.work_for_ever(seconds=0.01)
        finally:
            os._exit(1)
    return child


def wait_until(done, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not done() and time.monotonic() < until:
        time.sleep(0.002)


def everything_sent() -> bool:
    return not Message.objects.filter(sent_at=None).exists()


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.django_db(transaction=True)
def test_killing_the_worker_again_and_again_loses_no_email(server, at, monkeypatch):
    now, cast = at("2024-03-12 10:00"), make_cast()
    for job in [name for name in worker.all_jobs() if not name.endswith("send_what_is_due")]:
        monkeypatch.delitem(worker.all_jobs(), job)
    for person in members(cast, 10):
        person.reach = {"says": {"email": "everything"}}
        person.save()
        tell(person, "card_used", now=now)
    proposed(cast, now)
    Message.objects.exclude(person__name__endswith="Lark").delete()
    assert Message.objects.count() == EMAILS
    email(Message.objects.filter(ask=None)[0], True, now)  # templates and words are read once, not by each worker

    for round_ in range(KILLS + 1):
        at((moment("2024-03-12 10:00") + timedelta(minutes=11 * round_)).strftime("%Y-%m-%d %H:%M"))
        had, more, child = len(server.came), CHANCE.choice([1, 1, 2]), a_worker()
        if round_ == KILLS:
            wait_until(everything_sent, 20)
        else:
            wait_until(lambda had=had, more=more: len(server.came) >= had + more, 2)
            time.sleep(CHANCE.random() / 40)
        kill(child)

    assert_each_came(server.came)


def assert_each_came(emails) -> None:
    """Every message came; what came more than once is the same email by its Message-ID, and is counted once by it."""
    expected = {message_id(message.ref): message.person.email for message in Message.objects.select_related("person")}
    came = Counter(
        (email["Message-ID"], email["To"], email["Subject"], email.get_body().get_content()) for email in emails
    )
    assert everything_sent()
    assert {(name, to) for name, to, *_ in came} == set(expected.items())
    assert len(came) == len(expected) == EMAILS
