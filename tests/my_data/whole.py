"""Everything that a hub holds, as text: every table as it lies in the database, and every sealed field opened."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from sidebyside.kit.sealed import SealedJSONField


def whole_database() -> str:
    return "\n".join([*_tables(), *_opened()])


def _tables() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            yield from (f"{table}: {row!r}" for row in cursor.fetchall())


def _opened() -> Iterator[str]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedJSONField):
                kept = model._default_manager.values_list(field.name, flat=True)
                yield from (f"{model._meta.label}.{field.name}: {value!r}" for value in kept)
