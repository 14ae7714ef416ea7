"""Sentences about words to explain, by code."""

WORDS: dict[str, str] = {}
