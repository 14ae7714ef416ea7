"""bench/pages says what it measured, names a page that is missing, and leaves no server behind."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from bench import asking, report, server
from bench.asking import Timing

PAGES = {
    "/": b'<link rel="stylesheet" href="/static/a.css"><script src="/static/a.js"></script>',
    "/static/a.css": b"@font-face{src:url(fonts/a.woff2)}",
    "/static/fonts/a.woff2": b"x" * 500,
    "/static/a.js": b"1",
}


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = PAGES.get(self.path, b"nothing here")
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def port():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site.server_port
        site.shutdown()


def hub(queries: int, p95: float, scans: list[str], *, size: int = 2048, memory: float = 100) -> dict:
    return {
        "pages": {"label": {"queries": queries, "scans": scans}}, "timings": {"label": Timing(5, p95 / 2, p95, 30, size)},
        "people": 20, "answers": 2000, "entries": 300, "megabytes": 3, "seconds": 1, "memory": (memory, 20),
        "first": {"html": size, "css": size * 2},
    }  # fmt: skip


def test_a_first_visit_counts_the_page_and_everything_it_names(port):
    assert asking.first_visit(port, "/") == {"html": len(PAGES["/"]), "css": 34, "js": 1, "woff2": 500}


def test_a_page_is_timed_by_one_browser_and_by_four(port):
    timing = asking.time_page(port, "", "/", 0.2, lambda: 0.0)

    assert 0 < timing.p50 <= timing.p95
    assert timing.a_second > 0
    assert timing.bytes == len(PAGES["/"])


def test_a_page_that_is_not_there_is_named(port):
    with pytest.raises(asking.Missing, match="/nowhere/ answered 404"):
        asking.time_page(port, "", "/nowhere/", 0.2, lambda: 0.0)


def test_the_table_says_how_much_the_largest_hub_takes_of_what_the_smallest_takes():
    table = "\n".join(report.table({1: hub(4, 10, []), 50: hub(4, 25, [])}))

    assert "label" in table
    assert "10.0   25.0  2.50x" in table


def test_what_is_over_a_bar_or_grows_stands_out():
    found = list(report.stands_out({1: hub(4, 10, []), 50: hub(30, 120, ["SCAN kit_entry"])}))

    assert found == [
        "label: 30 queries, more than 25.",
        "label: queries grow from 4 to 30.",
        "label: p95 is 120 ms, more than 100.",
        "label: reads a table from end to end: SCAN kit_entry.",
    ]


def test_what_is_too_heavy_stands_out():
    found = list(report.stands_out({500: hub(4, 10, [], size=20480, memory=400)}))

    assert found == [
        "label: 20.0 kB over the wire, more than 15.",
        "A first visit takes more than 50 kB.",
        "The server alone held 400 MB, more than the 300 MB that it and the worker may.",
    ]


def test_when_all_is_well_it_says_so():
    assert list(report.stands_out({1: hub(4, 10, [])})) == [
        "Nothing stands out: no page is over a bar, and no query grows."
    ]


def test_whatever_goes_wrong_the_server_is_stopped(monkeypatch):
    @contextmanager
    def started():
        monkeypatch.setattr(server, "command", lambda *_: ["sleep", "60"])
        monkeypatch.setattr(server, "_wait_until_ready", lambda *_: None)
        with server.running({"PATH": "/usr/bin:/bin"}) as web:
            yield web

    with pytest.raises(RuntimeError, match="something"), started() as web:
        raise RuntimeError("something")

    assert web.process.has_ended()
