"""What every test stands on: a hub of its own, no network, a clock that can be set, a client that checks each page."""

import atexit
import os
import shutil
import socket
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import django
import pytest
from django.conf import settings

# Settings are read once, when Django starts: the folder they point at must be ours before that.
_folder = tempfile.mkdtemp(prefix="side-by-side-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for name in ("SIDEBYSIDE_KEYS", "SIDEBYSIDE_PRACTICE", "SIDEBYSIDE_HTTPS", "SIDEBYSIDE_SMTP_HOST", "SIDEBYSIDE_DEBUG"):
    os.environ.pop(name, None)
os.environ["SIDEBYSIDE_DATA"] = f"{_folder}/hub"
os.environ["SIDEBYSIDE_TEST_SQLITE"] = f"{_folder}/test.sqlite3"  # a file: threads share no database in memory
Path(f"{_folder}/hub/static").mkdir(parents=True)  # where collected static files would be
os.environ["DJANGO_SETTINGS_MODULE"] = "sidebyside.settings"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]  # or pytest-xdist's workers would read the settings before they come here
if not str(settings.DATA_DIR).startswith(str(Path(_folder).resolve())):
    raise RuntimeError(
        "Settings were read before tests/conftest.py: do not name them in pyproject.toml or the environment."
    )

_connect = socket.socket.connect


def _only_here(self, address, *rest):
    """Tests speak to nobody but this machine."""
    if self.family != socket.AF_UNIX and str(address[0]) not in ("127.0.0.1", "localhost", "::1"):
        raise OSError(f"a test tried to reach {address[0]}; tests do not use the network")
    return _connect(self, address, *rest)


@pytest.fixture(autouse=True, scope="session")
def no_network():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _only_here)
        yield


@pytest.fixture(autouse=True)
def quick_and_plain(settings):
    """Words are hashed the quick way, and static files are served under their own names."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def at(monkeypatch, settings):
    """`now = at("2024-03-12 10:00")` stops the hub's clock there, by the clocks in London, and gives that moment."""
    from tests.cast import moment

    def stop(text: str):
        then = moment(text)
        settings.CLOCK_SHIFT = timedelta(0)
        monkeypatch.setattr("sidebyside.kit.clock.timezone", SimpleNamespace(now=lambda: then))
        return then

    return stop


@pytest.fixture
def cast(db, at):
    """The eight people and the desk, in `our-project`. The hub's clock stands on 12 March 2024."""
    from tests.cast import make_cast

    at("2024-03-12 10:00")
    return make_cast()


@pytest.fixture
def client(db):
    """Somebody who is not signed in. Every page she opens is checked."""
    from tests.client import CheckingClient

    return CheckingClient()


@pytest.fixture
def as_(db):
    """`as_(person)` is a client signed in as her; `as_(None)` is one not signed in."""
    from tests.client import CheckingClient

    def sign_in(person, *, enforce_csrf_checks=False):
        client = CheckingClient(enforce_csrf_checks=enforce_csrf_checks)
        if person is not None:
            client.sign_in(person)
        return client

    return sign_in


@pytest.fixture(autouse=True)
def nothing_committed_stays(request):
    """A test that really commits leaves nothing behind, not even in the tables that only grow."""
    yield
    mark = request.node.get_closest_marker("django_db")
    if mark and mark.kwargs.get("transaction"):
        from tests.emptying import empty_what_only_grows

        request.getfixturevalue("django_db_blocker").unblock()
        empty_what_only_grows()
        request.getfixturevalue("django_db_blocker").restore()
