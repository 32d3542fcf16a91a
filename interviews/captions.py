"""WebVTT: a transcript in step with its recording, as a calculation on plain values."""

from __future__ import annotations

from collections.abc import Iterable

#: Without times of its own a text is shown in pieces of about this many words.
WORDS = 14


def webvtt(segments: Iterable[dict[str, object]], *, text: str = "", duration_ms: int | None = None) -> str:
    """The cues of a recording. Where the engine gave no times, its text is spread evenly over the duration."""
    cues = [
        (float(str(one["start_s"])), float(str(one["end_s"])), " ".join(str(one["text"]).split()))
        for one in segments
    ] or _spread(text, duration_ms)
    blocks = [
        f"{number}\n{clock(start)} --> {clock(max(end, start + 0.1))}\n{_escaped(words)}"
        for number, (start, end, words) in enumerate(cues, start=1)
        if words
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def clock(seconds: float) -> str:
    """Hours, minutes, seconds and thousandths."""
    thousandths = max(0, round(seconds * 1000))
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _spread(text: str, duration_ms: int | None) -> list[tuple[float, float, str]]:
    said = text.split()
    if not said or not duration_ms:
        return []
    pieces = [" ".join(said[start : start + WORDS]) for start in range(0, len(said), WORDS)]
    each = duration_ms / 1000 / len(said)
    return [
        (place * WORDS * each, min(len(said), (place + 1) * WORDS) * each, piece)
        for place, piece in enumerate(pieces)
    ]


def _escaped(words: str) -> str:
    """A candidate's words end no cue and open no tag."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
