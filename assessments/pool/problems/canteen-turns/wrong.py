"""Sends somebody round once more who has exactly enough."""

from __future__ import annotations

import sys
from collections import deque


def solve(text: str) -> str:
    _count, most, *wishes = map(int, text.split())
    queue = deque(enumerate(wishes, 1))
    left = []
    while queue:
        person, wish = queue.popleft()
        if wish < most:
            left.append(person)
        else:
            queue.append((person, wish - most))
    return " ".join(map(str, left))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
