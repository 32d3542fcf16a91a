"""Always prints the shortened label, even where it is not shorter."""

from __future__ import annotations

import sys
from itertools import groupby


def solve(text: str) -> str:
    runs = [(letter, len(list(same))) for letter, same in groupby(text.strip())]
    return "".join(letter if count == 1 else f"{letter}{count}" for letter, count in runs)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
