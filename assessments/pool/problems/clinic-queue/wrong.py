"""Leaves old entries in the queue and skips them by name, so that whoever comes back keeps the old place."""

from __future__ import annotations

import sys
from collections import deque


def solve(text: str) -> str:
    queues = {"COME": deque(), "URGENT": deque()}
    waiting, lines = set(), []
    for line in text.splitlines()[1:]:
        word, *name = line.split()
        if word == "CALL":
            called = "nobody"
            for queue in (queues["URGENT"], queues["COME"]):
                while queue and called == "nobody":
                    patient = queue.popleft()
                    if patient in waiting:
                        waiting.discard(patient)
                        called = patient
            lines.append(called)
        elif word == "LEAVE":
            waiting.discard(name[0])
        else:
            waiting.add(name[0])
            queues[word].append(name[0])
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
