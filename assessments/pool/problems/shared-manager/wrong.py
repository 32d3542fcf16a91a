"""Lets the person with the larger number go up, as if managers had smaller numbers."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count = numbers[0]
    managers = [0, *numbers[2 : count + 2]]
    lines = []
    for one, other in zip(numbers[count + 2 :: 2], numbers[count + 3 :: 2]):
        steps = 0
        while one != other:
            if one > other:
                one = managers[one]
            else:
                other = managers[other]
            steps += 1
        lines.append(f"{one} {steps}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
