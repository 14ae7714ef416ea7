"""The docs are short, numbered without gaps, and point at what is there."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

ADR_LINES, README_LINES = 30, 15
PARTS_WITHOUT = {"locale", "static", "templates", "__pycache__"}
COMMAND = re.compile(r"(?<![\w/.-])((?:script|bench|\.ci)/[a-z][a-z_-]*)(?![\w/.*])")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
TWO_COMMANDS = ("script/start", "script/test")


def faults(root: Path) -> Iterator[str]:
    yield from decision_faults(root / "docs" / "adr")
    yield from part_faults(root / "sidebyside")
    yield from readme_faults(root)
    for page in sorted([*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("sidebyside/*/README.md")]):
        yield from pointing_faults(page, root)


def decision_faults(folder: Path) -> Iterator[str]:
    """docs/adr/NNNN-words.md, from 0001 without a gap, each with its number in its title."""
    pages = sorted(folder.glob("*.md"))
    if not pages:
        yield f"{folder.name} has no decision record"
    for expected, page in enumerate(pages, start=1):
        if not re.fullmatch(rf"{expected:04d}-[a-z0-9-]+\.md", page.name):
            yield f"docs/adr/{page.name}: the name should begin with {expected:04d}- and be in small letters"
        lines = page.read_text().splitlines()
        if len(lines) > ADR_LINES:
            yield f"docs/adr/{page.name}: {len(lines)} lines, at most {ADR_LINES}"
        if not lines or not re.match(rf"# (?:ADR )?0*{expected}\b", lines[0]):
            yield f"docs/adr/{page.name}: the title should carry the number {expected}"


def part_faults(package: Path) -> Iterator[str]:
    """Each part says what it is in a README of a few lines."""
    for part in sorted(path for path in package.iterdir() if path.is_dir() and path.name not in PARTS_WITHOUT):
        readme = part / "README.md"
        if not readme.exists():
            yield f"sidebyside/{part.name}: there is no README.md"
        elif (lines := len(readme.read_text().splitlines())) > README_LINES:
            yield f"sidebyside/{part.name}/README.md: {lines} lines, at most {README_LINES}"


def readme_faults(root: Path) -> Iterator[str]:
    readme = root / "README.md"
    words = readme.read_text() if readme.exists() else ""
    for command in TWO_COMMANDS:
        if command not in words:
            yield f"README.md does not tell about {command}"
        if not os.access(root / command, os.X_OK):
            yield f"{command} cannot be run"


def pointing_faults(page: Path, root: Path) -> Iterator[str]:
    """Commands and links that are not there."""
    words = page.read_text()
    for command in sorted(set(COMMAND.findall(words))):
        if not (root / command).exists():
            yield f"{page.relative_to(root)}: there is no {command}"
    for link in sorted(set(LINK.findall(words))):
        if not (page.parent / link).exists():
            yield f"{page.relative_to(root)}: the link to {link} leads nowhere"
