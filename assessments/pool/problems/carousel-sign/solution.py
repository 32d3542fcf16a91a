"""Two candidates compared letter by letter; whoever loses is moved past everything that was compared."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    word = text.strip()
    count = len(word)
    one, other, same = 0, 1, 0
    while one < count and other < count and same < count:
        first, second = word[(one + same) % count], word[(other + same) % count]
        if first == second:
            same += 1
            continue
        if first > second:
            one += same + 1
        else:
            other += same + 1
        if one == other:
            other += 1
        same = 0
    turn = min(one, other)
    return f"{word[turn:]}{word[:turn]}\n{turn}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
