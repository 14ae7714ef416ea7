"""A practice hub is made only where nothing else is kept, and never on a real hub's database."""

import errno
import sqlite3

import pytest

from sidebyside.kit import data_folder


@pytest.mark.parametrize("words", [["practice"], ["practice", "--fresh"], ["start", "--fresh"], ["start"]])
def test_a_folder_that_is_not_a_practice_hub_is_left_alone(sidebyside, tmp_path, free_port, words):
    (tmp_path / "letters.txt").write_text("mine")
    words = [*words, "--port", free_port] if words[0] == "start" else words

    done = sidebyside(*words, "--data", tmp_path)

    assert done.returncode == 1
    assert "that is not a practice hub, so it is left alone" in done.stderr
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_real_hub_is_not_made_into_a_practice_hub(sidebyside, hub, says_one_sentence):
    says_one_sentence(sidebyside("practice", "--fresh", "--data", hub), "is not a practice hub", 1)


def test_a_practice_hub_is_never_made_in_a_database_server(sidebyside, tmp_path, says_one_sentence):
    done = sidebyside("practice", "--data", tmp_path / "new", SIDEBYSIDE_DATABASE_URL="postgresql://somebody@/hub")

    says_one_sentence(done, "always on SQLite", 1)


def test_a_practice_folder_never_opens_a_database_server_to_everybody(sidebyside, tmp_path, says_one_sentence):
    (tmp_path / "practice.json").write_text("{}")
    done = sidebyside("serve", "--data", tmp_path, SIDEBYSIDE_DATABASE_URL="postgresql://somebody@/hub")

    says_one_sentence(done, "A practice hub lets anybody sign in", 1)


def test_a_folder_that_cannot_be_written_is_one_sentence(sidebyside, tmp_path, says_one_sentence):
    (tmp_path / "file").write_text("")
    done = sidebyside("practice", "--data", tmp_path / "file" / "hub")

    says_one_sentence(done, "something on the way to it is not a folder", 1)


def test_a_hub_that_is_in_use_is_not_taken_away(tmp_path):
    with data_folder.hold(tmp_path), pytest.raises(data_folder.CannotGoOn, match="in use by another Side by Side"):
        data_folder.hold(tmp_path, alone=True)


def test_two_programs_may_use_a_hub_at_once(tmp_path):
    with data_folder.hold(tmp_path), data_folder.hold(tmp_path):
        pass


def test_a_practice_hub_whose_making_was_cut_short_is_not_whole(tmp_path):
    (tmp_path / "practice.json").write_text("{}")
    assert data_folder.is_whole(tmp_path)

    (tmp_path / "practice.making").touch()

    assert data_folder.is_practice(tmp_path)
    assert not data_folder.is_whole(tmp_path)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (sqlite3.OperationalError("database or disk is full"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "Nothing can be written in"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "Nothing can be written in"),
        (sqlite3.OperationalError("no such table: projects_project"), "Run `sidebyside migrate`"),
    ],
)
def test_a_fault_of_the_machine_is_told_in_plain_words(tmp_path, fault, words):
    assert words in data_folder.in_plain_words(fault, tmp_path)


def test_a_fault_of_ours_is_not_hidden_behind_plain_words(tmp_path):
    assert data_folder.in_plain_words(KeyError("round"), tmp_path) == ""
