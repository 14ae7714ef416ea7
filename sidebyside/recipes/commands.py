"""`sidebyside pack ...`. Works without Django: python -m sidebyside.recipes.commands check DIR"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from sidebyside.recipes.checking import count_pairs, examine
from sidebyside.recipes.comparing import compare
from sidebyside.recipes.faults import Fault
from sidebyside.recipes.folder import RELEASED
from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import Files


def check_command(folder: str | Path, out: TextIO, offered: frozenset[str] | None = None) -> int:
    """Print each fault, or say that the pack is sound. 0 when it is."""
    pack = _sound(folder, out, offered)
    if pack is None:
        return 1
    out.write(
        f"This pack is sound: {len(pack.rungs)} rungs, {len(pack.ingredients)} ingredients, "
        f"{len(pack.methods)} methods, {count_pairs(folder)} texts with their Easy Read pair.\n"
    )
    return 0


def compare_command(old: str | Path, new: str | Path, out: TextIO) -> int:
    """Print what changed between two versions, a sentence a line. 1 when one of them is broken."""
    before, after = _sound(old, out), _sound(new, out)
    if before is None or after is None:
        return 1
    out.write(f"From {before.id} {before.version} to {after.id} {after.version}:\n")
    said = compare(before, after) or ["Nothing that people read or the hub goes by has changed."]
    out.writelines(f"- {sentence}\n" for sentence in said)
    return 0


def schema_command(out: TextIO) -> int:
    """Print the JSON Schema of a pack: one property for each of its files."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Files.model_json_schema()}
    out.write(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    return 0


def release_command(folder: str | Path, out: TextIO) -> int:
    """Write RELEASED, which holds the checksum: from then on this version must not change."""
    pack = _sound(folder, out)
    if pack is None:
        return 1
    (Path(folder) / RELEASED).write_text(f"{pack.checksum}\n")
    out.write(f"{pack.id} {pack.version} is released. It must not change now. Its checksum is {pack.checksum}.\n")
    return 0


def _sound(folder: str | Path, out: TextIO, offered: frozenset[str] | None = None) -> Pack | None:
    pack, faults = examine(folder, offered)
    out.writelines(f"{_line(folder, fault)}\n" for fault in faults)
    return pack


def _line(folder: str | Path, fault: Fault) -> str:
    return f"{Path(folder) / fault.file if Path(folder).is_dir() else folder}:{fault.line}: {fault.wrong} {fault.right}"


def main(words: list[str], out: TextIO) -> int:
    """check DIR, compare OLD NEW, schema or release DIR."""
    asked = argparse.ArgumentParser(prog="python -m sidebyside.recipes.commands")
    verbs = asked.add_subparsers(dest="verb", required=True)
    for verb, folders in (("check", ["folder"]), ("compare", ["old", "new"]), ("schema", []), ("release", ["folder"])):
        command = verbs.add_parser(verb)
        for name in folders:
            command.add_argument(name)
    given = vars(asked.parse_args(words))
    do: dict[str, Callable[..., int]] = {
        "check": check_command,
        "compare": compare_command,
        "schema": schema_command,
        "release": release_command,
    }
    return do[given.pop("verb")](**given, out=out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))
