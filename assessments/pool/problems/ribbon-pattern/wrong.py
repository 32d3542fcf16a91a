"""Accepts only patterns that fit into the ribbon without a rest."""

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
    periods = [(int(cut), int(cut) - border[int(cut)]) for cut in lengths]
    return " ".join(str(period if cut % period == 0 else cut) for cut, period in periods)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
