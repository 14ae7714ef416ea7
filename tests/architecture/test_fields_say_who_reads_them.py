"""Every field that can hold words says who may read it."""

import pytest
from django.apps import apps
from django.db import models

from sidebyside.kit import readers

WORDS = (models.CharField, models.TextField, models.JSONField)
KNOWN = {value for name, value in vars(readers).items() if name.isupper()}


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("sidebyside.")]


def word_fields(model) -> set[str]:
    return {f.name for f in model._meta.get_fields() if isinstance(f, WORDS) and not getattr(f, "choices", None)}


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_every_field_that_can_hold_words_says_who_may_read_it(model):
    assert word_fields(model) == set(getattr(model, "readers", {}))
    assert set(getattr(model, "readers", {}).values()) <= KNOWN
