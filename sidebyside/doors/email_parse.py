"""An email that came in, read into plain values. Whatever it holds, reading it does no harm and takes a moment.

Attachments are never opened and never kept.
"""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from html.parser import HTMLParser

from mailparser_reply.parser import EmailMessage as Reply

LARGEST = 10_000_000  # bytes of a whole email
MOST_NESTED = 50  # pieces in pieces: more are there to keep programs busy
MOST_WORDS, LONGEST_LINE = 8_000, 2_000  # letters that we read of it
MACHINES = ("mailer-daemon@", "postmaster@", "noreply@", "no-reply@", "donotreply@")
TO = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")


@dataclass(frozen=True)
class Came:
    """What an email says. known_by: a digest, the same for the same email. failed: the Message-IDs of what bounced."""

    known_by: str
    sender: str = ""
    to: tuple[str, ...] = ()
    message_id: str = ""
    answers: tuple[str, ...] = ()
    subject: str = ""
    words: str = ""
    said_at: datetime | None = None
    automatic: bool = False
    failed: tuple[str, ...] = ()
    attachments: bool = False
    too_big: bool = False


def read(raw: bytes | Message, *, marks: Collection[str] = (), too_big: bool = False) -> Came:
    """marks: the sentence "Write your answer above this line." in each language; what is under it is not hers.

    too_big: these are only its headers, since the rest is too big.
    """
    message, too_big = (raw, too_big) if isinstance(raw, Message) else _opened(raw, too_big)
    senders = [address.lower() for _name, address in getaddresses(_headers(message, "From")) if "@" in address]
    message_id = _one(message, "Message-ID")
    body = "" if too_big else _body(message)
    known = f"{message_id}\n{senders}\n" + ("" if message_id else f"{_headers(message, 'Date')}\n{body}")
    return Came(
        known_by=hashlib.sha256(known.encode("utf-8", "replace")).hexdigest(),
        sender=senders[0] if len(senders) == 1 else "",
        to=tuple(words for name in TO for words in _headers(message, name)),
        message_id=message_id,
        answers=tuple(_headers(message, "In-Reply-To") + _headers(message, "References")),
        subject=_one(message, "Subject"),
        words=hers(body, marks),
        said_at=_arrived(message),
        automatic=_is_automatic(message, senders),
        failed=_failed(message),
        attachments=any(_safely(part.get_content_disposition) == "attachment" for part in _parts(message)),
        too_big=too_big,
    )


def _opened(raw: bytes, too_big: bool) -> tuple[Message, bool]:
    """The email, and whether it was too big to read: then only its headers are there."""
    nested = len(re.findall(rb"multipart/", raw[:LARGEST], re.IGNORECASE)) > MOST_NESTED
    if len(raw) <= LARGEST and not too_big and not nested:
        try:
            return message_from_bytes(raw), False
        except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError):
            pass  # an email made to break programs: its headers are enough to say so
    head = re.split(rb"\r?\n\r?\n", raw[:100_000], maxsplit=1)[0]
    return BytesHeaderParser().parsebytes(head + b"\n\n"), too_big or len(raw) > LARGEST


def _safely(do, otherwise=""):
    """The library that reads emails can stumble over odd ones; then we go without that piece."""
    try:
        return do()
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError):
        return otherwise


def _headers(message: Message, name: str) -> list[str]:
    """As they were written, on one line each: taking them apart first can take programs long."""
    return [
        _clean(" ".join(str(value)[:2000].split())) for key, value in message.raw_items() if key.lower() == name.lower()
    ]


def _clean(words: str) -> str:
    """Without what no database keeps."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\x00", "")


def _one(message: Message, name: str) -> str:
    first = (_headers(message, name) or [""])[0]
    return _clean(_safely(lambda: str(make_header(decode_header(first))), first))[:300]


def _parts(message: Message) -> list[Message]:
    return _safely(lambda: list(message.walk()), [])


def _body(message: Message) -> str:
    for kind in ("text/plain", "text/html"):
        for part in _parts(message):
            if part.get_content_type() == kind and _safely(part.get_content_disposition) != "attachment":
                words = _decoded(part)[: MOST_WORDS * 5]
                words = words if kind == "text/plain" else in_plain_words(words)
                if words.strip():
                    return words[:MOST_WORDS]
    return ""


def _decoded(part: Message) -> str:
    raw = _safely(lambda: part.get_payload(decode=True), b"")
    charset = _safely(part.get_content_charset) or "utf-8"
    if isinstance(raw, bytes):
        words = _safely(lambda: raw.decode(charset, "replace")) or raw.decode("utf-8", "replace")
        return words.replace("\x00", "")
    return ""


class _Words(HTMLParser):
    """The words of an email in HTML, without what it quotes."""

    hidden = ("style", "script", "head", "title", "blockquote")
    breaks = ("br", "p", "div", "li", "tr", "h1", "h2", "h3")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in self.hidden:
            self.inside.append(tag)
        elif tag in self.breaks:
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag in self.inside:
            del self.inside[self.inside.index(tag) :]
        elif tag in self.breaks:
            self.words.append("\n")

    def handle_data(self, data):
        if not self.inside:
            self.words.append(re.sub(r"\s+", " ", data))


def in_plain_words(html: str) -> str:
    words = _Words()
    _safely(lambda: words.feed(html))
    return "".join(words.words)


def hers(body: str, marks: Collection[str]) -> str:
    """What she herself wrote: above our line, without what is quoted, and without a signature.

    Under it only when our line is quoted, so that hers can be told from ours, and there is nothing above.
    """
    lines = [line.rstrip()[:LONGEST_LINE] for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    ours = [place for place, line in enumerate(lines) if " ".join(line.strip(" >*|\t").split()) in marks]
    above = _own(_without_who_wrote(lines[: ours[0]]) if ours else lines)
    quoted = ours and lines[ours[0]].lstrip().startswith(">")
    under = [line for line in lines[ours[0] :] if not line.lstrip().startswith(">")] if quoted else []
    return above or _own(under)


def _without_who_wrote(lines: list[str]) -> list[str]:
    """Programs end what they put above a quote with a line such as "Hub wrote:", or with dashes, in any language."""
    while lines and (not lines[-1].strip(" >*_=-\t") or lines[-1].endswith(":")):
        lines = lines[:-1]
    return lines


def _own(lines: list[str]) -> str:
    tidy = re.sub(r"\n\s*\n", "\n\n", "\n".join(lines))
    replies = Reply(text=tidy, languages=["en", "de", "fr", "es", "pl"], keep_hyphen_lists=True).read().replies
    own = replies[0].body if replies else ""
    return "\n".join(line for line in own.split("\n") if not line.lstrip().startswith(">")).strip()


def _arrived(message: Message) -> datetime | None:
    """When the last server on its way took it, which only that server writes; None when none says."""
    first = (_headers(message, "Received") or [""])[0]
    at = _safely(lambda: parsedate_to_datetime(first.rpartition(";")[2].strip()), None)
    return at if at and at.tzinfo and at.utcoffset() is not None and abs(at.utcoffset()) < timedelta(days=1) else None


def _is_automatic(message: Message, senders: list[str]) -> bool:
    """Written by a program (RFC 3834, and what programs wrote before it): never answered, or two would talk for ever."""
    says = _one(message, "Auto-Submitted").lower()
    return bool(
        (says and says != "no")
        or _one(message, "Precedence").lower() in ("bulk", "junk", "list", "auto_reply")
        or any(_headers(message, name) for name in ("X-Autoreply", "X-Autorespond", "List-Id"))
        or _one(message, "Return-Path") == "<>"
        or message.get_content_type() == "multipart/report"
        or not senders
        or any(sender.startswith(MACHINES) for sender in senders)
    )


def _failed(message: Message) -> tuple[str, ...]:
    """The Message-IDs in a report of a mail server that it cannot deliver something and has given up (RFC 3464)."""
    if message.get_content_type() != "multipart/report":
        return ()
    actions, ids = [], []
    for part in _parts(message):
        if part.get_content_type() == "message/delivery-status":
            each = [report for report in part.get_payload() if isinstance(report, Message)]
            actions += [str(report.get("Action", "")).strip().lower() for report in each]
        elif part.get_content_type() == "text/rfc822-headers":
            ids += re.findall(r"^message-id:\s*(<[^>\s]+>)", _decoded(part)[:MOST_WORDS], re.IGNORECASE | re.MULTILINE)
        elif part is not message:
            ids += _headers(part, "Message-ID")
    return tuple(ids) if "failed" in actions else ()
