"""Opaque names for rows: what addresses and history use, so that nothing can be counted or guessed from them."""

import secrets

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that look alike when read aloud or copied from paper


def new_ref() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(12))
