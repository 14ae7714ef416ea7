"""bench/live asks as the phones of a meeting do, and says how much quicker "nothing new" is."""

from argparse import Namespace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from bench import live_room


class Room(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        same = self.headers.get("If-None-Match") == '"1"'
        self.send_response(304 if same else 200)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Length", "0" if same else "4")
        self.end_headers()
        self.wfile.write(b"" if same else b"here")

    def log_message(self, *_):
        pass


@pytest.fixture
def port():
    with ThreadingHTTPServer(("127.0.0.1", 0), Room) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site.server_port
        site.shutdown()


@pytest.mark.parametrize("same", [True, False])
def test_every_phone_asks_what_is_new(port, same, monkeypatch):
    monkeypatch.setattr(live_room, "EVERY", 0.1)

    assert len(live_room.polled(port, ["seat=1", "seat=2"], 0.3, same=same)) >= 4


def test_it_says_how_long_each_answer_took():
    queries = {"same": {"queries": 1}, "new": {"queries": 12}}
    said = live_room.lines(Namespace(meetings=20, people=15), queries, [1.0, 2.0, 3.0], [4.0, 6.0, 8.0])

    assert "20 meetings of 15 people" in said[0]
    assert "1 queries" in said[1]
    assert said[-1] == "Something new takes 3.0 times as long."
