"""Making a hub ready to run: its database, its static files, and the practice hub with the worked example."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from sidebyside.kit import data_folder as folders
from sidebyside.kit.data_folder import CannotGoOn

Tell = Callable[[str], None]


def say_now(line: str) -> None:
    print(line, flush=True)


def make_practice_hub(folder: Path, *, fresh: bool, load: Callable[[Path], None], tell: Tell = say_now) -> None:
    """The practice hub in `folder`, made if it is not whole yet or if it should be `fresh`. Raises CannotGoOn."""
    if os.environ.get("SIDEBYSIDE_DATABASE_URL"):
        raise CannotGoOn(
            "A practice hub lets anybody sign in and is always on SQLite: unset SIDEBYSIDE_DATABASE_URL first."
        )
    folders.make_writable(folder)
    if not folders.is_practice(folder) and not folders.is_empty(folder):
        raise CannotGoOn(
            f"{folder} holds something that is not a practice hub, so it is left alone: choose another with --data."
        )
    os.environ["SIDEBYSIDE_PRACTICE"] = "1"
    if fresh or not folders.is_whole(folder):
        with folders.hold(folder, alone=True):
            _make(folder, load, tell)
    else:
        load(folder)
        tell(f"The practice hub in {folder} is already there")
        migrate(tell)


def _make(folder: Path, load: Callable[[Path], None], tell: Tell) -> None:
    """Until the last line the folder says that it is being made, so that a try cut short is begun again."""
    if (folder / folders.MAKING).exists():
        tell("The last try did not come to its end, so this begins again")
    (folder / folders.MAKING).touch()
    folders.clear(folder)
    load(folder)
    migrate(tell)
    from sidebyside import example

    tell("Loading the worked example")
    example.make(folder, tell=tell)
    if not (folder / folders.WHOLE).exists():
        raise CannotGoOn("The worked example was loaded, but did not say who is in it.")
    (folder / folders.MAKING).unlink()
    tell(f"The practice hub in {folder} is whole")


def _migrations_to_run() -> list:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate(tell: Tell) -> None:
    from django.core.management import call_command

    if waiting := _migrations_to_run():
        tell(f"Preparing the database ({len(waiting)} steps)")
        call_command("migrate", interactive=False, verbosity=0)


def check_migrated() -> None:
    """Raises CannotGoOn when the database is older than the program."""
    if _migrations_to_run():
        raise CannotGoOn("This hub's database is older than the program: run `sidebyside migrate` for it first.")


def collect_static() -> None:
    """Put the static files, named by their content, where the web server reads them; quick when they are there."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / "collected"
    now = _content_of(Path(folder) for folder in settings.STATICFILES_DIRS)
    if not stamp.exists() or stamp.read_text() != now:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(now)


def _content_of(folders_) -> str:
    summary = hashlib.sha256()
    for folder in folders_:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            summary.update(f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return summary.hexdigest()
