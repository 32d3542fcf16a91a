"""Programs for one problem (the two largest different numbers of a list, and how often each occurs), for tests."""

from __future__ import annotations

ORIGINAL = """import sys
from collections import Counter


def read_numbers():
    data = sys.stdin.read().split()
    count = int(data[0])
    return [int(word) for word in data[1 : count + 1]]


def two_largest(numbers):
    best, second = None, None
    for number in numbers:
        if best is None or number > best:
            best, second = number, best
        elif number != best and (second is None or number > second):
            second = number
    return best, second


def main():
    numbers = read_numbers()
    counts = Counter(numbers)
    for value in two_largest(numbers):
        if value is None:
            print("none")
        else:
            print(value, counts[value])


main()
"""

#: The same with other names, other texts, comments and blank lines.
RENAMED = """import sys
from collections import Counter

# my own solution

def parse_input():
    tokens = sys.stdin.read().split()
    n = int(tokens[0])
    return [int(t) for t in tokens[1 : n + 1]]


def top_pair(values):
    first, runner_up = None, None
    for v in values:
        # the greatest so far?
        if first is None or v > first:
            first, runner_up = v, first
        elif v != first and (runner_up is None or v > runner_up):
            runner_up = v
    return first, runner_up


def run():
    values = parse_input()
    tally = Counter(values)
    for item in top_pair(values):
        if item is None:
            print('none')
        else:
            print(item, tally[item])


run()
"""

#: The same functions in another order, and renamed.
REORDERED = """import sys
from collections import Counter


def top_pair(values):
    first, runner_up = None, None
    for v in values:
        if first is None or v > first:
            first, runner_up = v, first
        elif v != first and (runner_up is None or v > runner_up):
            runner_up = v
    return first, runner_up


def run():
    values = parse_input()
    tally = Counter(values)
    for item in top_pair(values):
        if item is None:
            print("none")
        else:
            print(item, tally[item])


def parse_input():
    tokens = sys.stdin.read().split()
    n = int(tokens[0])
    return [int(t) for t in tokens[1 : n + 1]]


run()
"""

#: Written by somebody else for the same problem.
DIFFERENT = """n = int(input())
a = list(map(int, input().split()))[:n]
a.sort(reverse=True)
groups = []
while a and len(groups) < 2:
    x = a[0]
    k = a.count(x)
    groups.append(f"{x} {k}")
    a = a[k:]
while len(groups) < 2:
    groups.append("none")
print("\\n".join(groups))
"""

#: And by a third one.
ALSO_DIFFERENT = """import sys


class Tally:
    def __init__(self):
        self.seen = {}

    def add(self, number):
        self.seen[number] = self.seen.get(number, 0) + 1

    def report(self):
        ranked = sorted(self.seen, reverse=True)[:2]
        lines = [str(number) + " " + str(self.seen[number]) for number in ranked]
        return lines + ["none"] * (2 - len(lines))


tally = Tally()
words = iter(sys.stdin.read().split())
for _ in range(int(next(words))):
    tally.add(int(next(words)))
for line in tally.report():
    print(line)
"""

TEMPLATE = "import sys\n\n\ndef main():\n    data = sys.stdin.read().split()\n\n\nmain()\n"
