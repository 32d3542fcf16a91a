"""A stable sort by the list of numbers."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    codes = text.split()[1:]
    return "\n".join(sorted(codes, key=lambda code: [int(number) for number in code.split(".")]))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
