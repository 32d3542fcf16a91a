"""Private files over HTTP, after the caller checked who asks: ranges for seeking, safe types, nothing executable."""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from interviewer.errors import NotFound, ServiceDown

log = logging.getLogger(__name__)

BLOCK = 64 * 1024
#: As many first bytes as tell what a file is.
HEAD = 16
#: What a browser may show in place; everything else is a download of unknown bytes.
SHOWN_INLINE = frozenset(
    {
        "video/webm",
        "video/mp4",
        "video/ogg",
        "audio/webm",
        "audio/mp4",
        "audio/ogg",
        "audio/mpeg",
        "audio/wav",
        "image/png",
        "image/jpeg",
        "image/webp",
        "image/gif",
        "application/pdf",
    }
)
_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


@dataclass(frozen=True)
class _Span:
    """The bytes from `start` up to and including `last`."""

    start: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.start + 1


def serve_private(
    request: HttpRequest,
    file: File,
    *,
    content_type: str | Callable[[bytes], str],
    download_name: str = "",
) -> HttpResponseBase:
    """The file for somebody who may see it. `content_type` is what we know it to be, never what was claimed; a
    function tells it from the file's first bytes (interviewer.integrations.media_types).

    With `download_name` it is offered as a download under that name. Understands one byte range (a player
    that seeks) and If-None-Match. Raises NotFound when the stored file is gone, ServiceDown when its
    store is.
    """
    try:
        size = file.size
        stored = file.storage.open(file.name, "rb") if hasattr(file, "storage") else file.open("rb")
    except (FileNotFoundError, ValueError) as problem:
        raise NotFound from problem
    except OSError as problem:
        log.warning("a stored file could not be opened: %s", problem)
        raise ServiceDown(
            _("The file store can't be reached just now. Please try again in a minute.")
        ) from problem
    etag = f'"{hashlib.sha256(f"{file.name}:{size}".encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        stored.close()
        return _with_headers(HttpResponse(status=304), etag, "", "")
    if callable(content_type):
        content_type = content_type(stored.read(HEAD))
    span, wrong = _asked(request, size, etag)
    if wrong:
        stored.close()
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    whole = span or _Span(0, size - 1)
    body: Iterator[bytes] = iter(()) if request.method == "HEAD" else _read(stored, whole)
    answer = StreamingHttpResponse(body, status=206 if span else 200)
    answer["Content-Length"] = str(whole.length)
    if span:
        answer["Content-Range"] = f"bytes {span.start}-{span.last}/{size}"
    return _with_headers(answer, etag, content_type, download_name)


def _with_headers(
    response: HttpResponseBase, etag: str, content_type: str, download_name: str
) -> HttpResponseBase:
    plain = content_type.partition(";")[0].strip().lower()
    is_shown = plain in SHOWN_INLINE
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    # Kept by this browser only, and never shown again without asking us, who check again.
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    if content_type:
        response["Content-Type"] = plain if is_shown or download_name else "application/octet-stream"
        disposition = content_disposition_header(bool(download_name) or not is_shown, download_name or None)
        response["Content-Disposition"] = disposition or "inline"
    return response


def _asked(request: HttpRequest, size: int, etag: str) -> tuple[_Span | None, bool]:
    """The range that was asked for, if one; and whether it lies outside of the file."""
    header = request.headers.get("Range", "")
    if not header or request.headers.get("If-Range", etag) != etag:
        return None, False
    found = _RANGE.match(header.strip())
    if not found or not (found[1] or found[2]):
        return None, False  # several ranges, or none that we understand: the whole file is a right answer
    if not found[1]:
        start, last = max(0, size - int(found[2])), size - 1
        return (_Span(start, last), False) if int(found[2]) and size else (None, True)
    start = int(found[1])
    last = min(int(found[2]), size - 1) if found[2] else size - 1
    return (None, True) if start >= size or last < start else (_Span(start, last), False)


def _read(stored: IO[bytes], span: _Span) -> Iterator[bytes]:
    with stored:
        stored.seek(span.start)
        left = span.length
        while left > 0 and (block := stored.read(min(BLOCK, left))):
            left -= len(block)
            yield block


@contextmanager
def on_disk(stored: File) -> Iterator[Path]:
    """A stored file as a file of this machine, wherever it is kept."""
    try:
        local: Path | None = Path(stored.path)
    except NotImplementedError:  # cloud storage
        local = None
    if local is not None:
        yield local
        return
    with tempfile.TemporaryDirectory(prefix="listening-") as folder:
        path = Path(folder) / Path(stored.name).name
        with stored.open("rb") as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)
        yield path
