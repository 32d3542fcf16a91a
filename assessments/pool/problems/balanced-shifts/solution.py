"""Counts running sums and remembers where each was first reached."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, wanted, *days = map(int, text.split())
    seen, first = {0: 1}, {0: 0}
    total = fair = longest = 0
    for number, day in enumerate(days, 1):
        total += day
        fair += seen.get(total - wanted, 0)
        if total - wanted in first:
            longest = max(longest, number - first[total - wanted])
        seen[total] = seen.get(total, 0) + 1
        first.setdefault(total, number)
    return f"{fair} {longest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
