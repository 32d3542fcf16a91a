"""From the leaves upwards: the two deepest branches of each fountain."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count, delays = numbers[0], numbers[1 : numbers[0] + 1]
    near = [[] for _ in range(count)]
    pipes = iter(numbers[count + 1 :])
    for one, other, length in zip(pipes, pipes, pipes):
        near[one - 1].append((other - 1, length))
        near[other - 1].append((one - 1, length))
    order, parent = [(0, 0)], [-1] * count
    for here, _length in order:
        for there, length in near[here]:
            if there != parent[here]:
                parent[there] = here
                order.append((there, length))
    deepest, best = [0] * count, 0
    for here, length in reversed(order[1:]):
        above = parent[here]
        # The branch goes on through `here`, unless it ends there.
        branch = length + (deepest[here] + delays[here] if deepest[here] else 0)
        joined = deepest[above] + delays[above] if deepest[above] else 0
        best = max(best, branch + joined)
        deepest[above] = max(deepest[above], branch)
    return str(best)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
