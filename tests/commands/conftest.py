"""The commands are run as somebody types them: as programs of their own, with a folder of their own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def clean_environment(**more):
    """What somebody's shell has: none of the settings that the tests themselves run under."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SIDEBYSIDE_", "DJANGO_", "PYTEST_"))
    }
    return kept | {"PYTHONPATH": str(ROOT)} | more


@pytest.fixture(scope="session")
def sidebyside():
    """`done = sidebyside("verify", "--data", folder)`: its exit code, stdout and stderr."""

    def run(*words, **environment):
        return subprocess.run(
            [sys.executable, "-m", "sidebyside", *map(str, words)],
            capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
            cwd=ROOT / "tests", env=clean_environment(**environment),
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def hub(sidebyside, tmp_path_factory):
    """The folder of a real hub with nobody in it."""
    folder = tmp_path_factory.mktemp("somewhere") / "hub"
    done = sidebyside("migrate", "--data", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def free_port():
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return trying.getsockname()[1]


@pytest.fixture
def says_one_sentence():
    """The command failed with this exit code, and said why in one sentence that holds these words."""

    def check(done, words, code):
        assert done.returncode == code, done.stderr
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert done.stdout == ""

    return check
