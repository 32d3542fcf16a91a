"""A regular expression for the duration."""

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
        totals[name.strip()] = totals.get(name.strip(), 0) + 60 * int(hours or 0) + int(minutes or 0)
    return "\n".join(f"{name} {total // 60}:{total % 60:02}" for name, total in sorted(totals.items()))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
