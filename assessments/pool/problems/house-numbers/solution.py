"""Goes along the digits of the bound with counts of (last digit, remainder) for everything that is already smaller."""

from __future__ import annotations

import sys

MODULUS = 1_000_000_007


def below(bound, m):
    """Lively numbers from 1 to the bound, which is a text of digits."""
    free = {}
    tight, last, total = True, -1, 0
    for place, mark in enumerate(bound):
        digit, fresh = int(mark), {}
        for (before, rest), count in free.items():
            for new in range(10):
                if new != before:
                    key = new, (rest + new) % m
                    fresh[key] = (fresh.get(key, 0) + count) % MODULUS
        starts = range(1, 10) if place else ()
        for new in starts:
            fresh[new, new % m] = fresh.get((new, new % m), 0) + 1
        if tight:
            for new in range(0 if place else 1, digit):
                if new != last:
                    key = new, (total + new) % m
                    fresh[key] = fresh.get(key, 0) + 1
            tight = digit != last
            last, total = digit, total + digit
        free = fresh
    found = sum(count for (_digit, rest), count in free.items() if not rest)
    return found + (tight and total % m == 0 and bound != "0")


def solve(text: str) -> str:
    answers = []
    for line in text.splitlines()[1:]:
        a, b, m = line.split()
        answers.append((below(b, int(m)) - below(str(int(a) - 1), int(m))) % MODULUS)
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
