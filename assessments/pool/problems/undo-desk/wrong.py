"""Keeps what was taken back although something new was typed."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    note, undone = [], []
    for line in text.splitlines()[1:]:
        command, *word = line.split()
        if command == "TYPE":
            note.append(word[0])
        elif command == "UNDO" and note:
            undone.append(note.pop())
        elif command == "REDO" and undone:
            note.append(undone.pop())
    return " ".join(note) or "(empty)"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
