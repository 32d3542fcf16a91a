"""Stops at the end of the row instead of going round."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *heights = map(int, text.split())
    answer, waiting = [0] * count, []
    for place, height in enumerate(heights):
        while waiting and heights[waiting[-1]] < height:
            tree = waiting.pop()
            answer[tree] = place - tree
        waiting.append(place)
    return " ".join(map(str, answer))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
