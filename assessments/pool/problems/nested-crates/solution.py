"""A function for one crate that calls itself for those inside."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    line = text.strip()

    def crate(at):
        """Weight and depth of the crate that opens at `at`, and where it ends."""
        weight, depth, at = 1, 1, at + 1
        while line[at] != "]":
            if line[at] == "[":
                inner, below, at = crate(at)
                weight, depth = weight + inner, max(depth, below + 1)
            elif line[at] == ",":
                at += 1
            else:
                end = at
                while line[end].isdigit():
                    end += 1
                weight, at = weight + int(line[at:end]), end
        return weight, depth, at + 1

    weight, depth, _end = crate(0)
    return f"{weight} {depth}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
