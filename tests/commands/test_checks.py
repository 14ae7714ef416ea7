"""Each check of our own finds what it is there to find, and says nothing where nothing is wrong."""

from pathlib import Path

import pytest

from script.checks import docs, files, packs, templates

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<p style="color: red">{{ words }}</p>', "a style attribute"),
        ("<style>p {}</style>", "a style element"),
        ("<script>go()</script>", "a script in the page"),
        ('<a onclick="go()">{{ words }}</a>', "an on… attribute"),
        ('<a href="javascript:go()">{{ words }}</a>', "a javascript: address"),
        ("{{ words | safe }}", "|safe"),
    ],
)
def test_what_the_content_policy_would_block_is_found_in_a_template(text, fault):
    assert [found for found in templates.inline_faults(text) if fault in found]


@pytest.mark.parametrize(
    "text", ["<p>Hello there</p>", '<img alt="A cake">', '<a aria-label="Back" href="/">{{ arrow }}</a>']
)
def test_words_that_cannot_be_translated_are_found_in_a_template(text):
    assert list(templates.word_faults(text))


@pytest.mark.parametrize(
    "text",
    [
        '{# page.html: takes words #}<p class="lede">{{ _("Hello there") }}</p>',
        "{% trans %}Hello there{% endtrans %}",
        '<meta name="viewport" content="width=device-width">',
        '<svg viewBox="0 0 8 8"><path d="M10 2h12"/></svg>',
        '<script src="{{ static("side-by-side.js") }}"></script>',
    ],
)
def test_a_good_template_is_let_through(text):
    assert [*templates.word_faults(text), *templates.inline_faults(text)] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{# x: nothing #}{% if %}", "line 1"),
        ("{# x: nothing #}{{ day | nonsense }}", "No filter named 'nonsense'"),
        ('{# x: nothing #}{% extends "nowhere.html" %}', "there is no template nowhere.html"),
        ("{{ day }}", "its first line should say"),
    ],
)
def test_a_template_that_does_not_parse_or_points_nowhere_is_found(text, fault):
    assert fault in " ".join(templates.parsing_faults(Path("x.html"), text))


def test_an_address_that_no_page_has_is_found():
    assert list(templates.page_faults('<a href="{{ url("no-such-page") }}">')) == ["no page is called 'no-such-page'"]


def test_decision_records_with_a_gap_or_too_long_are_found(tmp_path):
    (tmp_path / "0001-first.md").write_text("# 1 First\n")
    (tmp_path / "0003-third.md").write_text("# 3 Third\n" + "words\n" * 30)

    found = " ".join(docs.decision_faults(tmp_path))

    assert "the name should begin with 0002-" in found
    assert "31 lines, at most 30" in found
    assert "0001-first.md" not in found


def test_a_part_without_a_readme_or_with_a_long_one_is_found(tmp_path):
    for part in ("money", "access", "kit"):
        (tmp_path / part).mkdir()
    (tmp_path / "access" / "README.md").write_text("words\n" * 16)
    (tmp_path / "kit" / "README.md").write_text("words\n" * 15)

    assert list(docs.part_faults(tmp_path)) == [
        "sidebyside/access/README.md: 16 lines, at most 15",
        "sidebyside/money: there is no README.md",
    ]


def test_a_command_or_a_link_in_the_docs_that_is_not_there_is_found(tmp_path):
    page = tmp_path / "README.md"
    page.write_text("Run `script/dance`, then read [this](docs/nowhere.md) or [that](README.md).")

    assert len(list(docs.pointing_faults(page, tmp_path))) == 2


def test_a_registry_or_a_home_folder_in_a_file_is_found():
    host, home = "https://py" + "pi.org/simple", "/ho" + "me/ada/side-by-side"

    assert list(files.names_in(f"one\n{host}\n{home}")) == ["2: py" + "pi.org", "3: /ho" + "me/ada/"]
    assert list(files.names_in("templates/home/front.html and /home/ and https://example.org/home/x")) == []


def test_requirement_files_out_of_step_are_found(tmp_path):
    for name in files.PAIRS:
        (tmp_path / f"{name}.in").write_text("django>=5.2\nJinja2\n")
        (tmp_path / f"{name}.txt").write_text("# from something else\ndjango==5.2.19\n")

    found = list(files.requirement_faults(tmp_path))

    assert "requirements.txt was not made from requirements.in as it is now: run script/lock" in found
    assert "requirements.txt does not pin Jinja2" in found
    assert list(files.requirement_faults(ROOT)) == []


def test_a_broken_pack_and_a_missing_one_are_found(tmp_path):
    assert list(packs.faults(tmp_path))
    (tmp_path / "ours" / "1.0.0").mkdir(parents=True)
    (tmp_path / "ours" / "1.0.0" / "pack.toml").write_text('id = "ours"\n')

    assert any("pack.toml" in found for found in packs.faults(tmp_path))
