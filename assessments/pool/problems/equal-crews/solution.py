"""Gives the strongest rowers first to crews with room, and goes back; equal crews are tried once."""

from __future__ import annotations

import sys


def possible(crews, strengths):
    total, rest = divmod(sum(strengths), crews)
    if rest or max(strengths) > total:
        return False
    strengths.sort(reverse=True)
    room = [total] * crews

    def place(number):
        if number == len(strengths):
            return True
        tried = set()
        for crew in range(crews):
            if room[crew] >= strengths[number] and room[crew] not in tried:
                tried.add(room[crew])
                room[crew] -= strengths[number]
                if place(number + 1):
                    return True
                room[crew] += strengths[number]
        return False

    return place(0)


def solve(text: str) -> str:
    lines = [list(map(int, line.split())) for line in text.splitlines()[1:]]
    answers = [possible(head[1], row) for head, row in zip(lines[::2], lines[1::2])]
    return "\n".join("yes" if answer else "no" for answer in answers)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
