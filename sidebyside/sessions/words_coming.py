"""Sentences about who comes, and who could not, by code."""

WORDS: dict[str, str] = {}
