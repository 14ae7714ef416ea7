"""Hubs for a browser to visit, each run as it is in earnest: its own folder, its own process, its own port."""

import fcntl
import os
import re
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent
READY_WITHIN = 60  # seconds


def environment(**more: str) -> dict[str, str]:
    """Ours, without what this machine or other tests say about hubs."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SIDEBYSIDE_", "DJANGO_"))}
    return ours | {"PYTHONPATH": str(ROOT)} | more


def run(*words: str, **more: str) -> str:
    """Run one command of ours to its end; gives what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "sidebyside", *words],
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"sidebyside {' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


@contextmanager
def serving(folder: Path, *, name: str = "127.0.0.1", **more: str) -> Iterator[str]:
    """The address of the hub in this folder, served by a process of its own until the block ends."""
    port = free_port()
    address = f"http://{name}:{port}"
    words = [sys.executable, "-m", "sidebyside", "serve", "--data", str(folder), "--port", str(port)]
    with subprocess.Popen(words, env=environment(SIDEBYSIDE_SITE_URL=address, **more)) as server:
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()


def free_port() -> int:
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return trying.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        assert server.poll() is None, "The hub stopped before it was ready."
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The hub was not ready within {READY_WITHIN} seconds.")


class PracticeHub:
    """The worked example, being served. `as_new()` puts back what journeys changed."""

    def __init__(self, address: str, served: Path, kept: Path):
        self.address, self._served, self._kept = address, served, kept

    def as_new(self) -> None:
        with closing(sqlite3.connect(self._kept)) as kept, closing(sqlite3.connect(self._served)) as served:
            kept.backup(served)


def make_practice_hub(folder: Path) -> Path:
    """The practice hub in this folder, made by the first process of the tests that asks."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "practice.json").exists():
            run("practice", "--data", str(folder))
    return folder


@contextmanager
def a_real_hub(folder: Path, *, desk: tuple[str, str], **more: str) -> Iterator[str]:
    """The address of a hub that is not for practice, with one person, who keeps its desk. On PostgreSQL when told so."""
    with _database(os.environ.get("SIDEBYSIDE_DATABASE_URL", "")) as url:
        more |= {"SIDEBYSIDE_DATABASE_URL": url} if url else {}
        run("migrate", "--data", str(folder), **more)
        run("desk", "add", desk[0], "--email", desk[1], "--data", str(folder), **more)
        with serving(folder, **more) as address:
            yield address


@contextmanager
def _database(server: str) -> Iterator[str]:
    """The address of an empty database of its own beside the one that is named; nothing for SQLite."""
    if not server:
        yield ""
        return
    name = f"journey_{secrets.token_hex(4)}"
    own = re.sub(r"(//[^/]*/)[^?]*", rf"\g<1>{name}", server)
    with psycopg.connect(re.sub(r"(//[^/]*/)[^?]*", r"\g<1>postgres", server), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield own
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
