"""Requests by their end; for each number of requests the best of those that end early enough."""

from __future__ import annotations

import sys
from bisect import bisect_right


def solve(text: str) -> str:
    count, most, gap, *numbers = map(int, text.split())
    requests = sorted(zip(numbers[1::3], numbers[::3], numbers[2::3]))
    ends = [end for end, _start, _pay in requests]
    before = [bisect_right(ends, start - gap) for _end, start, _pay in requests]
    best, answer = [0] * (count + 1), (0, 0)
    for accepted in range(1, most + 1):
        row = [0]
        for (_end, _start, pay), free in zip(requests, before):
            row.append(max(row[-1], best[free] + pay))
        best = row
        if row[-1] > answer[0]:
            answer = row[-1], accepted
    return f"{answer[0]} {answer[1]}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
