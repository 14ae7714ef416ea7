"""Sends a recording that is kept here, whole or a part of it: players on phones ask for parts."""

import re
from collections.abc import Iterator

from django.http import Http404, HttpResponse, StreamingHttpResponse

from sidebyside.texts import files

PART = re.compile(r"bytes=(\d{1,12})?-(\d{1,12})?")
A_BITE = 64 * 1024


def send(request, name: str):
    """The file of this name: 200 with all of it, 206 with the part asked for, 416 for a part it does not have."""
    try:
        kind, size = files.kind_and_size(name)
    except (FileNotFoundError, KeyError):
        raise Http404 from None
    asked = PART.fullmatch(request.headers.get("Range", ""))
    first, last = _bounds(asked, size) if asked else (0, size - 1)
    if asked and not 0 <= first <= last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_bites(name, first, last), status=206 if asked else 200, content_type=kind)
    response.headers["Accept-Ranges"], response.headers["Content-Length"] = "bytes", str(last - first + 1)
    if asked:
        response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def _bounds(asked: re.Match, size: int) -> tuple[int, int]:
    """The first and last byte asked for. `-500` is the last 500; an end past the file is its end."""
    first, last = asked.groups()
    if first is None:
        return (max(size - int(last), 0), size - 1) if last else (0, size - 1)
    return (int(first), min(int(last), size - 1) if last else size - 1) if int(first) < size else (0, -1)


def _bites(name: str, first: int, last: int) -> Iterator[bytes]:
    with files.opened(name) as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (bite := file.read(min(A_BITE, left))):
            left -= len(bite)
            yield bite
