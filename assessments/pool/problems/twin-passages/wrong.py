"""Lets the two places overlap."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    manuscript = text.strip()
    low, high = 0, len(manuscript) - 1

    def twin(length):
        seen = {}
        for place in range(len(manuscript) - length + 1):
            passage = manuscript[place : place + length]
            if passage in seen:
                return seen[passage]
            seen[passage] = place
        return None

    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if twin(middle) is None else (middle, high)
    if not low:
        return "0"
    place = twin(low)
    return f"{low}\n{manuscript[place : place + low]}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
