"""Empties the tables that only grow. Tests that really commit leave rows behind that nothing else could remove."""

from django.db import connection

TABLES = ("kit_entry", "standing_record")


def empty_what_only_grows() -> None:
    for table in TABLES:
        with connection.cursor() as cursor:
            (_again if connection.vendor == "sqlite" else _truncate)(cursor, table)


def _again(cursor, table: str) -> None:
    """Drop the table and make it, its indexes and its guards again, word for word."""
    words = "SELECT sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type = 'table' DESC"
    cursor.execute(words, [table])
    made_by = [sql for (sql,) in cursor.fetchall()]
    cursor.execute(f"DROP TABLE {table}")
    for sql in made_by:
        cursor.execute(sql)


def _truncate(cursor, table: str) -> None:
    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(f"TRUNCATE {table}")
    cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
