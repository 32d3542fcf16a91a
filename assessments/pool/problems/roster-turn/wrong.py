"""Turns by the size of k and forgets its sign."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    head, line = text.splitlines()[:2]
    count, turn = map(int, head.split())
    names = line.split()
    cut = (count - abs(turn) % count) % count
    return " ".join(names[cut:] + names[:cut])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
