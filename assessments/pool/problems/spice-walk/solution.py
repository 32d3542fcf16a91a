"""Two windows with the same end: at most k kinds, and at most k - 1."""

from __future__ import annotations

import sys


class Window:
    """The longest walk that ends here and passes at most `limit` kinds."""

    def __init__(self, stalls, limit):
        self.stalls, self.limit, self.start, self.counts = stalls, limit, 0, {}

    def take(self, stall):
        """Go on to the next stall; the place where the walk starts now."""
        self.counts[stall] = self.counts.get(stall, 0) + 1
        while len(self.counts) > self.limit:
            first = self.stalls[self.start]
            self.counts[first] -= 1
            if not self.counts[first]:
                del self.counts[first]
            self.start += 1
        return self.start


def solve(text: str) -> str:
    _count, wanted, *stalls = map(int, text.split())
    wide, narrow = Window(stalls, wanted), Window(stalls, wanted - 1)
    found, shortest = 0, 0
    for end, stall in enumerate(stalls):
        early, late = wide.take(stall), narrow.take(stall)
        found += late - early
        if late > early:
            length = end - late + 2
            shortest = min(shortest or length, length)
    return f"{found} {shortest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
