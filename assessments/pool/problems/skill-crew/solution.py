"""Two masks are carried along: skills that are there once, and skills that are there twice."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, skills, *words = text.split()
    best = {(0, 0): 0}
    for wage, word in zip(map(int, words[::2]), words[1::2]):
        mask, fresh = int(word, 2), dict(best)
        for (once, twice), cost in best.items():
            key = once | mask, twice | once & mask
            fresh[key] = min(fresh.get(key, cost + wage), cost + wage)
        best = fresh
    everything = 2 ** int(skills) - 1
    return str(best.get((everything, everything), -1))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
