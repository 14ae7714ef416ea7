"""Requirement files in step with what they were made from; no registry's host and nobody's home folder in any file."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PAIRS = ("requirements", "requirements-dev")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)
WANTED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)
# Written so that this file does not find itself.
HOSTS = re.compile(
    r"pypi\.org|python" + r"hosted\.org|registry\.npm" + r"js|npm" + r"js\.(?:org|com)|yarn" + r"pkg\.com"
)
HOMES = re.compile(r"(?<![\w./:-])/(?:home|Users|root)/(?!<)\w[\w.-]*(?:/|\b)")
NOT_TEXT = {".png", ".woff2", ".woff", ".jpg", ".ico", ".pdf", ".mo"}


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def requirement_faults(root: Path) -> Iterator[str]:
    """Offline: the .txt names the .in it was made from, holds all of it, and the two .txt agree."""
    pins: dict[str, str] = {}
    for name in PAIRS:
        asked, made = root / f"{name}.in", (root / f"{name}.txt").read_text()
        if hash_of(asked) not in made.partition("\n")[0]:
            yield f"{name}.txt was not made from {name}.in as it is now: run script/lock"
        mine = dict(PIN.findall(made))
        yield from (
            f"{name}.txt does not pin {want}" for want in WANTED.findall(asked.read_text()) if plain(want) not in mine
        )
        for one in sorted(pins.keys() & mine.keys()):
            if pins[one] != mine[one]:
                yield f"{one} is {pins[one]} in requirements.txt and {mine[one]} in {name}.txt"
        pins |= mine


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def name_faults(root: Path) -> Iterator[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        path = root / name
        if path.is_file() and path.suffix not in NOT_TEXT:
            yield from (f"{name}:{line}" for line in names_in(path.read_text(errors="replace")))


def names_in(text: str) -> Iterator[str]:
    """The line and the word, for each host or home folder in a text."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in (HOSTS.search(line), HOMES.search(line)):
            if found:
                yield f"{number}: {found.group()}"


if __name__ == "__main__":
    print(hash_of(Path(sys.argv[1])))
