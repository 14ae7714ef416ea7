"""Who carries our text messages: GOV.UK Notify, any provider over HTTP, or a folder of files for practice.

Each has `send(number, words, *, reference, again)`: it carries one text, or raises CouldNotSend. `again`: this reference was
tried before and broke off, so find out first whether it went.
"""

from pathlib import Path
from typing import Protocol

import requests
from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from sidebyside.doors.sending import CouldNotSend

SECONDS = 20
LATER = {408, 425, 429}  # too slow, too early, too many: worth another try, like anything from 500


class Provider(Protocol):
    def send(self, number: str, words: str, *, reference: str, again: bool) -> None: ...


def provider() -> Provider | None:
    """The one that this hub is set to use, or None."""
    makers: dict[str, type[Notify] | type[OverHttp] | type[Files]] = {
        "notify": Notify,
        "http": OverHttp,
        "files": Files,
    }
    return makers[settings.TEXTS_BY]() if settings.TEXTS_BY else None


class Notify:
    """GOV.UK Notify, for public bodies. Its template holds one thing: ((message)). Asked by reference before a repeat."""

    def __init__(self) -> None:
        self.client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=SECONDS)

    def send(self, number: str, words: str, *, reference: str, again: bool) -> None:
        try:
            if again and self.client.get_all_notifications(reference=reference)["notifications"]:
                return
            self.client.send_sms_notification(
                number, settings.NOTIFY_TEXT_TEMPLATE, personalisation={"message": words}, reference=reference
            )
        except APIError as error:
            raise _could_not(error.status_code) from error


class OverHttp:
    """POST {"to", "text", "reference"} as JSON with a bearer token. The reference is sent as Idempotency-Key too."""

    def send(self, number: str, words: str, *, reference: str, again: bool) -> None:
        headers = {"Authorization": f"Bearer {settings.TEXT_TOKEN}", "Idempotency-Key": reference}
        body = {"to": number, "text": words, "reference": reference}
        try:
            reply = requests.post(settings.TEXT_URL, json=body, headers=headers, timeout=SECONDS, allow_redirects=False)
        except requests.RequestException as error:
            raise CouldNotSend("text_not_taken", again=True) from error
        if reply.status_code >= 300:
            raise _could_not(reply.status_code)


class Files:
    """One file a text, named by its reference, so that a repeat is the same file."""

    def send(self, number: str, words: str, *, reference: str, again: bool) -> None:
        folder = Path(settings.DATA_DIR) / "texts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{reference}.txt").write_text(f"To: {number}\n\n{words}\n", encoding="utf-8")


def _could_not(status: int) -> CouldNotSend:
    return CouldNotSend("text_not_taken", again=status >= 500 or status in LATER)
