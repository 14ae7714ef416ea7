"""Work for later: each kind of job finds its own work in the database, may be run twice, and is claimed by one worker."""

import logging
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import close_old_connections

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
        if claim(name, gap, now=now):
            ran.append(name)
            failed = _run(name, job, now)
            done = {"finished_at": now, "failed": failed} | ({"due_at": now + timedelta(minutes=1)} if failed else {})
            Job.objects.filter(name=name).update(**done)
    return ran


def _run(name, job, now) -> str:
    """Empty when it went well, else the kind of error (never its text, which could hold what somebody wrote)."""
    try:
        job(now=now)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s failed: %s at %s:%s", name, type(error).__name__, place.filename, place.lineno)
        return type(error).__name__
    return ""


def work_for_ever(*, seconds: float = 5, stop: Callable[[], bool] = lambda: False) -> None:
    while not stop():
        close_old_connections()
        work_once(now=clock.now())
        time.sleep(seconds)
