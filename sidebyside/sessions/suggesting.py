"""What is usually booked, read from a file, so that it can be changed without code."""

import tomllib
from functools import lru_cache
from pathlib import Path

from sidebyside.sessions.rules import Line

FILE = Path(__file__).with_name("bookings.toml")


@lru_cache
def lines() -> tuple[list[Line], float]:
    """Every line, and from how many hours on a meeting is a long one."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [Line(**line) for line in read["line"]], read["long_hours"]
