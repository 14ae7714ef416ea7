"""Sentences about asking when to meet, by code."""

WORDS: dict[str, str] = {}
