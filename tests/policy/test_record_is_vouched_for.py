"""The record of where a project stands cannot be changed unseen either."""

import pytest
from django.db import connection

from sidebyside.kit.models import Entry
from sidebyside.kit.verify import faults_in_all_rooms
from sidebyside.standing import actions
from sidebyside.standing.models import Round, StandingRecord
from tests.cast import moment
from tests.policy.projects import begin_project, ingredients, member

pytestmark = pytest.mark.django_db
NOW = moment("2024-01-08 10:00")


@pytest.fixture
def project():
    project, officer = begin_project(NOW)
    member(project, officer, "Mona Reeve", NOW)
    return project


def unguard():
    with connection.cursor() as cursor:
        for table in ("standing_record", "kit_entry"):
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            else:
                for event in ("update", "delete", "insert"):
                    cursor.execute(f"DROP TRIGGER {table}_no_{event}")


def faults() -> str:
    return " ".join(faults_in_all_rooms())


def test_a_record_that_was_not_touched_has_no_faults(project):
    assert StandingRecord.objects.count() > 1
    assert faults() == ""


def test_a_label_that_was_rewritten_is_named(project):
    unguard()
    StandingRecord.objects.filter(number=2).update(shown="co-production", claim_state="agreed")

    assert "standing record 2 is not the one that the history vouches for" in faults()


def test_a_record_that_was_taken_out_is_named(project):
    unguard()
    StandingRecord.objects.filter(number=1).delete()

    assert "standing record 1 is missing" in faults()


def test_words_of_a_round_that_were_rewritten_are_named(project):
    round_ = actions.open_round(project=project, why="asked", by=None, now=NOW)
    actions.close_round(round=round_, now=NOW.replace(month=3))
    Round.objects.update(published={name: {"group": "yes", "others": ""} for name in ingredients()})

    assert "are not those that the history vouches for" in faults()


def test_an_entry_that_is_no_longer_one_is_named_too(project):
    unguard()
    Entry.objects.filter(room=project.room, number=2).update(text="nonsense")

    assert f"{project.room}: entry 2 was changed" in faults()
