"""A sorted list, kept sorted."""

from __future__ import annotations

import sys
from bisect import bisect_left, insort


def solve(text: str) -> str:
    times, shown = [], []
    for word in text.split()[1:]:
        time = int(word[1:])
        if word[0] == "+":
            insort(times, time)
        else:
            del times[bisect_left(times, time)]
        shown.append(str(times[(len(times) - 1) // 2]) if times else "none")
    return "\n".join(shown)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
