"""The worked example, made once for all tests of this folder: making it takes longest of all that tests do."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client, override_settings

from sidebyside import example
from sidebyside.projects.models import Project
from sidebyside.standing import reading, rules

POLICY = "bristol-policy"
OCTOBER = date(2024, 10, 31)


@dataclass
class Made:
    """The hub, what its newest record showed at each month's end, and what was known at the end of October 2024."""

    folder: Path
    lines: list[str] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)  # what the public page said then
    known: rules.Known | None = None

    def month_ended(self, day: date, now: datetime) -> None:
        project = Project.objects.get(slug=POLICY)
        self.shown[day.isoformat()] = reading.newest(project).shown
        page = Client().get(f"/label/{POLICY}/").content.decode()
        self.read[day.isoformat()] = re.search(r"What it can show so far is ([A-Za-z-]+)\.", page)[1]
        if day == OCTOBER:
            self.known = reading.known(project, now)


@pytest.fixture(scope="package")
def made_once(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once, and taken back at its end."""
    made = Made(tmp_path_factory.mktemp("practice"))
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    there = {"STORAGES": plain, "TEXTS_BY": "files", "DATA_DIR": made.folder}  # as in a practice hub
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(**there):
        example.make(made.folder, tell=made.lines.append, month_ended=made.month_ended)
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def made(made_once):
    """The hub as it was made: what a test does to it is taken back."""
    with transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
