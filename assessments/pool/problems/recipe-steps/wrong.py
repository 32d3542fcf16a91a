"""Takes steps in the order in which they become ready."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _rules, *ends = map(int, text.split())
    then, waits = [[] for _ in range(count + 1)], [0] * (count + 1)
    for a, b in zip(ends[::2], ends[1::2]):
        then[a].append(b)
        waits[b] += 1
    order = [step for step in range(1, count + 1) if not waits[step]]
    for step in order:
        for later in then[step]:
            waits[later] -= 1
            if not waits[later]:
                order.append(later)
    return " ".join(map(str, order)) if len(order) == count else f"stuck after {len(order)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
