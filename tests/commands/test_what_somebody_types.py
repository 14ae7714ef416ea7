"""The `sidebyside` command: what it takes, and the one sentence it says when it cannot do what was asked."""

import socket

import pytest


def test_the_folder_may_stand_before_or_after_the_name_of_the_command(sidebyside, hub):
    said = [
        sidebyside(*words).stdout
        for words in (["--data", hub, "verify"], ["verify", "--data", hub], ["verify", f"--data={hub}"])
    ]

    assert said[0].startswith("The history is whole")
    assert said == said[:1] * 3


def test_the_folder_may_come_from_the_environment(sidebyside, hub):
    assert sidebyside("verify", SIDEBYSIDE_DATA=str(hub)).returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["standing", "no-such-project"], "There is no project called no-such-project in this hub."),
        (
            ["standing", "bristol-policy", "--as-of", "2024-13-01"],
            "'2024-13-01' is not a day: write it like 2024-10-31",
        ),
        (["standing"], "The following arguments are required: PROJECT"),
        (["start", "--port", "99999"], "'99999' is not a port"),
        (["dance"], "invalid choice: 'dance'"),
        (["pack", "check", "no/such/folder"], "There is no folder no/such/folder."),
    ],
)
def test_a_mistake_in_asking_is_one_sentence_and_exit_code_2(sidebyside, hub, says_one_sentence, words, sentence):
    says_one_sentence(sidebyside(*words, "--data", hub), sentence, 2)


@pytest.mark.parametrize("words", [["standing", "bristol-policy"], ["verify"], ["work", "--once"], ["serve"]])
def test_a_folder_without_a_hub_is_one_sentence(sidebyside, tmp_path, says_one_sentence, words):
    says_one_sentence(sidebyside(*words, "--data", tmp_path / "nothing"), "There is no hub in", 2)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_named_is_one_sentence(sidebyside, says_one_sentence):
    says_one_sentence(sidebyside("verify", "--data"), "Say which folder after --data.", 2)


@pytest.mark.parametrize("command", ["start", "serve"])
def test_a_taken_port_is_one_sentence(sidebyside, hub, says_one_sentence, command):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = sidebyside(command, "--port", port, "--data", hub)

    says_one_sentence(done, f"Port {port} is taken by another program: choose another with --port.", 1)


def test_the_worker_does_what_is_due_once_and_says_what(sidebyside, hub):
    first, second = sidebyside("work", "--once", "--data", hub), sidebyside("work", "--once", "--data", hub)

    assert "Ran sidebyside.kit.jobs.anchor_heads." in first.stdout
    assert (second.returncode, second.stdout.strip()) == (0, "")


def test_somebody_can_be_given_the_desk_of_a_new_hub(sidebyside, hub, says_one_sentence):
    done = sidebyside("desk", "add", "Odette Quill", "--email", "odette@example.org", "--data", hub)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Odette Quill now keeps the desk" in done.stdout


def test_a_recipe_can_be_checked_and_its_shape_printed_without_any_hub(sidebyside):
    assert "This pack is sound" in sidebyside("pack", "check", "../packs/bristol-adult-social-care/1.0.0").stdout
    assert sidebyside("pack", "schema").stdout.startswith("{")


def test_djangos_own_commands_can_be_run(sidebyside, hub):
    assert "[X] 0001_first" in sidebyside("manage", "showmigrations", "kit", "--data", hub).stdout
