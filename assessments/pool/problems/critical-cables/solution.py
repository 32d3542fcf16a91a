"""A walk in depth with low points; the way back along the very cable one came by does not count."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _cables, *ends = map(int, text.split())
    near = [[] for _ in range(count + 1)]
    for number, (a, b) in enumerate(zip(ends[::2], ends[1::2]), 1):
        near[a].append((b, number))
        near[b].append((a, number))
    found, low, size, critical = [0] * (count + 1), [0] * (count + 1), [1] * (count + 1), []
    clock = 0
    for root in range(1, count + 1):
        if found[root]:
            continue
        first = clock
        clock += 1
        found[root] = low[root] = clock
        pieces, stack = [], [(root, 0, iter(near[root]))]
        while stack:
            here, by, rest = stack[-1]
            for there, number in rest:
                if not found[there]:
                    clock += 1
                    found[there] = low[there] = clock
                    stack.append((there, number, iter(near[there])))
                    break
                if number != by:
                    low[here] = min(low[here], found[there])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    size[above] += size[here]
                    low[above] = min(low[above], low[here])
                    if low[here] == found[here]:
                        pieces.append((by, size[here]))
        whole = clock - first
        critical += [(number, part * (whole - part)) for number, part in pieces]
    return "\n".join([str(len(critical)), *(f"{number} {pairs}" for number, pairs in sorted(critical))])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
