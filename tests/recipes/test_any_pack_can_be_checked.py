"""Whatever is in a pack's files, the checker answers with faults, and each is on a line that is there."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sidebyside.recipes.checking import check
from sidebyside.recipes.shape import TOML_FILES
from tests.recipes.sound import OFFERED, write

STRANGE = st.sampled_from(
    [
        "",
        "1",
        "-1",
        "true",
        '""',
        '"x"',
        "[]",
        "[1]",
        '["x", 2]',
        "{}",
        '{ money = "yes" }',
        "[[",
        "2024-01-01",
        "nan",
        '"""',
        "[{}]",
        '[{ id = "x" }]',
        "[" * 2000,
        '"\\u0000"',
        "x = 1",
        "[x]",
        "[[x]]",
        "[pack]",
        "\t",
        "# note",
        "\u00e9",
    ]
)


def check_after(file, number, new, whole_line):
    """The faults of a sound pack after one line of one file is changed, and how many lines each file has then."""
    with tempfile.TemporaryDirectory() as made:
        folder = write(Path(made))
        lines = (folder / file).read_text().split("\n")
        number %= len(lines)
        key = lines[number].partition("=")[0]
        lines[number] = new if whole_line else f"{key}= {new}"
        (folder / file).write_text("\n".join(lines), encoding="utf-8")
        return check(folder, OFFERED), {name: (folder / name).read_text().count("\n") + 1 for name in TOML_FILES}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(TOML_FILES), st.integers(0, 400), STRANGE, st.booleans())
def test_any_line_may_be_anything(file, number, new, whole_line):
    faults, lengths = check_after(file, number, new, whole_line)

    for fault in faults:
        assert 1 <= fault.line <= lengths[fault.file]
        assert fault.wrong.endswith((".", '"'))
        assert fault.right.endswith((".", "?"))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TOML_FILES), st.binary(max_size=60))
def test_any_file_may_be_anything(file, content):
    with tempfile.TemporaryDirectory() as made:
        folder = write(Path(made))
        (folder / file).write_bytes(content)

        assert check(folder) != []
