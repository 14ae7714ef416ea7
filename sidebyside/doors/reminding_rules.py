"""When a reminder is due."""

from datetime import datetime, timedelta

SHORTEST = timedelta(days=6)  # what is open for less than this needs no reminder


def due(*, opened_at: datetime, closes_at: datetime, now: datetime) -> bool:
    """Half of the time has passed, of a question that is open for six days at least."""
    return closes_at - opened_at >= SHORTEST and now >= opened_at + (closes_at - opened_at) / 2
