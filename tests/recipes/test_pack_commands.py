"""The commands that check, compare, publish and release packs."""

import io
import json
import os
import subprocess
import sys

import pytest

from sidebyside.recipes.commands import check_command, compare_command, main, release_command, schema_command
from sidebyside.recipes.shape import TOML_FILES
from tests.recipes.sound import OFFERED, change, write


@pytest.fixture
def out():
    return io.StringIO()


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path)


def test_checking_a_sound_pack_says_what_is_in_it(folder, out):
    assert check_command(folder, out) == 0
    assert out.getvalue() == (
        "This pack is sound: 7 rungs, 10 ingredients, 10 methods, 131 texts with their Easy Read pair.\n"
    )


def test_checking_a_broken_pack_gives_file_line_and_words(folder, out):
    line = change(folder, "methods.toml", '"during"', '"soon"')

    assert check_command(str(folder), out) == 1
    assert out.getvalue() == (
        f'{folder}/methods.toml:{line}: "soon" in "when" is not known. Use one of these: before, during, after.\n'
    )


def test_checking_with_the_facts_that_parts_offer_finds_a_fact_that_is_not(folder, out):
    assert check_command(folder, out, OFFERED - {"projects.timeline_shared"}) == 1
    assert 'No part offers the fact "projects.timeline_shared".' in out.getvalue()


def test_checking_a_folder_that_is_not_there_is_one_clear_line(tmp_path, out):
    assert check_command(tmp_path / "none", out) == 1
    assert out.getvalue() == (
        f"{tmp_path}/none:1: There is no such folder. Name the folder of one version of a pack.\n"
    )


def test_comparing_says_each_change_on_its_own_line(folder, tmp_path, out):
    newer = write(tmp_path, version="1.1.0")
    assert compare_command(folder, newer, out) == 0
    change(newer, "pack.toml", "A small pack for tests", "A pack for tests")
    assert compare_command(folder, newer, out) == 0

    assert out.getvalue().splitlines() == [
        "From small 1.0.0 to small 1.1.0:",
        "- Nothing that people read or the hub goes by has changed.",
        "From small 1.0.0 to small 1.1.0:",
        "- The pack: the title was “A small pack for tests”. It is now “A pack for tests”.",
    ]


def test_comparing_with_a_broken_pack_says_what_is_broken(folder, tmp_path, out):
    newer = write(tmp_path, version="1.1.0")
    (newer / "ladder.toml").unlink()

    assert compare_command(folder, newer, out) == 1
    assert out.getvalue().startswith(f"{newer}/ladder.toml:1: This file is missing.")


def test_the_schema_describes_every_key_of_every_file(out):
    assert schema_command(out) == 0

    schema = json.loads(out.getvalue())
    assert set(schema["properties"]) == set(TOML_FILES)
    assert set(schema["$defs"]["Method"]["required"]) >= {"id", "when", "title", "title_easy", "source"}
    for thing in schema["$defs"].values():
        assert thing["additionalProperties"] is False
        assert [key for key, says in thing["properties"].items() if not says.get("description")] == []


def test_a_released_pack_is_held_to_its_checksum(folder, out):
    assert release_command(folder, out) == 0
    assert check_command(folder, out) == 0
    assert release_command(folder, out) == 0

    change(folder, "pack.toml", "A small", "A big")
    assert release_command(folder, out) == 1
    assert check_command(folder, out) == 1


def test_the_commands_need_no_django(folder):
    words = [sys.executable, "-m", "sidebyside.recipes.commands", "check", str(folder)]
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "SIDEBYSIDE"))}

    ran = subprocess.run(words, env=bare, capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("This pack is sound")


@pytest.mark.parametrize("words", [["schema"], ["check", "{}"], ["compare", "{}", "{}"], ["release", "{}"]])
def test_each_verb_reaches_its_command(folder, out, words):
    assert main([word.format(folder) for word in words], out) == 0
    assert out.getvalue()
