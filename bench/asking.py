"""Opens pages as browsers do, and says how long that took and how much came over the wire."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import quantiles
from urllib.parse import urljoin, urlsplit

CLIENTS = 4
AT_LEAST = 20  # times that a page is opened, however slow it is


class Missing(Exception):
    """A page that is not there, or that went wrong."""


@dataclass(frozen=True)
class Timing:
    cpu: float  # milliseconds that the server worked on a page: does not depend on what else the machine does
    p50: float  # milliseconds, one browser at a time
    p95: float
    a_second: float  # pages a second, four browsers at once
    bytes: int


class Browser:
    """One connection, kept open as browsers do, until the `with` ends."""

    def __init__(self, port: int, cookie: str = ""):
        self.connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self.headers = {"Accept-Encoding": "br, gzip", "Accept": "text/html,*/*"} | (
            {"Cookie": cookie} if cookie else {}
        )

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_) -> None:
        self.connection.close()

    def get(self, address: str, *, plain: bool = False) -> bytes:
        """What came over the wire, compressed if the server does that. Raises Missing."""
        headers = self.headers | ({"Accept-Encoding": "identity"} if plain else {})
        self.connection.request("GET", address, headers=headers)
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise Missing(f"{address} answered {response.status}")
        return body


def time_page(port: int, cookie: str, address: str, seconds: float, cpu: Callable[[], float]) -> Timing:
    """Half of the time one browser after the other, and half of it four at once. cpu: seconds the server has worked."""
    with Browser(port, cookie) as browser:
        size = len(browser.get(address))
        browser.get(address)
        worked = cpu()
        taken = _one_by_one(browser, address, seconds / 2)
        worked = (cpu() - worked) * 1000 / len(taken)
    cuts = quantiles(taken, n=100, method="inclusive")
    return Timing(worked, cuts[49], cuts[94], _at_once(port, cookie, address, seconds / 2), size)


def _one_by_one(browser: Browser, address: str, seconds: float) -> list[float]:
    taken: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until or len(taken) < AT_LEAST:
        began = time.perf_counter()
        browser.get(address)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _at_once(port: int, cookie: str, address: str, seconds: float) -> float:
    began = time.monotonic()

    def keep_asking(_) -> int:
        times = 0
        with Browser(port, cookie) as browser:
            while time.monotonic() < began + seconds:
                browser.get(address)
                times += 1
        return times

    with ThreadPoolExecutor(CLIENTS) as pool:
        times = sum(pool.map(keep_asking, range(CLIENTS)))
    return times / (time.monotonic() - began)


LINKED = re.compile(r'<link[^>]+href="([^"]+\.(?:css|woff2|svg|png|ico)[^"]*)"|<(?:script|img)[^>]+src="([^"]+)"')
IN_STYLE = re.compile(r"url\(['\"]?([^'\")]+)['\"]?\)")


def first_visit(port: int, address: str) -> dict[str, int]:
    """Bytes over the wire, by kind, for somebody's very first page: with every style, script, picture and font it names."""
    with Browser(port) as browser:
        seen: dict[str, int] = {address: len(browser.get(address))}
        page = browser.get(address, plain=True).decode()
        wanted = [urljoin(address, a or b) for a, b in LINKED.findall(page)]
        while wanted:
            one = urlsplit(wanted.pop()).path
            if one not in seen:
                seen[one] = len(browser.get(one))
                wanted += _named_in(browser, one)
    kinds: dict[str, int] = {}
    for one, size in seen.items():
        kind = "html" if one == address else one.rpartition(".")[2]
        kinds[kind] = kinds.get(kind, 0) + size
    return kinds


def _named_in(browser: Browser, style: str) -> list[str]:
    """The fonts and pictures that a style sheet names. Nothing else names any."""
    if not style.endswith(".css"):
        return []
    found = IN_STYLE.findall(browser.get(style, plain=True).decode())
    return [urljoin(style, url) for url in found if not url.startswith("data:")]
