"""Sentences about calendars, by code."""

WORDS: dict[str, str] = {}
