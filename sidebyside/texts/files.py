"""Recordings that are kept here: under names of our own, known by what is in them, and no bigger than we can carry."""

from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile

from sidebyside.kit.refs import new_ref
from sidebyside.kit.verdict import refuse_unless
from sidebyside.texts import rules

TYPES = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "m4a": "audio/mp4",
    "vtt": "text/vtt",
}
FOLDER = "texts"


@dataclass(frozen=True)
class Kept:
    file: str
    captions: str


NOTHING = Kept("", "")


def keep(file: UploadedFile, captions: UploadedFile | None, *, format: str) -> Kept:
    """Keep a recording and its captions, if both are what they should be. Raises Refused, and keeps nothing then."""
    start = file.read(64)
    file.seek(0)
    kind, size = rules.kind_of_file(start), file.size or 0
    refuse_unless(rules.can_upload(format=format, kind=kind, size=size))
    words = captions.read(rules.MOST_CAPTION_BYTES + 1) if captions else b""
    if captions:
        captions.seek(0)
        refuse_unless(rules.can_caption(words))
    name = f"{new_ref()}.{kind}"
    default_storage.save(f"{FOLDER}/{name}", file)
    beside = f"{new_ref()}.vtt" if captions else ""
    if captions:
        default_storage.save(f"{FOLDER}/{beside}", captions)
    return Kept(name, beside)


def kind_and_size(name: str) -> tuple[str, int]:
    """What the file of this name is, and how many bytes it has. Raises FileNotFoundError, or KeyError for no file of ours."""
    return TYPES[name.rpartition(".")[2]], default_storage.size(f"{FOLDER}/{name}")


def opened(name: str):
    return default_storage.open(f"{FOLDER}/{name}")
