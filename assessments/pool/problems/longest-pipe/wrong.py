"""Only joins the two deepest branches of the first fountain."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count, delays = numbers[0], [0, *numbers[1 : numbers[0] + 1]]
    near = [[] for _ in range(count + 1)]
    pipes = iter(numbers[count + 1 :])
    for one, other, length in zip(pipes, pipes, pipes):
        near[one].append((other, length))
        near[other].append((one, length))
    depths = []
    for first, length in near[1]:
        deepest, visit = 0, [(first, 1, length)]
        while visit:
            here, before, way = visit.pop()
            deepest = max(deepest, way)
            visit += [
                (there, here, way + more + delays[here]) for there, more in near[here] if there != before
            ]
        depths.append(deepest)
    depths.sort(reverse=True)
    return str(sum(depths[:2]) + (delays[1] if len(depths) > 1 else 0))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
