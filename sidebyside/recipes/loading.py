"""Finds a pack by its name and version. A broken pack never loads."""

import re
from functools import lru_cache
from pathlib import Path

from sidebyside.recipes.checking import examine
from sidebyside.recipes.faults import Fault
from sidebyside.recipes.folder import root
from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import ID, VERSION


class NoSuchPack(LookupError):
    """There is no pack of this name and version here."""


class BrokenPack(ValueError):
    """The pack has faults. `.faults` lists them."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(f"The pack {name} is broken.\n" + "\n".join(map(str, faults)))


def load(pack_id: str, version: str) -> Pack:
    """The pack, read once and kept. Raises NoSuchPack or BrokenPack."""
    return _load(root(), pack_id, version)


@lru_cache(maxsize=64)
def _load(packs: Path, pack_id: str, version: str) -> Pack:
    folder = packs / pack_id / version
    if not (re.fullmatch(ID, pack_id) and re.fullmatch(VERSION, version) and folder.is_dir()):
        raise NoSuchPack(f"There is no pack {pack_id} {version}.")
    pack, faults = examine(folder)
    if pack is None:
        raise BrokenPack(f"{pack_id} {version}", faults)
    return pack


def available() -> list[tuple[str, str]]:
    """The name and version of every pack folder here, by name, oldest version first. They are not read."""
    found = [(path.parent.name, path.name) for path in root().glob("*/*") if path.is_dir()]
    found = [pair for pair in found if re.fullmatch(ID, pair[0]) and re.fullmatch(VERSION, pair[1])]
    return sorted(found, key=lambda pair: (pair[0], [int(number) for number in pair[1].split(".")]))
