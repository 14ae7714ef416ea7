"""The keys of a hub: made once, kept beside the data folder and never inside it, so that a copy of the data opens nothing."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet


@dataclass(frozen=True)
class Keys:
    secret: str
    fields: tuple[str, ...]  # newest first; older ones still open what they sealed


def read_keys(folder: Path) -> Keys:
    """The keys in `folder`, made if they are not there yet. Raises OSError when the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = _read_or_make(folder / "secret", lambda: secrets.token_urlsafe(50))
    fields = _read_or_make(folder / "fields", lambda: Fernet.generate_key().decode())
    return Keys(secret=secret.strip(), fields=tuple(fields.split()))


def _read_or_make(path: Path, make) -> str:
    try:
        with path.open("x") as file:
            path.chmod(0o600)
            file.write(make())
    except FileExistsError:
        pass
    return path.read_text()
