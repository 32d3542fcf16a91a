"""Lists the models in the order of the alphabet."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    balance = {}
    for line in text.splitlines()[1:]:
        code, side = line.split()
        balance[code] = balance.get(code, 0) + (1 if side == "L" else -1)
    lines = [
        f"{code} {'R' if left > 0 else 'L'} {abs(left)}" for code, left in sorted(balance.items()) if left
    ]
    return "\n".join(lines) or "all paired"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
