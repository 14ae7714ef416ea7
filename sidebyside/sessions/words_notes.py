"""Sentences about notes, actions, the car park, by code."""

WORDS: dict[str, str] = {}
