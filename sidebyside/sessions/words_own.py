"""Sentences about the Lived Expertise Group, by code."""

WORDS: dict[str, str] = {}
