"""Takes people without waiting reports off, one after the other, and hands their size up."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *managers = map(int, text.split())
    reports = [0] * (count + 1)
    for manager in managers:
        reports[manager] += 1
    sizes = [1] * (count + 1)
    ready = [person for person in range(1, count + 1) if not reports[person]]
    for person in ready:
        manager = managers[person - 1]
        sizes[manager] += sizes[person]
        reports[manager] -= 1
        if manager and not reports[manager]:
            ready.append(manager)
    return " ".join(map(str, sizes[1:]))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
