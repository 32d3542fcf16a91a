"""Gives a bonus only to the person and the direct reports."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    lines = text.splitlines()
    managers = [0, *map(int, lines[1].split())]
    coins = [0] * len(managers)
    answers = []
    for line in lines[2:]:
        word, name, *more = line.split()
        person = int(name)
        team = [person] + [one for one, manager in enumerate(managers) if one and manager == person]
        if word == "bonus":
            for one in team:
                coins[one] += int(more[0])
        elif word == "sum":
            answers.append(sum(coins[one] for one in team))
        else:
            richest = coins[person]
            while person:
                richest, person = max(richest, coins[person]), managers[person]
            answers.append(richest)
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
