"""When a text is paired, older than its source, checked; and which recordings we take. Plain functions of plain values."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sidebyside.kit.verdict import YES, Verdict, no

STANDARD, EASY_READ = "standard", "easy-read"
AUDIO, VIDEO, BSL = "audio", "video", "bsl"
FORMATS = (STANDARD, EASY_READ, AUDIO, VIDEO, BSL)
RECORDINGS = (AUDIO, VIDEO, BSL)
BEING_MADE, DRAFT, CHECKED = "being_made", "draft", "checked"
LANGUAGES = ("en", "cy", "ur")
SOURCE_LANGUAGE = "en"
MOST_LETTERS = 20_000
MOST_BYTES, MOST_CAPTION_BYTES = 50_000_000, 500_000


@dataclass(frozen=True)
class Source:
    """A text that something else holds: what it is (a code), whose (an opaque ref), its room, its address and words."""

    about: str
    of: str
    room: str
    slug: str
    words: str


def digest_of(words: str) -> str:
    """What a text said, in so few letters that two can be compared. Spaces and line breaks make no difference."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def is_older(source_digest: str, words: str) -> bool:
    """Has the text changed since this version of it was made?"""
    return source_digest != digest_of(words)


def can_make(*, format: str, language: str, made_by_another: bool, ready_by: date, today: date) -> Verdict:
    """May somebody say that she is making this, by this day?"""
    if format not in FORMATS or language not in LANGUAGES or (format, language) == (STANDARD, SOURCE_LANGUAGE):
        return no("text_not_of_a_kind")
    if made_by_another:
        return no("text_made_by_another")
    return YES if ready_by >= today else no("text_ready_in_the_past")


def can_write(*, format: str, language: str, words: str, source: str) -> Verdict:
    """May these words stand beside the text?"""
    if (format, language) == (STANDARD, SOURCE_LANGUAGE) or format not in (STANDARD, EASY_READ):
        return no("text_not_of_a_kind")
    if not source.strip():
        return no("text_has_no_source")
    if not words.strip():
        return no("text_needs_words")
    return YES if len(words) <= MOST_LETTERS else no("text_too_long", most=MOST_LETTERS)


def can_check(
    *, paid: bool, checkers: Collection[str], maker: str, may_check: Collection[str], on_day: date, today: date
) -> Verdict:
    """ "Checked" is what people did, in a session they were paid for. Nobody checks her own text.

    checkers, maker, may_check: opaque names. may_check: members who are not here by their job.
    """
    if on_day > today:
        return no("checked_in_the_future")
    if not checkers:
        return no("checked_by_nobody")
    if maker in checkers:
        return no("checked_by_its_maker")
    if not set(checkers) <= set(may_check):
        return no("checked_by_a_stranger")
    return YES if paid else no("checked_unpaid")


def ideas(words: str) -> list[str]:
    """An Easy Read text as its ideas: one for each paragraph. A picture stands beside each."""
    parts = [part.strip() for part in words.replace("\r\n", "\n").split("\n\n")]
    return [part for part in parts if part]


def can_link(link: str) -> Verdict:
    """A recording elsewhere: an https address of another site, with no name or password in it."""
    try:
        parts = urlsplit(link)
        fine = parts.scheme == "https" and "." in (parts.hostname or "") and not parts.username and parts.port is None
    except ValueError:
        fine = False
    return YES if fine else no("recording_link_not_https")


def kind_of_file(start: bytes) -> str:
    """What a recording is, by how it begins and never by its name: mp4, webm, mp3, ogg, m4a; "" for anything else."""
    if start[4:8] == b"ftyp":
        return "m4a" if start[8:11] == b"M4A" else "mp4"
    begins = {b"\x1aE\xdf\xa3": "webm", b"ID3": "mp3", b"OggS": "ogg"}
    if start[:1] == b"\xff" and len(start) > 1 and start[1] & 0xE6 == 0xE2:  # an MPEG frame of layer III
        return "mp3"
    return next((kind for mark, kind in begins.items() if start.startswith(mark)), "")


def can_upload(*, format: str, kind: str, size: int) -> Verdict:
    """May this file be kept as a recording of this format?"""
    if size > MOST_BYTES:
        return no("recording_too_big", most=MOST_BYTES // 1_000_000)
    fits = {AUDIO: {"mp3", "ogg", "m4a"}, VIDEO: {"mp4", "webm"}, BSL: {"mp4", "webm"}}
    return YES if kind in fits.get(format, set()) else no(f"recording_not_{'sound' if format == AUDIO else 'film'}")


def can_caption(content: bytes) -> Verdict:
    """Captions are a WebVTT file: plain text that begins with WEBVTT."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return no("captions_not_webvtt")
    fine = text.startswith("WEBVTT") and len(content) <= MOST_CAPTION_BYTES and "-->" in text
    return YES if fine else no("captions_not_webvtt")
