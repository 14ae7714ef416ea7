"""Every test in this folder drives a browser, and is marked so."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.axe import Axe
from tests.journeys.hub import PracticeHub, make_practice_hub, serving
from tests.journeys.visitor import Visitor

HERE = Path(__file__).parent
FLAGS = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("journey")


@pytest.fixture(scope="module")
def browser():
    """One browser for a file of tests: while it is open, this process cannot ask a database anything."""
    program = os.environ.get("SIDEBYSIDE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        flags = [*FLAGS, *(["--no-sandbox"] if os.getuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def axe(browser):
    axe = Axe(browser)
    yield axe
    axe.close()


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """The folder of a practice hub that nobody visits. Hubs that are visited are copies of it."""
    ours = tmp_path_factory.getbasetemp()
    return make_practice_hub((ours.parent if os.environ.get("PYTEST_XDIST_WORKER") else ours) / "practice")


@pytest.fixture(scope="session")
def practice_hub(tmp_path_factory, kept):
    served = tmp_path_factory.getbasetemp() / "served"
    shutil.copytree(kept, served)
    with serving(served, SIDEBYSIDE_KEYS=f"{kept}.keys") as address:
        yield PracticeHub(address, served / "hub.sqlite3", kept / "hub.sqlite3")


@pytest.fixture
def hub(practice_hub):
    """A practice hub as it is on its first day."""
    practice_hub.as_new()
    return practice_hub


@pytest.fixture
def visitor(browser, axe):
    """`visitor(address, way)` is somebody who comes to a hub; several may come."""
    came: list[Visitor] = []

    def come(address, way, **more) -> Visitor:
        came.append(Visitor(browser, address, way, axe, **more))
        return came[-1]

    yield come
    for one in came:
        one.context.close()


@pytest.fixture
def as_(visitor, hub):
    """`as_("Amara Venn", way)` is one of the cast, signed in by the button with her name."""

    def sign_in(name, way) -> Visitor:
        me = visitor(hub.address, way)
        me.be(name)
        return me

    return sign_in
