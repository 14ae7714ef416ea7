"""Sentences about how meetings feel, by code."""

WORDS: dict[str, str] = {}
