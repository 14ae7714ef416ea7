"""The `sidebyside` command. `--data DIR` may stand anywhere; a fault of the asker or the machine is one sentence."""

import argparse
import os
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path

from sidebyside import __version__
from sidebyside.kit import data_folder as folders
from sidebyside.kit import serve
from sidebyside.kit.data_folder import CannotGoOn

ROOT = Path(__file__).resolve().parent.parent


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise CannotGoOn(f"{message[:1].upper()}{message[1:].rstrip('.')}. Try `{self.prog} --help`.", 2)


def main(words: list[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    folder = None
    try:
        folder, rest = take_data(list(sys.argv[1:] if words is None else words))
        args = arguments().parse_args(rest)
        args.data = folder
        return args.run(args) or 0
    except CannotGoOn as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.code
    except (KeyboardInterrupt, serve.Stopped):
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:
        sentence = folders.in_plain_words(error, folder or default_folder())
        if not sentence or os.environ.get("SIDEBYSIDE_DEBUG") == "1":
            raise
        print(sentence, file=sys.stderr)
        return 1


def take_data(words: list[str]) -> tuple[Path | None, list[str]]:
    """--data DIR, from before or after the command's name, and the other words."""
    rest, found = [], None
    while words:
        word = words.pop(0)
        if word == "--data":
            if not words:
                raise CannotGoOn("Say which folder after --data.", 2)
            found = words.pop(0)
        elif word.startswith("--data="):
            found = word.removeprefix("--data=")
        else:
            rest.append(word)
    if found == "":
        raise CannotGoOn("Say which folder after --data.", 2)
    return (Path(found).expanduser().absolute() if found else None), rest


def default_folder() -> Path:
    """What SIDEBYSIDE_DATA says, else data/practice here, else data/practice beside the program."""
    if os.environ.get("SIDEBYSIDE_DATA"):
        return Path(os.environ["SIDEBYSIDE_DATA"]).absolute()
    here = Path("data/practice").absolute()
    return here if here.exists() else ROOT / "data" / "practice"


def load_django(folder: Path) -> None:
    """Read the settings of the hub in this folder."""
    os.environ["SIDEBYSIDE_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidebyside.settings")
    if os.environ.get("SIDEBYSIDE_DATABASE_URL") and folders.is_practice(folder):
        raise CannotGoOn(
            "A practice hub lets anybody sign in, so it never uses SIDEBYSIDE_DATABASE_URL: "
            "name the real hub's folder with --data."
        )
    import django

    django.setup()


def open_hub(args) -> Path:
    """The hub that is already in the folder. Raises CannotGoOn when there is none."""
    folder = args.data or default_folder()
    if not folders.has_hub(folder):
        raise CannotGoOn(f"There is no hub in {folder}: name its folder with --data, or try `sidebyside practice`.", 2)
    load_django(folder)
    return folder


# The commands


def practice(args) -> int:
    from sidebyside import setting_up

    setting_up.make_practice_hub(args.data or default_folder(), fresh=args.fresh, load=load_django)
    return 0


def start(args) -> int:
    folder = args.data or default_folder()
    serve.be_told_to_stop()
    try:
        serve.check_port(args.port)
        os.environ["SIDEBYSIDE_DATA"] = str(folder)
        serve.run_first(serve.command("practice", *(["--fresh"] if args.fresh else [])))
        serve.run_both(args.port, lambda line: print(line, flush=True))
    except serve.Stopped:
        print("Side by Side has stopped.", flush=True)
    return 0


def serve_web(args) -> int:
    folder = open_hub(args)
    from sidebyside import setting_up

    setting_up.check_migrated()
    setting_up.collect_static()
    serve.check_port(args.port, args.host)
    folders.hold(folder)
    serve.become_web_server(args.host, args.port)
    return 1


def work(args) -> int:
    folder = open_hub(args)
    from sidebyside import setting_up
    from sidebyside.kit.clock import now
    from sidebyside.kit.worker import work_for_ever, work_once

    setting_up.check_migrated()
    held = folders.hold(folder)
    if args.once:
        print(*(f"Ran {name}." for name in work_once(now=now())), sep="\n")
        return 0
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: asked.append(number))
    work_for_ever(seconds=1, stop=lambda: bool(asked))
    held.close()
    return 0


def migrate(args) -> int:
    folder = args.data or default_folder()
    folders.make_writable(folder)
    load_django(folder)
    from sidebyside import setting_up

    setting_up.migrate(tell=print)
    print(f"The hub in {folder} is up to date.")
    return 0


def standing(args) -> int:
    open_hub(args)
    from sidebyside.standing.commands import NoSuchProject, standing_command

    try:
        return standing_command(args.project, args.as_of, args.json, sys.stdout)
    except NoSuchProject as error:
        raise CannotGoOn(f"There is no project called {args.project} in this hub.", 2) from error


def verify(args) -> int:
    open_hub(args)
    from sidebyside.kit.verify import verify_command

    return verify_command(args.against, sys.stdout)


def pack(args) -> int:
    with tempfile.TemporaryDirectory() as nowhere:  # a pack belongs to no hub, so none need be there
        load_django(args.data or Path(nowhere) / "hub")
        from sidebyside.kit.facts import offered
        from sidebyside.recipes import commands
        from sidebyside.standing.cheapest import path_command

        for folder in args.folders:
            if not folder.is_dir():
                raise CannotGoOn(f"There is no folder {folder}.", 2)
        if args.what == "check_command":
            return commands.check_command(args.folders[0], sys.stdout, offered())
        if args.what == "path_command":
            return path_command(args.folders[0], sys.stdout)
        return getattr(commands, args.what)(*args.folders, sys.stdout)


def desk_add(args) -> int:
    open_hub(args)
    from sidebyside.people.commands import add_desk_command

    return add_desk_command(args.name, args.email, sys.stdout)


def manage(args) -> int:
    load_django(args.data or default_folder())
    from django.core.management import execute_from_command_line

    execute_from_command_line(["sidebyside manage", *args.words])
    return 0


# Their words


def arguments() -> argparse.ArgumentParser:
    parser = Parser(prog="sidebyside", description="Decisions made together as equals.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"Side by Side {__version__}")
    parser.add_argument("--data", metavar="DIR", help="the hub's folder; may stand before or after the command's name")
    add = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser).add_parser

    def command(name, run, words):
        made = add(name, help=words, description=words, allow_abbrev=False)
        made.set_defaults(run=run)
        return made

    example = command("practice", practice, "Make a practice hub with the worked example.")
    both = command("start", start, "Make a practice hub if need be, and run it.")
    web = command("serve", serve_web, "Run the web server of a hub.")
    for one in (example, both):
        one.add_argument("--fresh", action="store_true", help="make it again from nothing")
    for one in (both, web):
        one.add_argument("--port", type=port, default=8000, metavar="N")
    web.add_argument("--host", default="127.0.0.1")
    worker = command("work", work, "Run the worker of a hub.")
    worker.add_argument("--once", action="store_true", help="do what is due, then stop")
    command("migrate", migrate, "Make a hub's database, or bring it up to date.")
    where = command("standing", standing, "Say where a project stands.")
    where.add_argument("project", metavar="PROJECT", help="its short name, as in its address")
    where.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="at the end of that day; without it, today")
    where.add_argument("--json", action="store_true")
    command("verify", verify, "Check that nobody rewrote the history.").add_argument("--against", metavar="HASH")
    _pack_arguments(command("pack", pack, "Check recipes, compare two, or print what one may hold."))
    desk = command("desk", desk_add, "Say who keeps the hub's desk.").add_subparsers(required=True, metavar="add")
    desk = desk.add_parser("add", help="let somebody keep the desk, and so sign in and let others in")
    desk.add_argument("name", metavar="NAME")
    desk.add_argument("--email", required=True)
    command("manage", manage, "Django's own commands.").add_argument("words", nargs=argparse.REMAINDER)
    return parser


def _pack_arguments(parser) -> None:
    add = parser.add_subparsers(metavar="WHAT", required=True, parser_class=Parser).add_parser
    for name, words, names in [
        ("check", "Say what is wrong in a pack, and where.", ["DIR"]),
        ("compare", "Say what changes between two versions.", ["OLD", "NEW"]),
        ("path", "Print the least that must be done to reach each rung, and by whom.", ["DIR"]),
        ("schema", "Print the JSON Schema of a pack.", []),
    ]:
        made = add(name, help=words, description=words)
        made.add_argument("folders", nargs=len(names), type=Path, metavar=tuple(names)) if names else None
        made.set_defaults(what=f"{name}_command", **({} if names else {"folders": []}))


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: use a number from 1 to 65535")
    return int(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write it like 2024-10-31") from error
