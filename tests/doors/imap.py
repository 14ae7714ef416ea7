"""A small mail server of our own that speaks enough IMAP (RFC 3501) for somebody to read what came."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

USER, PASSWORD = "answer@hub.example.org", "only for tests"


class Mailbox:
    """emails: what came. seen: the numbers of those that were read. asked: every command that came in."""

    def __init__(self, emails: list[bytes]):
        self.emails, self.seen, self.asked = emails, set(), []

    def fetched(self, uid: int, what: str) -> bytes:
        raw = self.emails[uid - 1]
        if "SIZE" in what:
            return b"* %d FETCH (UID %d RFC822.SIZE %d)\r\n" % (uid, uid, len(raw))
        part = raw.split(b"\n\n")[0] + b"\n\n" if "HEADER" in what else raw
        name = b"BODY[HEADER]" if "HEADER" in what else b"BODY[]"
        return b"* %d FETCH (UID %d %s {%d}\r\n%s)\r\n" % (uid, uid, name, len(part), part)


class _Speaks(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _, rest = line.decode().strip().partition(" ")
            self.server.mailbox.asked.append(rest.split(" ")[0] if rest.startswith("LOGIN") else rest)
            for answer in self.answers(rest):
                self.wfile.write(answer)
            ok = "LOGIN" not in rest or PASSWORD in rest
            self.wfile.write(f"{tag} {'OK' if ok else 'NO'} done\r\n".encode())
            if rest.startswith("LOGOUT"):
                return

    def answers(self, rest: str) -> Iterator[bytes]:
        mailbox, words = self.server.mailbox, rest.split(" ")
        if rest.startswith("CAPABILITY"):
            yield b"* CAPABILITY IMAP4rev1\r\n"
        elif rest.startswith("LOGOUT"):
            yield b"* BYE\r\n"
        elif rest.startswith("SELECT"):
            yield b"* %d EXISTS\r\n" % len(mailbox.emails)
        elif rest.startswith("UID SEARCH"):
            unseen = [str(n) for n in range(1, len(mailbox.emails) + 1) if n not in mailbox.seen]
            yield f"* SEARCH {' '.join(unseen)}\r\n".encode()
        elif rest.startswith("UID FETCH"):
            yield mailbox.fetched(int(words[2]), rest)
        elif rest.startswith("UID STORE") and re.search(r"\+FLAGS.*Seen", rest):
            mailbox.seen.add(int(words[2]))


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


@contextmanager
def imap_server(settings, *emails: bytes) -> Iterator[Mailbox]:
    """A mailbox with these emails, which the settings of this hub name."""
    with _Server(("127.0.0.1", 0), _Speaks) as server:
        server.mailbox = Mailbox(list(emails))
        threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
        settings.IMAP_HOST, settings.IMAP_PORT = server.server_address
        settings.IMAP_USER, settings.IMAP_PASSWORD, settings.IMAP_TLS = USER, PASSWORD, False
        yield server.mailbox
        server.shutdown()
