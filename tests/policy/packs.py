"""A recipe that is easier than the real one, for the test that changing recipes lifts nothing."""

import re
import shutil
from pathlib import Path

from sidebyside.recipes.folder import root


def easier_pack(folder: Path) -> Path:
    """A folder of packs holding the real one and a version 9.0.0 whose co-design asks for nothing but what Informing asks for."""
    real = root() / "bristol-adult-social-care"
    shutil.copytree(real, folder / real.name)
    easy = folder / real.name / "9.0.0"
    shutil.copytree(real / "1.0.0", easy, ignore=shutil.ignore_patterns("RELEASED"))
    about = easy / "pack.toml"
    about.write_text(about.read_text().replace('version = "1.0.0"', 'version = "9.0.0"'))
    ladder = easy / "ladder.toml"
    words = ladder.read_text().replace("agreements.members_shaped_the_design", "projects.members_know_what_is_fixed")
    ladder.write_text(re.sub(r"^group_says = .*\n", "", words, flags=re.M))
    return folder
