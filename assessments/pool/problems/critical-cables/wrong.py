"""Takes a second cable between the same two centres for the way back."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _cables, *ends = map(int, text.split())
    near = [[] for _ in range(count + 1)]
    for number, (a, b) in enumerate(zip(ends[::2], ends[1::2]), 1):
        near[a].append((b, number))
        near[b].append((a, number))
    found, critical = {}, []

    def walk(root):
        pieces, order = [], [(root, 0, 0)]
        parents, sequence = {}, []
        while order:
            here, above, by = order.pop()
            if here in found:
                continue
            found[here] = len(found)
            parents[here] = (above, by)
            sequence.append(here)
            order += [(there, here, number) for there, number in near[here] if there not in found]
        low, size = {here: found[here] for here in sequence}, dict.fromkeys(sequence, 1)
        for here in reversed(sequence):
            above, by = parents[here]
            low[here] = min([low[here], *(found[there] for there, _number in near[here] if there != above)])
            if above:
                low[above] = min(low[above], low[here])
                size[above] += size[here]
                if low[here] == found[here]:
                    pieces.append((by, size[here]))
        return [(number, part * (len(sequence) - part)) for number, part in pieces]

    for root in range(1, count + 1):
        if root not in found:
            critical += walk(root)
    return "\n".join([str(len(critical)), *(f"{number} {pairs}" for number, pairs in sorted(critical))])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
