"""Takes leading zeros for digits, so that a first digit after a zero is lost or added."""

from __future__ import annotations

import sys

MODULUS = 1_000_000_007


def below(bound, m):
    states = {(-1, 0, True): 1}
    for mark in bound:
        fresh = {}
        for (before, rest, tight), count in states.items():
            for new in range(int(mark) + 1 if tight else 10):
                if new != before:
                    key = new, (rest + new) % m, tight and new == int(mark)
                    fresh[key] = fresh.get(key, 0) + count
        states = fresh
    return sum(count for (_digit, rest, _tight), count in states.items() if not rest)


def solve(text: str) -> str:
    answers = []
    for line in text.splitlines()[1:]:
        a, b, m = line.split()
        answers.append((below(b, int(m)) - below(str(int(a) - 1), int(m))) % MODULUS)
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
