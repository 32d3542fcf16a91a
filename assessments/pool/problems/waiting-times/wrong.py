"""Shows the larger of the two times in the middle."""

from __future__ import annotations

import sys
from bisect import bisect_left, insort


def solve(text: str) -> str:
    times, shown = [], []
    for word in text.split()[1:]:
        if word[0] == "+":
            insort(times, int(word[1:]))
        else:
            del times[bisect_left(times, int(word[1:]))]
        shown.append(str(times[len(times) // 2]) if times else "none")
    return "\n".join(shown)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
