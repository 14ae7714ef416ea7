"""Sentences about what a group says of itself: life stories, power, meetings on the side, by code."""

WORDS: dict[str, str] = {}
