"""Work for later: each kind of job finds its own work in the database, may be run twice, and is claimed by one worker."""

import logging
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import DatabaseError, close_old_connections

from sidebyside.kit import clock
from sidebyside.kit.models import Job

log = logging.getLogger(__name__)
_jobs: dict[str, tuple[timedelta, Callable]] = {}


def every(**gap):
    """Register `job(*, now)` to run each time this much has passed: `@every(minutes=5)`."""

    def register(job):
        _jobs[f"{job.__module__}.{job.__name__}"] = (timedelta(**gap), job)
        return job

    return register


def all_jobs() -> dict[str, tuple[timedelta, Callable]]:
    """Every job, from each part's `jobs.py`."""
    for config in apps.get_app_configs():
        if config.name.startswith("sidebyside.") and find_spec(f"{config.name}.jobs"):
            import_module(f"{config.name}.jobs")
    return _jobs


def claim(name: str, gap: timedelta, *, now: datetime) -> bool:
    """True for exactly one worker, however many are running; the job is next due after `gap`."""
    Job.objects.get_or_create(name=name, defaults={"due_at": now})
    return (
        Job.objects.filter(name=name, due_at__lte=now).update(due_at=now + gap, started_at=now, finished_at=None) == 1
    )


def work_once(*, now: datetime) -> list[str]:
    """Run every job that is due. A job that fails says so, comes back in a minute, and stops no other. Returns what ran."""
    ran = []
    for name, (gap, job) in sorted(all_jobs().items()):
        try:
            ran += _claim_and_run(name, gap, job, now)
        except DatabaseError as error:
            _log(f"claiming {name}", error)
    return ran


def _claim_and_run(name, gap, job, now) -> list[str]:
    if not claim(name, gap, now=now):
        return []
    failed = _run(name, job, now)
    done = {"finished_at": now, "failed": failed} | ({"due_at": now + timedelta(minutes=1)} if failed else {})
    Job.objects.filter(name=name).update(**done)
    return [name]


def each(things: Iterable, do: Callable) -> int:
    """Do this to each thing; one that fails is logged and stops no other, and at the end the job counts as failed.

    Returns how many were done (where `do` gives True). Raises the first error, so that the job comes back soon.
    """
    done, failed = 0, None
    for thing in things:
        try:
            done += bool(do(thing))
        except Exception as error:
            _log(f"one thing of a job ({type(thing).__name__} {thing.pk})", error)
            failed = failed or error
    if failed:
        raise failed
    return done


def _log(what: str, error: Exception) -> None:
    """The kind of error and where, never its text, which could hold what somebody wrote."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    log.error("%s failed: %s at %s:%s", what, type(error).__name__, place.filename, place.lineno)


def _run(name, job, now) -> str:
    """Empty when it went well, else the kind of error (never its text, which could hold what somebody wrote)."""
    try:
        job(now=now)
    except Exception as error:
        _log(name, error)
        return type(error).__name__
    return ""


def work_for_ever(*, seconds: float = 5, stop: Callable[[], bool] = lambda: False) -> None:
    while not stop():
        close_old_connections()
        work_once(now=clock.now())
        time.sleep(seconds)
