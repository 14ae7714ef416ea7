"""Every recipe in packs/ is sound."""

import io
from collections.abc import Iterator
from pathlib import Path

import django


def faults(folder: Path) -> Iterator[str]:
    """What the pack checker says of each version of each pack in `folder`."""
    django.setup()
    from sidebyside.kit.facts import offered
    from sidebyside.recipes.commands import check_command

    found = sorted(path.parent for path in folder.glob("*/*/pack.toml"))
    if not found:
        yield f"there is no pack in {folder}"
    for pack in found:
        said = io.StringIO()
        if check_command(pack, said, offered()):
            yield from said.getvalue().splitlines()
