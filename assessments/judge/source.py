"""What may be sent as a program: text of a reasonable size, brought into one form."""

from __future__ import annotations

SOURCE_LIMIT = 64 * 1024


class SourceRefused(ValueError):
    """This is not a program that we take; the message tells the candidate why."""


class SourceEmpty(SourceRefused):
    """There is nothing to run."""


class SourceTooLarge(SourceRefused):
    """More bytes than allowed."""


class SourceNotText(SourceRefused):
    """Bytes that are not UTF-8, or a NUL among them."""


def check_source(source: str | bytes, limit: int = SOURCE_LIMIT) -> str:
    """The program as text with plain line ends and without a byte order mark; refuses what is empty, larger than
    `limit` bytes, not UTF-8, or has a NUL."""
    raw = source if isinstance(source, bytes) else _encode(source)
    if len(raw) > limit:
        raise SourceTooLarge(f"The program has {len(raw):,} bytes; at most {limit:,} are accepted.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        raise SourceNotText(
            f"The program is not UTF-8 text: line {line} has a byte that is not."
        ) from problem
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise SourceNotText(f"The program has a NUL character in line {line}.")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceEmpty("There is no program yet: write some code first.")
    return text


def _encode(source: str) -> bytes:
    try:
        return source.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise SourceNotText("The program has half of a character pair, which is not text.") from problem
