"""Journeys are made with the keyboard alone: no test here may press, fill or choose in another way."""

import re
from pathlib import Path

OTHER_WAYS = re.compile(
    r"\.(click|dblclick|fill|check|uncheck|set_checked|select_option|tap|press_sequentially|dispatch_event|submit"
    r"|requestSubmit|focus|mouse|touchscreen)\b(?=[.(])"
)


def test_no_journey_uses_anything_but_the_keyboard():
    lines = [
        f"{file.name}: {line.strip()}"
        for file in Path(__file__).parent.glob("*.py")
        for line in file.read_text().splitlines()
        if OTHER_WAYS.search(line)
    ]
    assert lines == []
