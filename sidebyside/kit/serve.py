"""Running the two processes of a hub, web and worker, and keeping them running. Needs no Django, so it stays small."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sidebyside.kit.data_folder import CannotGoOn

ROOT = Path(__file__).resolve().parent.parent.parent
THREADS = 4
READY_WITHIN = 60  # seconds
STOP_WITHIN = 15
TOO_OFTEN = (3, 60.0)  # a process that ends three times in a minute is not started again


class Stopped(Exception):
    """Somebody pressed Ctrl-C, or the machine asked us to stop."""


def be_told_to_stop() -> None:
    def stop(*_):
        raise Stopped

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


def check_port(port: int, host: str = "127.0.0.1") -> None:
    """Raises CannotGoOn when the port is taken or not ours to use."""
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
        except PermissionError as error:
            raise CannotGoOn(
                f"Port {port} needs more rights than you have: choose one above 1023 with --port."
            ) from error
        except OSError as error:
            raise CannotGoOn(f"Port {port} is taken by another program: choose another with --port.") from error


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "sidebyside", *words]


def become_web_server(host: str, port: int) -> None:
    """This process becomes the web server; it does not come back."""
    options = {
        "interface": "wsgi", "host": host, "port": port, "workers": 1, "blocking-threads": THREADS, "http": "1",
        "log-level": "warning", "workers-kill-timeout": 10, "respawn-interval": 0.5,
    }  # fmt: skip
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    flags = ["--no-ws", "--respawn-failed-workers", "sidebyside.wsgi:application"]
    os.execve(sys.executable, [sys.executable, "-m", "granian", *words, *flags], _environment())


def _end_with_us() -> None:
    """Runs in the child: when this program is killed outright, the kernel tells the child to stop too (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Process:
    """One of the two processes, in a group of its own, so that Ctrl-C reaches only us."""

    def __init__(self, name: str, words: list[str], environment: dict[str, str]):
        self.name, self.words, self.environment = name, words, environment
        self.ended: list[float] = []
        self.start()

    def start(self) -> None:
        self.running = subprocess.Popen(
            self.words, env=self.environment, start_new_session=True, preexec_fn=_end_with_us, stdin=subprocess.DEVNULL
        )

    def has_ended(self) -> bool:
        return self.running.poll() is not None

    def start_again(self, tell: Callable[[str], None]) -> None:
        """Raises CannotGoOn when it keeps ending."""
        self.kill()
        times, seconds = TOO_OFTEN
        self.ended = [moment for moment in self.ended if time.monotonic() - moment < seconds] + [time.monotonic()]
        if len(self.ended) >= times:
            raise CannotGoOn(f"The {self.name} stopped {times} times in a minute, so Side by Side has stopped.")
        tell(f"The {self.name} stopped by itself. Starting it again.")
        self.start()

    def ask_to_stop(self) -> None:
        if not self.has_ended():
            self.running.terminate()

    def wait_or_kill(self, until: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            self.running.wait(timeout=max(0.1, until - time.monotonic()))
        self.kill()

    def kill(self) -> None:
        """Whatever is left of its group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()


def run_first(words: list[str]) -> None:
    """Run a command to its end before we begin. Raises CannotGoOn with its exit code; it has said why itself."""
    doing = subprocess.Popen(words, env=_environment(), start_new_session=True, preexec_fn=_end_with_us)
    try:
        code = doing.wait()
    except Stopped:
        doing.terminate()
        doing.wait()
        raise
    if code:
        raise CannotGoOn("", code if code > 0 else 1)


def _environment(**more: str) -> dict[str, str]:
    """Ours, with the program importable from wherever it was called."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path, "PYTHONUNBUFFERED": "1"} | more


def run_both(port: int, tell: Callable[[str], None]) -> None:
    """Start web and worker, say when the hub is ready, and keep both going. Raises Stopped or CannotGoOn."""
    address = f"http://127.0.0.1:{port}"
    environment = _environment(SIDEBYSIDE_SITE_URL=os.environ.get("SIDEBYSIDE_SITE_URL", address))
    processes: list[Process] = []
    try:
        tell("Starting the web server")
        processes.append(Process("web server", command("serve", "--port", str(port)), environment))
        tell("Starting the worker")
        processes.append(Process("worker", command("work"), environment))
        _wait_until_ready(f"{address}/health", processes)
        tell(f"Side by Side is ready at {address}")
        while True:
            time.sleep(0.5)
            for process in processes:
                if process.has_ended():
                    process.start_again(tell)
    finally:
        _stop(processes)


def _wait_until_ready(health: str, processes: list[Process]) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        for process in processes:
            if process.has_ended():
                raise CannotGoOn(f"The {process.name} stopped before the hub was ready.")
        if _answers(health):
            return
        time.sleep(0.2)
    raise CannotGoOn(f"The web server did not say it was well within {READY_WITHIN} seconds.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 our own address
            return answer.status == 200
    except OSError:
        return False


def _stop(processes: list[Process]) -> None:
    """Ask both, wait, and end what did not listen. A second Ctrl-C does not leave one of them running."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        process.ask_to_stop()
    until = time.monotonic() + STOP_WITHIN
    for process in processes:
        process.wait_or_kill(until)
