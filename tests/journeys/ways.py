"""The ways in which each journey is made. All of them by keyboard alone."""

from dataclasses import dataclass
from functools import partial

import pytest


@dataclass(frozen=True)
class Way:
    """The size of the window and how far it is zoomed, whether she reads Easy Read, and whether JavaScript runs."""

    width: int
    height: int
    zoom: int = 1
    easy: bool = False
    javascript: bool = True


DESKTOP = Way(1180, 900)
SMALL = Way(320, 740)
SMALL_EASY_NO_JAVASCRIPT = Way(320, 740, easy=True, javascript=False)
ZOOMED = Way(320, 256, zoom=4)  # a window of 1280 by 1024 at 400%

in_each_way = partial(
    pytest.mark.parametrize,
    "way",
    [
        pytest.param(DESKTOP, id="desktop"),
        pytest.param(SMALL_EASY_NO_JAVASCRIPT, id="320-easy-read-no-javascript"),
        pytest.param(ZOOMED, id="zoom-400"),
    ],
)()
