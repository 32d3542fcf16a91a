"""Adds hours and minutes apart and does not carry."""

from __future__ import annotations

import re
import sys


def solve(text: str) -> str:
    totals = {}
    for line in text.splitlines():
        if not line.strip() or line.strip().startswith("#"):
            continue
        name, duration = line.split(":")
        hours, minutes = re.fullmatch(r"\s*(?:(\d+)h)?\s*(?:(\d+)m)?\s*", duration).groups()
        before = totals.get(name.strip(), (0, 0))
        totals[name.strip()] = (before[0] + int(hours or 0), before[1] + int(minutes or 0))
    return "\n".join(f"{name} {hours}:{minutes:02}" for name, (hours, minutes) in sorted(totals.items()))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
