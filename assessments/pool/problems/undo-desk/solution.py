"""One stack of words and one of what was taken back."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    note, undone = [], []
    for line in text.splitlines()[1:]:
        command, *word = line.split()
        if command == "TYPE":
            note.append(word[0])
            undone.clear()
        elif command == "UNDO" and note:
            undone.append(note.pop())
        elif command == "REDO" and undone:
            note.append(undone.pop())
    return " ".join(note) or "(empty)"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
