"""Problems of the demo's pool; what is right for each case is computed by the reference solution beside it."""

from __future__ import annotations

import itertools
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from assessments.enums import Difficulty
from assessments.models import DSAPoolQuestion, DSAPoolTestCase


@dataclass(frozen=True)
class PoolProblem:
    """A problem: its first `samples` inputs are shown to candidates."""

    title: str
    topic: str
    difficulty: str
    statement: str
    solve: Callable[[list[str]], object]
    inputs: tuple[str, ...]
    samples: int = 2


def _brackets(lines: list[str]) -> str:
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for mark in lines[0]:
        if mark in pairs.values():
            stack.append(mark)
        elif not stack or stack.pop() != pairs[mark]:
            return "no"
    return "no" if stack else "yes"


def _rooms(lines: list[str]) -> int:
    meetings = [tuple(map(int, line.split())) for line in lines[1:]]
    changes = sorted([(start, 1) for start, _end in meetings] + [(end, -1) for _start, end in meetings])
    best = now = 0
    for _moment, change in changes:
        now += change
        best = max(best, now)
    return best


def _calm(lines: list[str]) -> int:
    (_count, limit), values = map(int, lines[0].split()), list(map(int, lines[1].split()))
    best = run = 1
    for before, here in itertools.pairwise(values):
        run = run + 1 if abs(here - before) <= limit else 1
        best = max(best, run)
    return best


def _steps(lines: list[str]) -> int:
    grid = lines[1:]
    height, width = len(grid), len(grid[0])
    seen, queue = {(0, 0)}, deque([(0, 0, 0)])
    while queue:
        row, column, steps = queue.popleft()
        if (row, column) == (height - 1, width - 1):
            return steps
        for y, x in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
            if 0 <= y < height and 0 <= x < width and grid[y][x] == "." and (y, x) not in seen:
                seen.add((y, x))
                queue.append((y, x, steps + 1))
    return -1


def _words(lines: list[str]) -> str:
    counts = Counter(" ".join(lines[1:]).split())
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "\n".join(f"{word} {count}" for word, count in order[: int(lines[0])])


def _change(lines: list[str]) -> int:
    total, coins = int(lines[0]), list(map(int, lines[1].split()))
    best = [0] + [total + 1] * total
    for amount in range(1, total + 1):
        best[amount] = min([best[amount - coin] + 1 for coin in coins if coin <= amount], default=total + 1)
    return best[total] if best[total] <= total else -1


_BRACKETS = "([])\n", "(]\n", "((\n", "{[()()]}\n", ")(\n", "()" * 400 + "\n", "(" * 500 + ")" * 500 + "\n"
_ROOMS = "3\n9 11\n10 12\n12 13\n", "1\n0 5\n", "4\n1 9\n2 8\n3 7\n4 6\n", "3\n1 2\n2 3\n3 4\n"
_MANY = "200\n" + "".join(f"{n} {n + 50}\n" for n in range(200))
_CALM = "6 2\n1 3 4 9 8 7\n", "3 0\n5 5 6\n", "1 10\n42\n", "5 1\n-3 -2 -1 5 6\n", "4 100\n1 50 100 150\n"
_GRIDS = "2 3\n..#\n#..\n", "2 2\n.#\n#.\n", "1 1\n.\n", "3 4\n....\n.##.\n....\n", "3 3\n...\n##.\n...\n"
_TEXTS = "2\nto be or not to be\n", "1\nb a b a\n", "3\none\n", "2\nz y x\nx y\n", "1\n" + "pay " * 300 + "\n"
_COINS = "11\n1 2 5\n", "3\n2\n", "0\n7\n", "100\n1 5 10 25\n", "27\n4 9\n", "997\n2 3 7\n"

POOL = (
    PoolProblem(
        "Matching brackets",
        "stacks",
        Difficulty.EASY,
        "One line holds round, square and curly brackets (at most 10 000). Print `yes` if each opening "
        "bracket is closed by its own kind in the right order, otherwise `no`.",
        _brackets,
        _BRACKETS,
    ),
    PoolProblem(
        "Meeting rooms",
        "intervals",
        Difficulty.MEDIUM,
        "The first line holds `n` (1 ≤ n ≤ 100 000), each of the next `n` lines the start and the end of a "
        "meeting (whole numbers, start < end). A room is free again at the moment a meeting ends. Print how "
        "many rooms are needed.",
        _rooms,
        (*_ROOMS, _MANY),
    ),
    PoolProblem(
        "Longest calm stretch",
        "arrays",
        Difficulty.EASY,
        "The first line holds `n` (1 ≤ n ≤ 100 000) and `k`, the second `n` whole numbers. A stretch is calm "
        "when neighbours in it differ by at most `k`. Print the length of the longest one.",
        _calm,
        _CALM,
    ),
    PoolProblem(
        "Way through the warehouse",
        "graphs",
        Difficulty.MEDIUM,
        "The first line holds the numbers of rows and columns (each at most 500). The rows follow: `.` is "
        "free, `#` is a shelf. Print the fewest steps up, down, left or right from the first cell of the "
        "first row to the last cell of the last row, or `-1`. Both cells are free.",
        _steps,
        _GRIDS,
    ),
    PoolProblem(
        "Most frequent words",
        "strings",
        Difficulty.EASY,
        "The first line holds `k`, the other lines words in small letters. Print the `k` most frequent words, "
        "one on each line with its count, the most frequent first; of equally frequent ones the first in the "
        "alphabet comes first. With fewer than `k` different words print all.",
        _words,
        _TEXTS,
    ),
    PoolProblem(
        "Fewest coins",
        "dynamic programming",
        Difficulty.HARD,
        "The first line holds an amount (0 to 10 000), the second the values of the coins, of each as many as "
        "you like. Print the fewest coins that make up the amount, or `-1` when none do.",
        _change,
        _COINS,
    ),
)


def load_pool() -> None:
    """Put the problems into the pool; those that are there stay as they are."""
    for given in POOL:
        problem, is_new = DSAPoolQuestion.objects.get_or_create(
            slug=slugify(given.title),
            defaults={
                "title": given.title,
                "topic": given.topic,
                "difficulty": given.difficulty,
                "description": given.statement,
            },
        )
        for order, text in enumerate(given.inputs if is_new else ()):
            DSAPoolTestCase.objects.create(
                question=problem,
                input=text,
                expected_output=f"{given.solve(text.splitlines())}\n",
                is_sample=order < given.samples,
                order=order,
            )
