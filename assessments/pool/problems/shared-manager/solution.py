"""Lists everybody above the one and walks up from the other."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count = numbers[0]
    managers = [0, *numbers[2 : count + 2]]
    lines = []
    for one, other in zip(numbers[count + 2 :: 2], numbers[count + 3 :: 2]):
        above, steps = {}, 0
        while one:
            above[one] = steps
            one, steps = managers[one], steps + 1
        steps = 0
        while other not in above:
            other, steps = managers[other], steps + 1
        lines.append(f"{other} {steps + above[other]}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
