"""Rounds percentages towards zero."""

from __future__ import annotations

import re
import sys


def solve(text: str) -> str:
    return "\n".join(str(value(re.findall(r"\d+|[-+*()%]", line) + [""])) for line in text.splitlines()[1:])


def value(parts):
    """The sum at the front of the parts, which are used up."""
    sign = -1 if parts[0] == "-" and parts.pop(0) else 1
    total = product(parts, sign * atom(parts))
    while parts[0] in ("+", "-"):
        operator, number = parts.pop(0), atom(parts)
        if parts[0] == "%":
            parts.pop(0)
            size = abs(total * number) // 100
            number = size if total * number >= 0 else -size
        else:
            number = product(parts, number)
        total += number if operator == "+" else -number
    return total


def product(parts, number):
    while parts[0] == "*":
        parts.pop(0)
        number *= atom(parts)
    return number


def atom(parts):
    part = parts.pop(0)
    if part != "(":
        return int(part)
    number = value(parts)
    parts.pop(0)
    return number


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
