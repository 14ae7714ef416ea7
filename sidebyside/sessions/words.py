"""What this part says, by code."""

WORDS: dict[str, str] = {}
