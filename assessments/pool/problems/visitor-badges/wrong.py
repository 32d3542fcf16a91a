"""Splits at hyphens first and then takes pieces for particles too."""

from __future__ import annotations

import sys

PARTICLES = {"al", "bin", "da", "de", "la", "van", "von"}


def solve(text: str) -> str:
    badges = []
    for name in text.splitlines()[1:]:
        first, *rest = name.replace("-", " ").split()
        badges.append(
            "".join(part[0].upper() for part in [first] + [p for p in rest if p.lower() not in PARTICLES])
        )
    return "\n".join(badges)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
