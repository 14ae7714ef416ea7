"""A practice hub lists its cast and lets anybody be one of them. A real hub has no such page."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.urls import reverse

from tests.cast import make_person

ADDRESS = "/practice/sign-in"


@pytest.fixture
def practice(cast, settings, tmp_path):
    """This hub is a practice hub whose cast is Amara and Walter."""
    parts = [
        {"person": cast.amara.ref, "name": cast.amara.name, "who": "A member who uses Easy Read.", "word": "amara"},
        {"person": cast.walter.ref, "name": cast.walter.name, "who": "A member with no account.", "word": "walter"},
    ]
    (tmp_path / "practice.json").write_text(json.dumps({"shift_seconds": 0, "cast": parts}))
    settings.PRACTICE, settings.DATA_DIR = True, tmp_path
    return cast


def who_is_in(client) -> str:
    reply = client.get(reverse("me"))
    return reply.wsgi_request.person.name if reply.status_code == 200 else ""


@pytest.mark.parametrize("asked", ["amara", "Amara Venn", "the opaque name"])
def test_anybody_may_be_one_of_the_cast(asked, practice, client):
    asked = practice.amara.ref if asked == "the opaque name" else asked

    assert client.post(ADDRESS, {"person": asked})["Location"] == "/"

    assert who_is_in(client) == "Amara Venn"


def test_the_sign_in_page_of_a_practice_hub_lists_the_cast_a_button_each(practice, client):
    page = client.get(reverse("sign-in")).content.decode()

    assert page.count(f'action="{ADDRESS}"') == 2
    assert "A member who uses Easy Read." in page
    assert "This is a practice hub." in page


def test_going_from_one_to_another_leaves_nothing_of_the_first_behind(practice, client):
    client.post(ADDRESS, {"person": "amara"})
    client.post(ADDRESS, {"person": "walter"})

    assert who_is_in(client) == "Walter Pell"


def test_nobody_outside_the_cast_can_be_signed_in_as_even_in_practice(practice, client):
    for asked in ("Grace Tolland", practice.grace.ref, practice.grace.email, "", "nobody"):
        assert client.post(ADDRESS, {"person": asked}).status_code == 404
    assert who_is_in(client) == ""


def test_a_real_hub_has_no_such_page_and_lists_nobody(practice, client, settings):
    settings.PRACTICE = False

    assert client.post(ADDRESS, {"person": "amara"}).status_code == 404
    assert who_is_in(client) == ""
    page = client.get(reverse("sign-in")).content.decode()
    assert ADDRESS not in page
    assert practice.amara.name not in page


def test_a_hub_told_that_it_is_practice_but_with_no_cast_lets_nobody_in(cast, client, settings, tmp_path):
    settings.PRACTICE, settings.DATA_DIR = True, tmp_path

    assert client.post(ADDRESS, {"person": "amara"}).status_code == 404


@pytest.mark.parametrize(("with_file", "expected"), [(False, "False"), (True, "True")])
def test_settings_make_a_hub_practice_only_where_its_data_folder_says_so(with_file, expected, tmp_path):
    if with_file:
        (tmp_path / "practice.json").write_text('{"shift_seconds": 0, "cast": []}')
    say = "from sidebyside import settings; print(settings.PRACTICE)"
    others = {name: value for name, value in os.environ.items() if name != "SIDEBYSIDE_DATABASE_URL"}
    env = {**others, "SIDEBYSIDE_DATA": str(tmp_path), "SIDEBYSIDE_KEYS": str(tmp_path / "keys")}

    said = subprocess.run(
        [sys.executable, "-c", say], env=env, cwd=django_settings.ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == expected


def test_opening_the_practice_address_does_nothing(practice, client):
    assert client.get(ADDRESS, unchecked="the answer has no page").status_code == 405


def test_somebody_made_in_a_practice_hub_later_is_not_in_its_cast(practice, client):
    make_person("Amara Venn Two", email="two@example.org")

    assert client.post(ADDRESS, {"person": "Amara Venn Two"}).status_code == 404


def test_a_practice_hub_never_uses_a_named_database(tmp_path):
    """Anybody can sign in to a practice hub, so it must not open a real one."""
    (tmp_path / "practice.json").write_text('{"shift_seconds": 0, "cast": []}')
    env = {**os.environ, "SIDEBYSIDE_DATA": str(tmp_path), "SIDEBYSIDE_DATABASE_URL": "postgresql://x@/y"}
    said = subprocess.run(
        [sys.executable, "-c", "from sidebyside import settings"],
        env=env,
        cwd=django_settings.ROOT,
        capture_output=True,
        text=True,
    )

    assert said.returncode
    assert "never uses SIDEBYSIDE_DATABASE_URL" in said.stderr
