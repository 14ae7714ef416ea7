"""Walks the product as somebody would: from a few first pages along every link, and reads what each page holds."""

import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve

FIRST = ("/", "/me/", "/asks/", "/projects/", "/look/", "/help/", "/label/")
TOKEN = re.compile(rb'name="(csrfmiddlewaretoken|ref)"([^>]*)value="[^"]+"')  # made anew for each page
MOST = 700  # pages; more would mean that links breed


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(href)


def links(html: str, base: str) -> list[str]:
    """The addresses on this site that a page links to, as the page has them, without fragments."""
    parser = _Links()
    parser.feed(html)
    whole = [urldefrag(urljoin(f"http://testserver{base}", href)).url for href in parser.found]
    here = [urlsplit(url) for url in whole if url.startswith("http://testserver/")]
    back = re.compile(r"^(next|page|pdf)=")  # the same page again: with where to go back to, or on paper
    return [
        url.path + (f"?{url.query}" if url.query and not back.match(url.query) else "")
        for url in here
        if not url.path.startswith("/static/")
    ]


def sort_of(path: str) -> tuple:
    """Pages of one sort are the same page, of the same project, about another thing: another method, another person."""
    try:
        page = resolve(urlsplit(path).path)
    except Resolver404:
        return (path,)
    return page.route, page.kwargs.get("slug"), page.kwargs.get("kind")


def crawl(client, first: Iterable[str] = FIRST, *, more: Iterable[str] = (), of_a_sort: int = MOST) -> dict[str, bytes]:
    """Every page that can be reached: address -> what came back, with form tokens taken out. Redirects count as theirs.

    of_a_sort: how many pages of one sort are opened, when it does not matter which.
    """
    waiting, seen, sorts = [*first, *more], {}, Counter()
    while waiting:
        path = waiting.pop(0)
        if path in seen or sorts[sort_of(path)] == of_a_sort:
            continue
        sorts[sort_of(path)] += 1
        response = client.get(path, unchecked="crawled for what it holds; other tests check each page's HTML")
        body = b"".join(response) if response.streaming else response.content
        seen[path] = f"{response.status_code} {response.headers.get('Location', '')}\n".encode() + TOKEN.sub(b"", body)
        if len(seen) > MOST:
            raise AssertionError(f"more than {MOST} pages: links breed, such as {path}")
        if response.status_code == 200 and "html" in response["Content-Type"]:
            waiting += [link for link in links(body.decode(), path) if link not in seen]
        elif response.status_code in (301, 302):
            waiting.append(response["Location"])
    return seen
