"""One number for the panel, changed by exclusive or."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _lamps, switches, _presses, *numbers = map(int, text.split())
    masks, panel, lines = numbers[:switches], 0, []
    for press in numbers[switches:]:
        panel ^= masks[press - 1]
        lines.append(f"{panel.bit_count()} {panel.bit_length()}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
