"""How much two programs are alike: fingerprints of normalized tokens, chosen by winnowing, grown to whole passages.

The method is that of S. Schleimer, D. S. Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003: every run of K tokens is hashed, and of every WINDOW neighbouring hashes the least is
kept (the rightmost one of equals), so that any common run of K + WINDOW - 1 tokens leaves a common fingerprint.

Names, numbers and texts are made equal before, comments and blanks left out: renaming hides nothing. What belongs to
the template or is written by nearly everybody says nothing about two people and is left out.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, String, Text, Whitespace
from pygments.util import ClassNotFound

K = 9
WINDOW = 6
#: A shorter program has too few ways to be written: nothing can be said about it.
MIN_TOKENS = 40
#: Left out as common property: what so large a share of so many programs holds. Of few programs nobody can tell
#: common property from a copy that went round.
COMMON_SHARE = 0.75
COMMON_FROM = 8

_KEPT_NAMES = (Name.Builtin, Name.Builtin.Pseudo, Name.Exception)


@dataclass(frozen=True)
class Program:
    """A program as tokens: `lines` has the line of each, counted from 1; `grams` the hash of each run of K."""

    tokens: tuple[str, ...]
    lines: tuple[int, ...]
    grams: tuple[int, ...]
    fingerprints: dict[int, tuple[int, ...]] = field(hash=False)


@dataclass(frozen=True)
class Passage:
    """Lines of one program that are alike lines of another; counted from 1, ends included."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int


@dataclass(frozen=True)
class Likeness:
    """The share of both programs together that is alike, in percent, and where."""

    percent: int
    passages: tuple[Passage, ...]


def read(code: str, syntax: str) -> Program:
    """Make tokens and fingerprints of a program; of plain words where the language is not known."""
    tokens, lines = _tokens(code, syntax)
    grams = tuple(
        zlib.crc32(" ".join(tokens[place : place + K]).encode()) for place in range(len(tokens) - K + 1)
    )
    return Program(tuple(tokens), tuple(lines), grams, _winnow(grams))


def _tokens(code: str, syntax: str) -> tuple[list[str], list[int]]:
    try:
        lexer = get_lexer_by_name(syntax, stripnl=False)
    except ClassNotFound:
        rows = list(enumerate(code.splitlines(), 1))
        words = [(word, number) for number, row in rows for word in row.split()]
        return [word for word, _number in words], [number for _word, number in words]
    tokens: list[str] = []
    lines: list[int] = []
    line, last_kind = 1, ""
    for kind, text in lexer.get_tokens(code):
        word = _normalized(kind, text)
        # A text in quotes arrives in many pieces: it is one token.
        if word and not (word == "S" and last_kind == "S"):
            tokens.append(word)
            lines.append(line)
        if word or kind in Whitespace or kind in Text:
            last_kind = word
        line += text.count("\n")
    return tokens, lines


def _normalized(kind: object, text: str) -> str:
    if not text.strip() or kind in Comment:
        return ""
    if kind in String:
        return "S"
    if kind in Number:
        return "0"
    if kind in Name and not any(kind in kept for kept in _KEPT_NAMES):
        return "N"
    return text.strip() if kind not in Keyword else text.strip().casefold()


def _winnow(grams: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
    """The fingerprints with their places."""
    chosen: dict[int, list[int]] = {}
    last = -1
    for start in range(max(1, len(grams) - WINDOW + 1) if grams else 0):
        window = grams[start : start + WINDOW]
        least = min(window)
        place = start + max(index for index, value in enumerate(window) if value == least)
        if place != last:
            chosen.setdefault(least, []).append(place)
            last = place
    return {value: tuple(places) for value, places in chosen.items()}


def common_grams(programs: Collection[Program], templates: Iterable[Program]) -> frozenset[int]:
    """What says nothing about two people: the runs of the templates, and those of nearly every program."""
    found = {gram for template in templates for gram in template.grams}
    if len(programs) >= COMMON_FROM:
        counts = Counter(gram for program in programs for gram in set(program.grams))
        found |= {gram for gram, count in counts.items() if count >= COMMON_SHARE * len(programs)}
    return frozenset(found)


def compare(first: Program, second: Program, common: frozenset[int] = frozenset()) -> Likeness:
    """Compare two programs. Tokens that lie in common runs only count neither as alike nor as different."""
    own = [_own(program, common) for program in (first, second)]
    if min(len(first.tokens), len(second.tokens)) < MIN_TOKENS or min(map(len, own)) < K:
        return Likeness(0, ())
    runs = _runs(first, second, common)
    alike = [
        {place for run in runs for place in range(run[side], run[side] + run[2])} & own[side]
        for side in (0, 1)
    ]
    percent = round(100 * (len(alike[0]) + len(alike[1])) / (len(own[0]) + len(own[1])))
    return Likeness(percent, tuple(sorted(_passages(first, second, runs), key=lambda one: one.first_start)))


def _own(program: Program, common: frozenset[int]) -> set[int]:
    """The places of the tokens that some run outside of the common ones covers."""
    return {
        place
        for start, gram in enumerate(program.grams)
        if gram not in common
        for place in range(start, start + K)
    }


def _runs(first: Program, second: Program, common: frozenset[int]) -> list[tuple[int, int, int]]:
    """Equal runs as (place in the first, place in the second, length), longest first, none used twice."""
    found = set()
    for gram in (first.fingerprints.keys() & second.fingerprints.keys()) - common:
        for here in first.fingerprints[gram]:
            for there in second.fingerprints[gram]:
                found.add(_grown(first.tokens, second.tokens, here, there))
    taken: tuple[set[int], set[int]] = (set(), set())
    runs = []
    for start, other, size in sorted(found, key=lambda run: (-run[2], run)):
        here, there = set(range(start, start + size)), set(range(other, other + size))
        if here & taken[0] or there & taken[1]:
            continue
        taken[0].update(here)
        taken[1].update(there)
        runs.append((start, other, size))
    return runs


def _grown(first: tuple[str, ...], second: tuple[str, ...], here: int, there: int) -> tuple[int, int, int]:
    """The longest equal run around two places."""
    back = 0
    while here > back and there > back and first[here - back - 1] == second[there - back - 1]:
        back += 1
    start, other, size = here - back, there - back, back
    while (
        start + size < len(first)
        and other + size < len(second)
        and first[start + size] == second[other + size]
    ):
        size += 1
    return start, other, size


def _passages(first: Program, second: Program, runs: list[tuple[int, int, int]]) -> list[Passage]:
    return [
        Passage(
            first.lines[here],
            first.lines[here + size - 1],
            second.lines[there],
            second.lines[there + size - 1],
        )
        for here, there, size in runs
        if size >= K
    ]
