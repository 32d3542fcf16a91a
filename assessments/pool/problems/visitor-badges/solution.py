"""Leaves particles out, then splits what is left at hyphens."""

from __future__ import annotations

import sys

PARTICLES = {"al", "bin", "da", "de", "la", "van", "von"}


def initials(name):
    first, *rest = name.split()
    parts = [first] + [part for part in rest if part.lower() not in PARTICLES]
    return "".join(piece[0].upper() for part in parts for piece in part.split("-"))


def solve(text: str) -> str:
    return "\n".join(initials(name) for name in text.splitlines()[1:])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
