"""The web server of a hub, started as `sidebyside serve` is, on one core, and always stopped again."""

import os
import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sidebyside.kit.serve import Process, command

READY_WITHIN = 60  # seconds


@dataclass
class Server:
    port: int
    process: Process

    def peak_megabytes(self) -> tuple[float, float]:
        """The most memory that its processes held, added up; and the part of it that is now the database file, mapped."""
        lines = [line.split() for folder in self._folders() for line in _read(folder / "status").splitlines()]
        found = {name: sum(int(words[1]) for words in lines if words and words[0] == f"{name}:") / 1024
                 for name in ("VmHWM", "RssFile")}  # fmt: skip
        return found["VmHWM"], found["RssFile"]

    def cpu_seconds(self) -> float:
        """How long its processes have worked since they began."""
        fields = [_stat(folder) for folder in self._folders()]
        return sum(int(one[11]) + int(one[12]) for one in fields if one) / os.sysconf("SC_CLK_TCK")

    def _folders(self) -> list[Path]:
        """Its processes, in /proc: those of the session that it began. None on a machine without one."""
        mine = str(self.process.running.pid)
        return [folder for folder in Path("/proc").glob("[0-9]*") if _stat(folder)[3:4] == [mine]]


def _stat(folder: Path) -> list[str]:
    """What /proc says of a process, from its state on; nothing when it is gone."""
    return _read(folder / "stat").rpartition(")")[2].split()


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


@contextmanager
def running(environment: dict[str, str]) -> Iterator[Server]:
    """A server for the hub that this environment names, ready to be asked. On one core; we are on the others."""
    port = _free_port()
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_setaffinity") else []
    if len(cores) > 1:
        os.sched_setaffinity(0, cores[:1])
    process = Process("web server", command("serve", "--port", str(port)), environment)
    try:
        if len(cores) > 1:
            os.sched_setaffinity(0, cores[1:])
        _wait_until_ready(port, process)
        yield Server(port, process)
    finally:
        process.ask_to_stop()
        process.wait_or_kill(time.monotonic() + 15)
        if len(cores) > 1:
            os.sched_setaffinity(0, cores)


def _free_port() -> int:
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return trying.getsockname()[1]


def _wait_until_ready(port: int, process: Process) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        if process.has_ended():
            raise SystemExit("The web server stopped before it was ready.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"The web server was not ready within {READY_WITHIN} seconds.")
