"""Finds the cheapest crew that has every skill once, and then the cheapest second one among the others."""

from __future__ import annotations

import sys
from itertools import combinations


def solve(text: str) -> str:
    _count, skills, *words = text.split()
    people = [(int(wage), int(word, 2)) for wage, word in zip(words[::2], words[1::2])]
    everything, total = 2 ** int(skills) - 1, 0
    for _ in range(2):
        crews = []
        for size in range(1, len(people) + 1):
            for crew in combinations(range(len(people)), size):
                mask = 0
                for one in crew:
                    mask |= people[one][1]
                if mask == everything:
                    crews.append((sum(people[one][0] for one in crew), crew))
        if not crews:
            return "-1"
        cost, crew = min(crews)
        total += cost
        people = [person for number, person in enumerate(people) if number not in crew]
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
