"""Where in a recording a quote is heard: from characters of the answer to seconds of its timed segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: How far into its own words a segment is looked for: a candidate may have corrected what stands between.
_SEARCH = 400


def seconds_of(
    segments: Sequence[Mapping[str, object]], answer: str, start: int, end: int
) -> tuple[float, float] | None:
    """Return from when to when a stretch of an answer is spoken, or None where its words carry no times.

    Segments that the candidate corrected are passed over; inside a segment, time is taken to run evenly with
    the characters.
    """
    place, covered = 0, []
    for segment in segments:
        text = str(segment.get("text", "")).strip()
        at = answer.find(text, place, place + len(text) + _SEARCH) if text else -1
        if at < 0:
            continue
        place = at + len(text)
        if at < end and place > start:
            covered.append((segment, at, place))
    if not covered:
        return None
    first, last = covered[0], covered[-1]
    return _at(first, max(start, first[1])), _at(last, min(end, last[2]))


def _at(found: tuple[Mapping[str, object], int, int], place: int) -> float:
    segment, begin, finish = found
    start, end = float(str(segment.get("start_s", 0))), float(str(segment.get("end_s", 0)))
    return round(start + (end - start) * (place - begin) / max(finish - begin, 1), 2)
