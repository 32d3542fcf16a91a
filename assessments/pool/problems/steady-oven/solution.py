"""Two queues hold the candidates for the highest and the lowest temperature of the window."""

from __future__ import annotations

import sys
from collections import deque


def solve(text: str) -> str:
    _count, least, spread, *minutes = map(int, text.split())
    highest, lowest = deque(), deque()
    start = found = longest = 0
    for end, warm in enumerate(minutes):
        while highest and minutes[highest[-1]] <= warm:
            highest.pop()
        while lowest and minutes[lowest[-1]] >= warm:
            lowest.pop()
        highest.append(end)
        lowest.append(end)
        while minutes[highest[0]] - minutes[lowest[0]] > spread:
            start += 1
            if highest[0] < start:
                highest.popleft()
            if lowest[0] < start:
                lowest.popleft()
        longest = max(longest, end - start + 1)
        found += max(0, end - start + 2 - least)
    return f"{found} {longest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
