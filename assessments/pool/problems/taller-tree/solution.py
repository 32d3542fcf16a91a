"""A stack of trees that still wait, two rounds along the path."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *heights = map(int, text.split())
    answer, waiting = [0] * count, []
    for step in range(2 * count):
        height = heights[step % count]
        while waiting and heights[waiting[-1] % count] < height:
            tree = waiting.pop()
            answer[tree % count] = answer[tree % count] or step - tree
        if step < count:
            waiting.append(step)
    return " ".join(map(str, answer))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
