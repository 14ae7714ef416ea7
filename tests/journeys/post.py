"""A mail server of our own, that keeps what it is given."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller

from tests.journeys.hub import free_port

WITHIN = 20  # seconds


class PostBox:
    def __init__(self):
        self.came: list[EmailMessage] = []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.came.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def next(self) -> EmailMessage:
        """The next email, for which we wait a while."""
        until = time.monotonic() + WITHIN
        while not self.came and time.monotonic() < until:
            time.sleep(0.05)
        assert self.came, f"no email came within {WITHIN} seconds"
        return self.came.pop(0)


@contextmanager
def mail_server() -> Iterator[tuple[PostBox, dict[str, str]]]:
    """What came, and what a hub has to be told to send its email here."""
    box, port = PostBox(), free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield box, {"SIDEBYSIDE_SMTP_HOST": "127.0.0.1", "SIDEBYSIDE_SMTP_PORT": str(port)}
    finally:
        server.stop()


def link_in(email: EmailMessage) -> str:
    return re.search(r"http://\S+", email.get_content())[0]
