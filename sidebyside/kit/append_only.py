"""Tables that only grow. The database itself refuses to change, remove, replace or empty their rows, on both engines."""

from django.db import migrations

SQLITE_TYPES = {
    "id": "integer NOT NULL PRIMARY KEY AUTOINCREMENT",
    "text": "text NOT NULL",
    "int": "integer NOT NULL",
    "time": "datetime NOT NULL",
    "time?": "datetime NULL",
}
POSTGRES_TYPES = {
    "id": "bigserial PRIMARY KEY",
    "text": "text NOT NULL",
    "int": "integer NOT NULL",
    "time": "timestamptz NOT NULL",
    "time?": "timestamptz NULL",
}


def make_append_only(table: str, columns: dict[str, str], unique: list[str]) -> migrations.RunPython:
    """A migration step making `table`.

    columns: name -> "id", "text", "int", "time" or "time?" (may be empty). unique: the columns that name a row.
    On SQLite `INSERT OR REPLACE` would rewrite a row without an UPDATE, so inserting a row that is there is refused too.
    """

    def forwards(apps, schema_editor):
        make = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgres
        for statement in make(table, columns, unique):
            schema_editor.execute(statement)

    def backwards(apps, schema_editor):
        schema_editor.execute(f"DROP TABLE {table}")

    return migrations.RunPython(forwards, backwards)


def _create(table, columns, unique, types):
    rows = ", ".join(f'"{name}" {types[kind]}' for name, kind in columns.items())
    return f"CREATE TABLE {table} ({rows}, UNIQUE ({', '.join(unique)}))"


def _sqlite(table, columns, unique):
    yield _create(table, columns, unique, SQLITE_TYPES)
    same = " AND ".join(f"{name} = NEW.{name}" for name in unique)
    there = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR ({same}))"  # noqa: S608  a migration names the table
    for event, when in [("UPDATE", "1"), ("DELETE", "1"), ("INSERT", there)]:
        yield (
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )


def _postgres(table, columns, unique):
    yield _create(table, columns, unique, POSTGRES_TYPES)
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} only grows'; END $$"
    )
    for name, when in [
        ("change", "UPDATE OR DELETE ON {} FOR EACH ROW"),
        ("truncate", "TRUNCATE ON {} FOR EACH STATEMENT"),
    ]:
        yield f"CREATE TRIGGER {table}_no_{name} BEFORE {when.format(table)} EXECUTE FUNCTION {table}_only_grows()"
