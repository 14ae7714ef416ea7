"""Codes that people type: how they are made, read back, and kept only as digests."""

import secrets

from django.utils.crypto import salted_hmac

from sidebyside.kit.refs import LETTERS


def new_code(length: int) -> str:
    """A code in fours, easy to read aloud: `k7mq-2xpd`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(length))
    return "-".join(letters[i : i + 4] for i in range(0, length, 4))


def digest(place: str, code: str) -> str:
    """What is kept of a code, bound to what it is for. Capitals, spaces and dashes do not matter."""
    return salted_hmac(f"sidebyside.{place}", plain(code), algorithm="sha256").hexdigest()


def digest_of_address(email: str) -> str:
    """What is kept of an email address that a link was asked for, whether anybody here has it or not."""
    return salted_hmac("sidebyside.address", email.strip().lower(), algorithm="sha256").hexdigest()


def plain(code: str) -> str:
    return "".join(letter for letter in code.lower() if letter.isalnum())
