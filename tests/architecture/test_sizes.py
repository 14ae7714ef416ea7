"""Small pieces: a function is at most 40 lines, a view 15, a class 150, a file 300, a test 25, conftest 150."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = [p for p in (ROOT / "sidebyside").rglob("*.py") if "migrations" not in p.parts]
TESTS = list((ROOT / "tests").rglob("*.py"))


def pieces(path: Path):
    """Each function and class of a file, with how many lines it has, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines = node.end_lineno - node.lineno + 1
            doc = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            yield node, lines - ((doc.end_lineno - doc.lineno + 1) if doc else 0)


def too_long(paths, kind, most, wanted=lambda path, node: True) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {node.name} has {lines} lines"
        for path in paths
        for node, lines in pieces(path)
        if isinstance(node, kind) and lines > most and wanted(path, node)
    ]


def test_functions_are_at_most_forty_lines():
    assert too_long(PRODUCT, ast.FunctionDef, 40) == []


def test_classes_are_at_most_a_hundred_and_fifty_lines():
    assert too_long(PRODUCT, ast.ClassDef, 150) == []


def test_views_are_at_most_fifteen_lines():
    assert too_long([p for p in PRODUCT if p.name.startswith("views")], ast.FunctionDef, 15) == []


def test_tests_are_at_most_twenty_five_lines():
    assert too_long(TESTS, ast.FunctionDef, 25, lambda path, node: node.name.startswith("test_")) == []


@pytest.mark.parametrize(("paths", "most"), [(PRODUCT + TESTS, 300), ([ROOT / "tests" / "conftest.py"], 150)])
def test_files_are_short(paths, most):
    assert [f"{p.relative_to(ROOT)}" for p in paths if len(p.read_text().splitlines()) > most] == []
