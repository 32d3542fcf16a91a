"""Two ordered dictionaries."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    normal, urgent, lines = {}, {}, []
    for line in text.splitlines()[1:]:
        word, *name = line.split()
        if word == "CALL":
            queue = urgent or normal
            first = next(iter(queue), "nobody")
            queue.pop(first, None)
            lines.append(first)
            continue
        patient = name[0]
        if word == "COME" and patient not in urgent:
            normal.setdefault(patient)
        elif word == "URGENT":
            normal.pop(patient, None)
            urgent.setdefault(patient)
        elif word == "LEAVE":
            normal.pop(patient, None)
            urgent.pop(patient, None)
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
