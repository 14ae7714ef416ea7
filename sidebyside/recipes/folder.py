"""Where packs are kept, and the checksum that shows a released one has not changed."""

import hashlib
import os
from pathlib import Path

from sidebyside.recipes.shape import TOML_FILES

ABOUT, ABOUT_EASY, RELEASED = "about.md", "about.easy.md", "RELEASED"
BELONG = (*TOML_FILES, ABOUT, ABOUT_EASY, RELEASED)


def root() -> Path:
    """The folder of all packs: SIDEBYSIDE_PACKS, or `packs` beside the product."""
    return Path(os.environ.get("SIDEBYSIDE_PACKS") or Path(__file__).resolve().parents[2] / "packs")


def checksum(folder: Path) -> str:
    """SHA-256 over each file's path, length and bytes, in the order of their paths, leaving out RELEASED."""
    sha = hashlib.sha256()
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(paths.keys() - {RELEASED}):
        content = paths[name].read_bytes()
        sha.update(f"{name}\0{len(content)}\0".encode() + content)
    return sha.hexdigest()
