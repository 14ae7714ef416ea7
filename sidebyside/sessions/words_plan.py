"""Sentences about what is planned: agenda, roles, papers, moves, by code."""

WORDS: dict[str, str] = {}
