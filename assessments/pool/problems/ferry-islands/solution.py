"""Walks through each group once with a list of islands to visit."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _number, *ends = map(int, text.split())
    near = [[] for _ in range(count + 1)]
    for one, other in zip(ends[::2], ends[1::2]):
        near[one].append(other)
        near[other].append(one)
    seen = [False] * (count + 1)
    sizes = []
    for island in range(1, count + 1):
        if seen[island]:
            continue
        seen[island], group = True, [island]
        for here in group:
            for there in near[here]:
                if not seen[there]:
                    seen[there] = True
                    group.append(there)
        sizes.append(len(group))
    return f"{len(sizes)} {max(sizes)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
