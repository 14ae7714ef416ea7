"""What a browser is sent for the look: small, ours, and following the direction of the page."""

import re
from pathlib import Path

import brotli
import pytest

import sidebyside

BUILT = Path(sidebyside.__file__).parent / "static" / "built"
CSS = (BUILT / "side-by-side.css").read_text()


def test_everything_a_first_page_loads_is_well_under_its_budget():
    fonts = sum((BUILT / "fonts" / f"atkinson-{name}.woff2").stat().st_size for name in ("regular", "bold"))
    words = sum(len(brotli.compress((BUILT / name).read_bytes())) for name in ("side-by-side.css", "side-by-side.js"))

    assert fonts + words < 35_000


def test_the_stylesheet_asks_for_nothing_that_is_not_here():
    asked = re.findall(r"url\(\"?([^\")]+)\"?\)", CSS)

    assert asked
    assert [name for name in asked if not (BUILT / name).exists()] == []


@pytest.mark.parametrize("word", ["sourceMappingURL", "GDS Transport", "crown", "http:", "https:"])
def test_the_stylesheet_is_ours(word):
    assert word not in CSS


def test_the_stylesheet_names_no_left_and_no_right():
    """So that a page in Arabic or Urdu is laid out from the right."""
    sided = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|[;{](?:left|right|float):|text-align:(?:left|right)", CSS
    )

    assert sided == []


def test_the_font_and_the_form_controls_travel_with_their_licences():
    assert "SIL OPEN FONT LICENSE" in (BUILT / "fonts" / "OFL.txt").read_text()
    assert "Crown Copyright" in (BUILT / "LICENCE-govuk-frontend.txt").read_text()
