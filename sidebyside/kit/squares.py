"""Squares that hold an address, for the camera of a phone (QR codes)."""

from django.utils.safestring import SafeString, mark_safe


def for_paper(address: str) -> str:
    """As a picture's address, to print."""
    return _square(address).svg_data_uri(border=2)


def for_screen(address: str) -> SafeString:
    """As a drawing in the page. Only letters of the address are in it."""
    return mark_safe(_square(address).svg_inline(scale=5, border=4, light="#fff"))  # noqa: S308


def _square(address: str):
    import segno  # large, and loaded when the first square is drawn

    return segno.make(address, error="m")
