"""Gives the strongest rower that is left to the weakest crew and never goes back."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    lines = [list(map(int, line.split())) for line in text.splitlines()[1:]]
    answers = []
    for (_count, crews), row in zip(lines[::2], lines[1::2]):
        totals = [0] * crews
        for strength in sorted(row, reverse=True):
            totals[totals.index(min(totals))] += strength
        answers.append("yes" if len(set(totals)) == 1 else "no")
    return "\n".join(answers)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
