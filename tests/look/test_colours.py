"""Every choice of colours can be read: WCAG 2.2 asks 4.5 to 1 for words and 3 to 1 for edges of controls."""

import re
from pathlib import Path

import pytest

import sidebyside

THEMES = (Path(sidebyside.__file__).parent / "static" / "src" / "_themes.scss").read_text()
WORDS = [
    ("ink", "paper"), ("ink", "card"), ("ink", "soft"), ("ink", "cream"), ("ink", "stop-soft"),
    ("ink-soft", "paper"), ("ink-soft", "card"), ("ink-soft", "soft"), ("ink-soft", "cream"),
    ("link", "paper"), ("link", "card"), ("link", "soft"), ("link", "cream"),
    ("on-brand", "brand"), ("on-top", "top"), ("on-sun", "sun"), ("stop", "paper"), ("stop", "stop-soft"),
]  # fmt: skip
EDGES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("brand", "card"),
    ("brand", "paper"),
    ("sun", "top"),
    ("focus-edge", "sun"),
]


def block(start: str) -> dict[str, str]:
    body = THEMES.split(start, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", body))


PAPER = block("@mixin paper")
CHOICES = {
    "paper": PAPER,
    "dark": PAPER | block("@mixin dark"),
    "contrast": PAPER | block("@mixin contrast"),
    "blue": PAPER | block(".colour-blue"),
    "plain": PAPER | block(".colour-plain"),
}


def brightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("pair", WORDS, ids=" on ".join)
def test_words_can_be_read(choice, pair):
    colours = CHOICES[choice]

    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("pair", EDGES, ids=" on ".join)
def test_edges_and_marks_can_be_seen(choice, pair):
    colours = CHOICES[choice]

    assert contrast(colours[pair[0]], colours[pair[1]]) >= 3


def test_the_sum_is_right():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
