"""Money as people read it."""


def pounds(pence: int) -> str:
    """£43.60, and £12 when there are no odd pence."""
    whole, odd = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{whole:,}" + (f".{odd:02d}" if odd else "")
