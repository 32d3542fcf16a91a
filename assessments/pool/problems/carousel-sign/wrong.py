"""Starts at the first letter of the longest stretch of the smallest letter."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    word = text.strip()
    smallest = min(word)
    stretch = max(run for run in range(1, len(word) + 1) if smallest * run in word)
    turn = word.index(smallest * stretch)
    return f"{word[turn:]}{word[:turn]}\n{turn}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
