"""A field that is encrypted in the database, opens only with the hub's keys, and fails closed."""

import json
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class CannotOpen(Exception):
    """A sealed value that these keys cannot open, or that was moved here from somewhere else."""


@lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


class SealedJSONField(models.TextField):
    """Any JSON value, sealed with the newest key and bound to its model and field. It cannot be searched."""

    def _place(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value):
        if value is None:
            return None
        return _box(settings.FIELD_KEYS).encrypt(json.dumps([self._place(), value]).encode()).decode()

    def from_db_value(self, value, expression, connection):
        if value is None:
            return None
        try:
            place, opened = json.loads(_box(settings.FIELD_KEYS).decrypt(value.encode()))
        except InvalidToken as error:
            raise CannotOpen(self._place()) from error
        if place != self._place():
            raise CannotOpen(self._place())
        return opened

    def to_python(self, value):
        return value

    def get_lookup(self, lookup_name):
        if lookup_name != "isnull":
            raise TypeError("a sealed field cannot be searched")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name):
        raise TypeError("a sealed field cannot be searched")
