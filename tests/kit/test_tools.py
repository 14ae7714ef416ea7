"""Sealed fields fail closed, jobs are claimed once, keys lie outside the data, codes are worded."""

from datetime import date, timedelta

import pytest
from cryptography.fernet import Fernet
from django.db import connection

from sidebyside.kit import worker
from sidebyside.kit.clock import end_of
from sidebyside.kit.keys import read_keys
from sidebyside.kit.models import Job
from sidebyside.kit.sealed import CannotOpen
from sidebyside.people.models import Answer, Ask
from tests.cast import make_person, moment

NOON = moment("2024-03-12 12:00")


@pytest.fixture
def answer(db):
    person = make_person("Ines Carrow")
    ask = Ask.objects.create(
        kind="standing.round", question="q", person=person, room="r", reveals="sealed", minutes=5, opened_at=NOON
    )
    return Answer.objects.create(
        ask=ask, entered_by=person, door="web", said={"time": "no"}, said_at=NOON, recorded_at=NOON
    )


def raw(answer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT said FROM people_answer WHERE id = %s", [answer.pk])
        return cursor.fetchone()[0]


def test_a_sealed_answer_is_not_readable_in_the_database(answer):
    assert "time" not in raw(answer)
    assert Answer.objects.get().said == {"time": "no"}


def test_a_sealed_value_that_was_changed_does_not_open(answer):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_answer SET said = %s", [raw(answer)[:-4] + "AAAA"])

    with pytest.raises(CannotOpen, match="said"):
        Answer.objects.get()


def test_a_sealed_value_opens_with_an_older_key_and_not_with_a_wrong_one(answer, settings):
    settings.FIELD_KEYS = (Fernet.generate_key().decode(), *settings.FIELD_KEYS)
    assert Answer.objects.get().said == {"time": "no"}

    settings.FIELD_KEYS = (Fernet.generate_key().decode(),)
    with pytest.raises(CannotOpen):
        Answer.objects.get()


def test_a_sealed_field_cannot_be_searched(answer):
    with pytest.raises(TypeError, match="cannot be searched"):
        Answer.objects.filter(said="x").exists()


def test_keys_are_made_once_and_only_their_owner_may_read_them(tmp_path):
    folder = tmp_path / "hub.keys"
    first = read_keys(folder)

    assert read_keys(folder) == first
    assert [oct(path.stat().st_mode & 0o777) for path in sorted(folder.iterdir())] == ["0o600", "0o600"]


def test_keys_lie_outside_the_data_folder(settings):
    assert settings.DATA_DIR not in settings.KEYS_DIR.parents
    assert settings.KEYS_DIR != settings.DATA_DIR


def test_a_job_is_claimed_by_exactly_one_worker(db):
    claims = [worker.claim("a.job", timedelta(minutes=5), now=NOON) for _ in range(3)]

    assert claims == [True, False, False]
    assert worker.claim("a.job", timedelta(minutes=5), now=NOON + timedelta(minutes=5))


def test_the_last_day_there_is_has_an_end_too():
    assert end_of(date.max) > end_of(date(9998, 1, 1))


def test_a_job_that_fails_says_which_kind_of_error_and_comes_back(db, monkeypatch):
    def fails(*, now):
        raise ValueError("words somebody wrote")

    monkeypatch.setattr(worker, "all_jobs", lambda: {"a.job": (timedelta(hours=1), fails)})
    worker.work_once(now=NOON)

    job = Job.objects.get(name="a.job")
    assert (job.failed, job.due_at) == ("ValueError", NOON + timedelta(minutes=1))
