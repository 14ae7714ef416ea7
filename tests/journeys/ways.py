"""The ways in which each journey is made. All of them by keyboard alone."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Way:
    """The size of the window and how far it is zoomed, what she reads, and whether JavaScript runs."""

    width: int
    height: int
    zoom: int = 1
    easy: bool = False
    javascript: bool = True
    language: str = "en"


DESKTOP = Way(1180, 900)
SMALL = Way(320, 740)
SMALL_URDU = Way(320, 740, language="ur")
SMALL_EASY_NO_JAVASCRIPT = Way(320, 740, easy=True, javascript=False)
ZOOMED = Way(320, 256, zoom=4)  # a window of 1280 by 1024 at 400%


def ways(**ways: Way):
    """The same journey in each of these."""
    return pytest.mark.parametrize("way", [pytest.param(way, id=name) for name, way in ways.items()])


# Between them: a small screen, 400%, Easy Read and plain words, with and without JavaScript.
in_each_way = ways(small_easy_no_javascript=SMALL_EASY_NO_JAVASCRIPT, zoomed=ZOOMED)
