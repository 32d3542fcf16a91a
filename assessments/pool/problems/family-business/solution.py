"""Below someone is a stretch of the firm listed in depth: sums over stretches come from two Fenwick trees, single balances from one, and `top` walks up."""

from __future__ import annotations

import sys


class Fenwick:
    """Adds at a place, sums up to a place."""

    def __init__(self, size):
        self.cells = [0] * (size + 1)

    def add(self, place, value):
        place += 1
        while place < len(self.cells):
            self.cells[place] += value
            place += place & -place

    def up_to(self, place):
        total = 0
        while place:
            total += self.cells[place]
            place &= place - 1
        return total


def places(managers):
    """Where each person comes in the firm listed in depth, and where those below end."""
    below = [[] for _ in managers]
    for person, manager in enumerate(managers[1:], 1):
        below[manager].append(person)
    start, end, clock, stack = [0] * len(managers), [0] * len(managers), 0, [below[0][0]]
    while stack:
        person = stack.pop()
        if person < 0:
            end[-person] = clock
            continue
        start[person], clock = clock, clock + 1
        stack += [-person, *below[person]]
    return start, end


def solve(text: str) -> str:
    lines = text.splitlines()
    managers = [0, *map(int, lines[1].split())]
    start, end = places(managers)
    single, shifted = Fenwick(len(managers)), Fenwick(len(managers))
    answers = []
    for line in lines[2:]:
        word, name, *coins = line.split()
        person = int(name)
        if word == "bonus":
            for place, value in ((start[person], int(coins[0])), (end[person], -int(coins[0]))):
                single.add(place, value)
                shifted.add(place, value * place)
        elif word == "sum":
            high, low = end[person], start[person]
            total = single.up_to(high) * high - shifted.up_to(high)
            answers.append(total - single.up_to(low) * low + shifted.up_to(low))
        else:
            richest = None
            while person:
                balance = single.up_to(start[person] + 1)
                richest = balance if richest is None else max(richest, balance)
                person = managers[person]
            answers.append(richest)
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
