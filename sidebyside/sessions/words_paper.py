"""Sentences about a meeting wholly on paper, by code."""

WORDS: dict[str, str] = {}
