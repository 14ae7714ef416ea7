"""Every page there is, found from the addresses themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Page:
    """One address: its pattern, the name of its route and the view behind it."""

    pattern: str
    name: str
    view: object


def all_pages(resolver=None, before: str = "/") -> Iterator[Page]:
    for part in (resolver or get_resolver()).url_patterns:
        where = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from all_pages(part, where)
        elif isinstance(part, URLPattern):
            yield Page(where, part.name or "", part.callback)
