"""Sweeps over the boards with the coats that lie there, the latest two on top of a heap."""

from __future__ import annotations

import itertools
import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))[1:]
    coats = list(zip(numbers[::3], numbers[1::3], numbers[2::3]))
    seen = dict.fromkeys((colour for _a, _b, colour in coats), 0)
    by_start = sorted(range(len(coats)), key=lambda number: coats[number][0], reverse=True)
    marks = sorted({a for a, _b, _colour in coats} | {b + 1 for _a, b, _colour in coats})
    heap = []
    for mark, following in itertools.pairwise(marks):
        while by_start and coats[by_start[-1]][0] <= mark:
            heappush(heap, -by_start.pop())
        top = []
        while heap and len(top) < 2:
            number = heappop(heap)
            if coats[-number][1] >= mark:
                top.append(number)
        for number in top:
            heappush(heap, number)
        for colour in {coats[-number][2] for number in top}:
            seen[colour] += following - mark
    return "\n".join(f"{colour} {boards}" for colour, boards in sorted(seen.items()))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
