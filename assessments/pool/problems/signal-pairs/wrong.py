"""Compares only with the smallest and the largest code that may be used."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count = numbers[0]
    codes = numbers[2 : count + 2]
    lines = []
    for code, limit in zip(numbers[count + 2 :: 2], numbers[count + 3 :: 2]):
        usable = [one for one in codes if one <= limit]
        lines.append(max(code ^ min(usable), code ^ max(usable)) if usable else -1)
    return "\n".join(map(str, lines))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
