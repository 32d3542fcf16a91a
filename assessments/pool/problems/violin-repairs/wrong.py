"""Goes by deadline and skips what would be late, without ever giving up an earlier choice."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    done = clock = 0
    for deadline, time in sorted(zip(numbers[2::2], numbers[1::2])):
        if clock + time <= deadline:
            done, clock = done + 1, clock + time
    return f"{done} {clock}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
