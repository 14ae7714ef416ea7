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

    def peak_megabytes(self) -> float | None:
        """The most memory that its processes held, added up. None where the machine does not say."""
        peaks = [
            _peak(folder) for folder in Path("/proc").glob("[0-9]*") if _session(folder) == self.process.running.pid
        ]
        return sum(peaks) / 1024 if peaks else None


def _session(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[3])
    except (OSError, ValueError, IndexError):
        return 0


def _peak(folder: Path) -> int:
    try:
        lines = (folder / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


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
