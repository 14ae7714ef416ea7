"""Broken packs where something is missing, foreign or in the wrong place."""

import pytest

from sidebyside.recipes.checking import check
from sidebyside.recipes.folder import checksum
from tests.recipes.sound import OFFERED, change, only, write


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path)


def said(folder):
    return {(fault.file, fault.line, f"{fault.wrong} {fault.right}") for fault in check(folder, OFFERED)}


def test_a_misspelt_key_is_met_with_the_nearest_one(folder):
    line = change(folder, "methods.toml", "shown_by = ", "show_by = ", 2)

    assert only(check(folder)) == (
        "methods.toml",
        line,
        'The key "show_by" is not known here. Did you mean "shown_by"?',
    )


def test_a_missing_key_is_told_at_the_head_of_its_table(folder):
    change(folder, "ladder.toml", 'source = "proposal"\n', "", 2)

    assert only(check(folder)) == (
        "ladder.toml",
        13,
        '"source" is missing. Add it. Where in the policy this comes from, or "proposal".',
    )


def test_a_text_without_its_easy_read_pair_is_told_at_the_text(folder):
    line = change(folder, "ingredients.toml", 'prompt_easy = "Is this bit of time right?"\n', "") - 1

    assert only(check(folder)) == (
        "ingredients.toml",
        line,
        '"prompt" has no Easy Read pair. Write prompt_easy: the same in Easy Read.',
    )


def test_an_easy_read_text_needs_the_text_it_stands_for(folder):
    line = change(folder, "participation.toml", 'fix = "Ask those who decided to open it again."\n', "")

    assert only(check(folder)) == ("participation.toml", line, '"fix_easy" has no "fix" beside it. Write fix too.')


def test_a_key_used_twice_is_told_at_the_second(folder):
    line = change(folder, "ladder.toml", "level = 3", "level = 3\nlevel = 3") + 1

    file, where, words = only(check(folder))
    assert (file, where) == ("ladder.toml", line)
    assert words.startswith("This is not TOML: Cannot overwrite a value.")


def test_a_file_that_stops_too_soon_is_told_at_its_end(folder):
    (folder / "pack.toml").write_text('id = "small"\nsources = [\n  "one",\n')

    file, where, words = only(check(folder))
    assert (file, where) == ("pack.toml", 3)
    assert words.startswith("This is not TOML: ")


def test_single_brackets_where_there_are_many_things_are_a_fault(folder):
    (folder / "methods.toml").write_text('\n[method]\nid = "only"\n')

    assert only(check(folder)) == (
        "methods.toml",
        2,
        '"method" must be a list. Write a list in square brackets, or tables with two: [[method]].',
    )


def test_a_rung_that_is_missing_is_named(folder):
    change(folder, "ladder.toml", 'id = "co-design"', 'id = "something-else"')

    assert only(check(folder)) == (
        "ladder.toml",
        1,
        'The rung "co-design" is missing. Add a [[rung]] with id = "co-design".',
    )


def test_an_ingredient_that_is_missing_is_named(folder):
    change(folder, "ingredients.toml", 'id = "power"', 'id = "strength"')
    line = (folder / "methods.toml").read_text().split('ingredient = "power"')[0].count("\n") + 1

    assert {(file, number) for file, number, _ in said(folder)} == {("ingredients.toml", 1), ("methods.toml", line)}
    assert any(words.startswith('The ingredient "power" is missing.') for _, _, words in said(folder))


def test_rungs_stand_in_their_known_order(folder):
    change(folder, "ladder.toml", '"co-design"', '"swapped"')
    line = change(folder, "ladder.toml", '"engagement"', '"co-design"')
    change(folder, "ladder.toml", '"swapped"', '"engagement"')

    assert ("ladder.toml", line + 12) in {
        (file, number)
        for file, number, words in said(folder)
        if words.startswith('The rung "engagement" stands above "co-design".')
    }


def test_a_rung_that_needs_nothing_is_a_fault(folder):
    change(folder, "ladder.toml", 'facts = ["projects.members_know_what_is_fixed"]\n', "", 2)

    assert only(check(folder)) == (
        "ladder.toml",
        13,
        'The rung "educating" needs nothing, so every project would stand on it. Say what it needs: '
        "facts, group_says, group_says_any, every_ingredient or [[rung.test]].",
    )


def test_co_production_keeps_its_three_tests(folder):
    change(folder, "ladder.toml", 'id = "strategic-decisions"', 'id = "small-decisions"')

    file, _, words = only(check(folder))
    assert (file, words) == (
        "ladder.toml",
        'Co-production has no test "strategic-decisions". Add a [[rung.test]] with id = "strategic-decisions".',
    )


def test_two_tests_or_parts_or_answers_may_not_share_an_id(folder):
    part = (folder / "ingredients.toml").read_text().partition("[[ingredient.part]]")[2].partition("[[ingredient]]")[0]
    second = (
        change(
            folder,
            "ingredients.toml",
            '[[ingredient]]\nid = "access"',
            f'[[ingredient.part]]{part}[[ingredient]]\nid = "access"',
        )
        + 1
    )
    test = change(folder, "ladder.toml", 'id = "design-to-delivery"', 'id = "equal-relationship"')
    answer = change(folder, "participation.toml", 'id = "no"', 'id = "yes"')

    twice = {(file, line) for file, line, words in said(folder) if "is used twice" in words}
    assert twice == {("ingredients.toml", second), ("ladder.toml", test), ("participation.toml", answer)}


def test_an_answer_that_goes_nowhere_and_the_outcome_it_leaves_alone(folder):
    line = change(folder, "participation.toml", 'goes_to = "together"', 'goes_to = "togther"')

    assert said(folder) == {
        (
            "participation.toml",
            line,
            'The answer "yes" goes to "togther", which is not there. Did you mean "together"?',
        ),
        ("participation.toml", 53, 'The outcome "together" cannot be reached. Let an answer go to it, or take it out.'),
    }


def test_a_question_that_nothing_leads_to(folder):
    change(folder, "participation.toml", 'goes_to = "money"', 'goes_to = "together"')

    assert only(check(folder)) == (
        "participation.toml",
        28,
        'The question "money" cannot be reached. Let an answer go to it, or take it out.',
    )


def test_a_question_and_an_outcome_may_not_share_an_id(folder):
    line = change(folder, "participation.toml", 'id = "together"', 'id = "money"')
    change(folder, "participation.toml", 'goes_to = "together"', 'goes_to = "told"')

    assert only(check(folder)) == (
        "participation.toml",
        line,
        'A question and an outcome have the same id, "money". Change one.',
    )


def test_two_questions_may_not_have_one_place_in_the_order(folder):
    line = change(folder, "participation.toml", "order = 2", "order = 1")

    assert ("participation.toml", line, "Two questions have order 1. Give each question its own order.") in said(folder)


def test_a_missing_file_is_told_with_what_it_says(folder):
    (folder / "methods.toml").unlink()

    assert only(check(folder)) == (
        "methods.toml",
        1,
        "This file is missing. Make it. It says: What to do before, during and after.",
    )


@pytest.mark.parametrize(
    ("name", "right"),
    [("method.toml", 'Did you mean "methods.toml"?'), ("notes.docx", "Take it out."), (".DS_Store", "Take it out.")],
)
def test_a_file_that_does_not_belong_is_a_fault(folder, name, right):
    (folder / name).write_text("x")

    assert only(check(folder)) == (name, 1, f"This does not belong in a pack. {right}")


def test_a_folder_that_does_not_belong_and_a_link_to_another_file_are_faults(folder, tmp_path):
    (folder / "pictures").mkdir()
    (folder / "about.md").symlink_to(tmp_path / "elsewhere.md")

    assert said(folder) == {
        ("pictures", 1, "This does not belong in a pack. Take it out."),
        ("about.md", 1, "This is not a file. Put a plain file here."),
    }


def test_a_file_that_is_not_utf_8_is_told_at_its_line(folder):
    (folder / "pack.toml").write_bytes(b'id = "small"\ntitle = "caf\xe9"\n')

    assert only(check(folder)) == ("pack.toml", 2, "There is a character we cannot read. Save the file as UTF-8.")


def test_a_folder_that_is_not_there_is_one_fault(tmp_path):
    assert only(check(tmp_path / "nowhere")) == (
        "nowhere",
        1,
        "There is no such folder. Name the folder of one version of a pack.",
    )


def test_a_page_about_the_pack_has_its_easy_read_pair(folder):
    (folder / "about.md").write_text("# About\n\nSome words.\n")
    assert only(check(folder)) == ("about.md", 1, "There is no about.easy.md beside it. Write about.easy.md.")

    (folder / "about.easy.md").write_text("# About\n\nEasy words.\n\n- " + "word " * 8 + "\n  " + "word " * 8 + "\n")
    assert only(check(folder))[:2] == ("about.easy.md", 5)

    (folder / "about.easy.md").write_text("# About\n\nSome words!\n")
    assert only(check(folder))[2] == "It says the same as about.md. Say it in easier words."


def test_a_released_version_must_not_change(folder):
    (folder / "RELEASED").write_text(checksum(folder) + "\n")
    assert check(folder) == []

    change(folder, "pack.toml", "A small pack", "A quiet pack")
    assert only(check(folder)) == (
        "RELEASED",
        1,
        "This version was released and must not change. Copy it to a new version.",
    )


def test_every_fault_is_told_at_once_in_the_order_of_the_files(folder):
    change(folder, "methods.toml", '"during"', '"never"')
    change(folder, "pack.toml", 'title_easy = "A little recipe"', 'title_easy = "A small pack for tests"')
    change(folder, "ladder.toml", "level = 1", "level = 0")

    assert [fault.file for fault in check(folder)] == ["pack.toml", "ladder.toml", "methods.toml"]


def test_templates_for_meetings_may_be_left_out(folder):
    (folder / "meetings.toml").unlink()

    assert check(folder, OFFERED) == []


def test_a_file_of_templates_with_none_in_it_is_a_fault(folder):
    (folder / "meetings.toml").write_text("")

    assert only(check(folder, OFFERED))[2] == '"template" is missing. Add it. The templates.'
