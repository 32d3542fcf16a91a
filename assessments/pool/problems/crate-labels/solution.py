"""Groups equal neighbours."""

from __future__ import annotations

import sys
from itertools import groupby


def solve(text: str) -> str:
    label = text.strip()
    runs = [(letter, len(list(same))) for letter, same in groupby(label)]
    short = "".join(letter if count == 1 else f"{letter}{count}" for letter, count in runs)
    return short if len(short) < len(label) else label


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
