"""What a recording or a picture is, told from its first bytes and not from its name."""

from __future__ import annotations

WEBM_START = b"\x1a\x45\xdf\xa3"
OGG_START = b"OggS"
MP4_BRAND = b"ftyp"


def container_of(data: bytes) -> str | None:
    """The container (webm, ogg, mp4) that begins with these bytes; None when it is none of them."""
    if data.startswith(WEBM_START):
        return "webm"
    if data.startswith(OGG_START):
        return "ogg"
    return "mp4" if data[4:8] == MP4_BRAND else None


def sound_type_of(data: bytes) -> str:
    """The content type of a spoken question."""
    if data.startswith(b"RIFF"):
        return "audio/wav"
    if data.startswith(OGG_START):
        return "audio/ogg"
    return "audio/mpeg"


def image_type_of(data: bytes) -> str:
    """The content type of a picture; anything unknown is bytes that no browser shows."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    starts = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
    return next(
        (kind for start, kind in starts.items() if data.startswith(start)), "application/octet-stream"
    )


def document_type_of(data: bytes) -> tuple[str, str]:
    """The content type and the ending of a résumé; anything but PDF and Word is bytes that nothing opens unasked."""
    if data.startswith(b"%PDF"):
        return "application/pdf", "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
    return "application/octet-stream", "bin"
