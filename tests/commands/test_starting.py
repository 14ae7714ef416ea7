"""script/start, from an empty folder to a clean stop, and the two processes it keeps running."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from sidebyside.kit import serve
from sidebyside.kit.data_folder import CannotGoOn
from tests.commands.conftest import ROOT, clean_environment


class Started:
    """`script/start` on a free port, with what it printed so far. Stopped at the end of its `with`, whatever happened."""

    def __init__(self, folder, port):
        self.told = folder.parent / "told"
        words = [ROOT / "script" / "start", "--port", str(port), "--data", folder]
        with self.told.open("w") as out:
            self.process = subprocess.Popen(
                words, stdout=out, stderr=out, env=clean_environment(), cwd=folder.parent, start_new_session=True
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()

    def said(self):
        return self.told.read_text()

    def wait_for(self, words, seconds=180):
        until = time.monotonic() + seconds
        while words not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)

    def children(self):
        """The process ids of the web server and of the worker, by the command each runs."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        found = {}
        for line in listed.stdout.splitlines():
            pid, _, words = line.strip().partition(" ")
            found["worker" if words.endswith("work") else "web"] = int(pid)
        return found

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("start") / "practice"


def gone(pid):
    """Does it run no more? One that ended and was not yet fetched has no words left; a number may be another's by now."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return b"granian" not in words and b"sidebyside" not in words


def health(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
        return answer.status


def test_a_practice_hub_starts_from_nothing_answers_and_stops_cleanly(folder, free_port):
    with Started(folder, free_port) as started:
        started.wait_for(f"Side by Side is ready at http://127.0.0.1:{free_port}\n")
        children = started.children()

        assert set(children) == {"web", "worker"}
        assert health(free_port) == 200
        assert started.stop(signal.SIGTERM) == 0
    assert all(gone(pid) for pid in children.values())
    assert "Traceback" not in started.said()


def test_a_process_that_is_killed_is_started_again_and_ctrl_c_stops_all(folder, free_port):
    with Started(folder, free_port) as started:
        started.wait_for("Side by Side is ready")
        before = started.children()
        os.kill(before["worker"], signal.SIGKILL)
        started.wait_for("The worker stopped by itself. Starting it again.", seconds=10)
        os.kill(before["web"], signal.SIGKILL)
        started.wait_for("The web server stopped by itself. Starting it again.", seconds=10)
        after = started.children()

        assert before["worker"] != after["worker"]
        assert before["web"] != after["web"]
        assert started.stop(signal.SIGINT) == 0
    assert all(gone(pid) for pid in [*before.values(), *after.values()])


def test_a_process_that_keeps_ending_is_given_up_and_said():
    process = serve.Process("worker", [sys.executable, "-c", ""], dict(os.environ))
    told = []
    for _ in range(2):
        process.running.wait()
        process.start_again(told.append)

    with pytest.raises(CannotGoOn, match="The worker stopped 3 times in a minute"):
        process.start_again(told.append)
    assert told == ["The worker stopped by itself. Starting it again."] * 2


@pytest.fixture
def bare_machine(tmp_path):
    """A copy of the scripts on a machine whose only Python is `python3`, a program we write."""
    shutil.copytree(ROOT / "script", tmp_path / "side" / "script")
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname", "head", "mktemp", "cat", "rm"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))

    def start(python):
        program = tmp_path / "bin" / "python3"
        program.write_text(f"#!/bin/sh\n{python}\n")
        program.chmod(0o755)
        return subprocess.run(
            [tmp_path / "side" / "script" / "start"],
            env={"PATH": str(tmp_path / "bin")},
            capture_output=True,
            text=True,
            check=False,
        )

    return start


def test_a_python_that_is_too_old_is_one_sentence(bare_machine, says_one_sentence):
    done = bare_machine('[ "$1" = --version ] && echo "Python 3.9.2"; exit 1')

    says_one_sentence(done, "Side by Side needs Python 3.11 or newer, and found Python 3.9.2.", 1)


def test_a_python_without_venv_is_one_sentence_that_says_what_to_install(bare_machine, says_one_sentence):
    done = bare_machine('case "$2" in *ensurepip*) exit 1;; esac')

    says_one_sentence(done, "install it (on Debian: apt install python3-venv)", 1)
