"""Searches the length; passages of one length are kept with their first place."""

from __future__ import annotations

import sys


def twin(text, length):
    """The first place of a passage of this length that comes again without overlap, or None."""
    first, found = {}, None
    for place in range(len(text) - length + 1):
        passage = text[place : place + length]
        before = first.setdefault(passage, place)
        if place - before >= length and (found is None or before < found):
            found = before
    return found


def solve(text: str) -> str:
    manuscript = text.strip()
    low, high = 0, len(manuscript) // 2
    while low < high:
        middle = (low + high + 1) // 2
        if twin(manuscript, middle) is None:
            high = middle - 1
        else:
            low = middle
    if not low:
        return "0"
    place = twin(manuscript, low)
    return f"{low}\n{manuscript[place : place + low]}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
