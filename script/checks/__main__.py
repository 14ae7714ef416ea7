"""Every check, one line each: all of them run, and the exit code says whether any found something."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from script import words
from script.checks import docs, files, packs, templates

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent
SHOWN = 60  # lines of what one check found


def tool(*words: str | Path) -> Callable[[], Iterator[str]]:
    """A check that is a program of its own: what it printed, if it did not end well."""

    def run() -> Iterator[str]:
        done = subprocess.run(
            [str(word) for word in words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode:
            yield from (line for line in (done.stdout + done.stderr).splitlines() if line.strip())

    return run


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "the code has no plain faults (ruff)": tool(BIN / "ruff", "check", "--output-format=concise", "."),
    "the code is laid out alike (ruff format)": tool(BIN / "ruff", "format", "--check", "--output-format=concise", "."),
    "the types fit (mypy)": tool(BIN / "mypy", "--no-error-summary"),
    "the parts keep to their layers (import-linter)": tool(BIN / "lint-imports", "--no-logo"),
    "the templates parse and hold no words, styles or scripts of their own": templates.faults,
    "every sentence has its Easy Read, and keeps to its rules": words.faults,
    "what is translated puts in the same values, in every form": words.faults_of_translations,
    "the migrations are in step with the models": tool(
        sys.executable, "-m", "sidebyside", "manage", "makemigrations", "--check", "--dry-run"
    ),
    "the docs are short, numbered and point at what is there": lambda: docs.faults(ROOT),
    "the packs are sound": lambda: packs.faults(ROOT / "packs"),
    "the committed styles and scripts are what their sources give": tool(ROOT / "script" / "assets", "--check"),
    "the requirement files are in step": lambda: files.requirement_faults(ROOT),
    "no file names a registry's host or somebody's home folder": lambda: files.name_faults(ROOT),
}


def run(check: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What a check found; one that cannot run has found something, and stops no other."""
    try:
        yield from check()
    except Exception as error:
        yield f"the check could not run: {type(error).__name__}: {error}"


def main() -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as nowhere:
        os.environ["SIDEBYSIDE_DATA"] = f"{nowhere}/hub"
        os.environ["DJANGO_SETTINGS_MODULE"] = "sidebyside.settings"
        os.environ.pop("SIDEBYSIDE_DATABASE_URL", None)
        for name, check in CHECKS.items():
            began = time.monotonic()
            found = list(run(check))
            failed += bool(found)
            print(f"{'WRONG' if found else 'ok   '}  {name}  ({time.monotonic() - began:.1f} s)", flush=True)
            print(*(f"         {line}" for line in found[:SHOWN]), sep="\n", end="\n" if found else "", flush=True)
            if len(found) > SHOWN:
                print(f"         and {len(found) - SHOWN} lines more", flush=True)
    print(
        f"{failed} of {len(CHECKS)} checks found something wrong." if failed else f"All {len(CHECKS)} checks are well."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
