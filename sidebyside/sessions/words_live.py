"""Sentences about the room, by code."""

WORDS: dict[str, str] = {}
