"""What this part does in the background."""

from datetime import datetime

from sidebyside.kit.worker import every
from sidebyside.sessions import actions, afterwards, coming, following, whens


@every(minutes=30)
def ask_after_meetings(*, now: datetime) -> None:
    actions.ask_after_meetings(now=now)


@every(minutes=10)
def close_sheets(*, now: datetime) -> None:
    afterwards.close_sheets(now=now)


@every(minutes=30)
def ask_before_meetings(*, now: datetime) -> None:
    coming.ask_before_meetings(now=now)


@every(minutes=10)
def close_whens(*, now: datetime) -> None:
    whens.close_whens(now=now)


@every(minutes=30)
def tell_what_is_due(*, now: datetime) -> None:
    following.tell_what_is_due(now=now)
