"""Whatever the program records or refuses by code can be said in words."""

import re
from pathlib import Path

from sidebyside.kit.words import all_words
from sidebyside.reactions import REACTIONS, RECORD

SOURCE = Path(__file__).resolve().parents[2] / "sidebyside"


def found(pattern: str) -> set[str]:
    return {code for path in SOURCE.rglob("*.py") for code in re.findall(pattern, path.read_text())}


def test_every_reason_for_a_refusal_has_words():
    codes = found(r'\bno\(\s*"([a-z_]+)"')

    assert len(codes) > 40
    assert codes - set(all_words()) == set()


def test_everything_that_history_notes_has_words():
    codes = found(r'history\.note\([^"]*"([a-z]+(?:-[a-z]+)+)"')

    assert len(codes) > 15
    assert codes - set(all_words()) == set()


def test_everything_that_can_change_a_label_has_words():
    events = {event for event, reactions in REACTIONS.items() if RECORD in reactions}

    assert len(events) > 20
    assert {f"because_{event}" for event in events} - set(all_words()) == set()


def test_every_reason_on_a_label_has_words():
    assert found(r'Because\("([a-z_]+)"') - set(all_words()) == set()
