"""One function for each level of the grammar."""

from __future__ import annotations

import re
import sys


class Formula:
    """Reads the parts of a formula from left to right."""

    def __init__(self, line):
        self.parts = [*re.findall(r"\d+|[-+*()%]", line), ""]
        self.at = 0

    def take(self, *wanted):
        """The next part if it is one of those wanted, otherwise an empty text."""
        part = self.parts[self.at]
        if part and part in wanted:
            self.at += 1
            return part
        return ""

    def sum(self):
        sign = -1 if self.take("-") else 1
        total = self.product(sign * self.atom())
        while operator := self.take("+", "-"):
            value = self.atom()
            value = total * value // 100 if self.take("%") else self.product(value)
            total += value if operator == "+" else -value
        return total

    def product(self, value):
        while self.take("*"):
            value *= self.atom()
        return value

    def atom(self):
        if self.take("("):
            value = self.sum()
            self.take(")")
            return value
        self.at += 1
        return int(self.parts[self.at - 1])


def solve(text: str) -> str:
    return "\n".join(str(Formula(line).sum()) for line in text.splitlines()[1:])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
