"""What goes out by itself."""

from datetime import datetime

from sidebyside.doors import email_mailbox, email_out, post_out, reminding, text_out
from sidebyside.doors.sending import send_due
from sidebyside.kit.worker import every


@every(minutes=1)
def send_what_is_due(*, now: datetime) -> None:
    send_due(now=now)


@every(minutes=60)
def send_reminders(*, now: datetime) -> None:
    reminding.remind(now=now)


@every(seconds=15)
def send_text_replies(*, now: datetime) -> None:
    text_out.send_replies(now=now)


@every(minutes=60)
def give_up_letters_that_are_too_late(*, now: datetime) -> None:
    post_out.give_up_what_is_too_late(now=now)


@every(minutes=1)
def read_answers_by_email(*, now: datetime) -> None:
    email_mailbox.read_mailbox(now=now)


@every(seconds=15)
def send_email_replies(*, now: datetime) -> None:
    email_out.send_waiting(now=now)
