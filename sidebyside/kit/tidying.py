"""After somebody was forgotten, her words lie in no file of an SQLite hub either: not in its log, not in its spare room.

PostgreSQL keeps its own files and logs: it overwrites what is gone in its own time (docs/privacy-and-safety.md).
"""

from django.db import connection


def empty_the_log() -> bool:
    """Bring what is in SQLite's log into the database, and empty the log. False when somebody is reading just then."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _in_log, _moved = cursor.fetchone()
    return not busy


def write_afresh() -> None:
    """Write the whole SQLite database anew, without anything that lay in its spare room. Everybody else waits meanwhile."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        empty_the_log()
