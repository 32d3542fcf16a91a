"""Failure links: the length minus the longest border."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    ribbon, _count, *lengths = text.split()
    border = [0] * (len(ribbon) + 1)
    length = 0
    for at in range(1, len(ribbon)):
        while length and ribbon[at] != ribbon[length]:
            length = border[length]
        length += ribbon[at] == ribbon[length]
        border[at + 1] = length
    return " ".join(str(int(cut) - border[int(cut)]) for cut in lengths)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
