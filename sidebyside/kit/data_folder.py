"""The folder a hub keeps everything in: is there a hub, may it be written, and what went wrong in plain words.

A practice hub holds `practice.json` once it is whole, and `practice.making` while it is being made. Needs no Django.
"""

import errno
import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import IO

IN_USE, MAKING, WHOLE, DATABASE = "in-use", "practice.making", "practice.json", "hub.sqlite3"


class CannotGoOn(Exception):
    """One clear sentence for whoever typed the command, and the exit code: 2 when she asked for what is not there."""

    def __init__(self, sentence: str, code: int = 1):
        super().__init__(sentence)
        self.code = code


def has_hub(folder: Path) -> bool:
    """Is a hub kept here? On PostgreSQL the folder alone does not tell."""
    return folder.is_dir() and bool(os.environ.get("SIDEBYSIDE_DATABASE_URL") or (folder / DATABASE).exists())


def is_practice(folder: Path) -> bool:
    return (folder / WHOLE).exists() or (folder / MAKING).exists()


def is_whole(folder: Path) -> bool:
    return (folder / WHOLE).exists() and not (folder / MAKING).exists()


def is_empty(folder: Path) -> bool:
    return not folder.exists() or all(path.name == IN_USE for path in folder.iterdir())


def make_writable(folder: Path) -> None:
    """The folder exists afterwards and a file can be written in it. Raises CannotGoOn."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x" * 4096)
    except OSError as error:
        raise CannotGoOn(in_plain_words(error, folder) or f"{folder} cannot be used: {error.strerror}.") from error


def hold(folder: Path, *, alone: bool = False) -> IO:
    """Keep the folder for as long as the file this gives is open; `alone` when nobody else may use it meanwhile."""
    file = (folder / IN_USE).open("w")
    os.set_inheritable(file.fileno(), True)  # `serve` hands over to the web server, which goes on holding it
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise CannotGoOn(f"{folder} is in use by another Side by Side: stop that one first.") from error
    return file


def clear(folder: Path) -> None:
    """Take away what a practice hub holds. The folder stays (maybe a mounted disk), and so do the keys beside it."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name not in (IN_USE, MAKING):
            path.unlink()


def in_plain_words(error: BaseException, folder: Path) -> str:
    """What went wrong and what to do, for the faults a machine has; empty for a fault of ours."""
    text = str(error).strip().partition("\n")[0]
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT) or "disk is full" in text or "No space left" in text:
        return f"The disk is full: make room where {folder} is, and try again."
    if number in (errno.EACCES, errno.EPERM, errno.EROFS) or "readonly database" in text or "unable to open" in text:
        return f"Nothing can be written in {folder}: choose another with --data, or ask for the right to write there."
    if number in (errno.ENOTDIR, errno.EEXIST, errno.ENOENT) and isinstance(error, OSError):
        return f"{folder} cannot be a data folder: something on the way to it is not a folder."
    if type(error).__name__ in ("OperationalError", "ProgrammingError", "PoolTimeout"):
        older = "no such" in text or "does not exist" in text
        hint = " Run `sidebyside migrate` if this hub is older than the program." if older else ""
        return f"The database could not do it: {text.rstrip('.')}.{hint}"
    return ""
