"""Says when a sentence turns a point around: one of two opposites in the place of the other, or a negation too many."""

from __future__ import annotations

import re

from interviewer.integrations.llm.textual import words
from interviewer.integrations.llm.vocabulary import concepts, plain

#: Words that exclude each other where something is defined or compared.
_OPPOSITES = (
    ("lifo", "fifo"), ("first", "last"), ("oldest", "newest"), ("faster", "slower"), ("fast", "slow"),
    ("quick", "slow"), ("more", "less"), ("more", "fewer"), ("larger", "smaller"), ("big", "small"),
    ("increase", "decrease"), ("grow", "shrink"), ("rise", "fall"), ("static", "dynamic"), ("fixed", "dynamic"),
    ("public", "private"), ("local", "global"), ("before", "after"), ("compile-time", "run-time"),
    ("synchronous", "asynchronous"), ("mutable", "immutable"), ("ordered", "unordered"), ("sorted", "unsorted"),
    ("reliable", "unreliable"), ("encrypt", "decrypt"), ("encode", "decode"), ("always", "never"),
    ("ascending", "descending"), ("unique", "duplicate"), ("push", "pull"), ("true", "false"),
    ("share", "separate"), ("shared", "separate"), ("allowed", "forbidden"), ("possible", "impossible"), ("safe", "unsafe"), ("valid", "invalid"),
)  # fmt: skip
#: What takes back the few words behind it, up to the end of the clause.
_NEGATED = re.compile(
    r"\b(?:not|never|cannot|(?:ca|do|does|did|is|are|was|were|would|should|wo|have|has)n['’]?t)\b((?:\s+[\w'’-]+){1,4})",
    re.IGNORECASE,
)
#: Who says what is avoided, missing or done without negates in so many ways that only a person can tell.
_NEGATIVE = re.compile(
    rf"{_NEGATED.pattern}|\b(?:no|none|nothing|without|lacks?|missing|omit\w*|avoid\w*|prevent\w*|eliminat\w*|non)\b",
    re.IGNORECASE,
)


def _holds(found: set[str], word: str) -> bool:
    return any(
        item.startswith(word) and len(item) - len(word) <= (2 if len(word) > 3 else 0) for item in found
    )


def turns_around(point: str, sentence: str) -> bool:
    """Say whether a sentence puts an opposite in the place of what a point says.

    Only opposites of which each text uses one count: who compares both names both.
    """
    wanted, said = ({*words(text), *words(plain(text))} for text in (point, sentence))
    return any(
        _holds(wanted, here) and not _holds(wanted, there) and _holds(said, there) and not _holds(said, here)
        for pair in _OPPOSITES
        # "Last in, last out" is first in, first out: the order as a whole decides, not its words.
        if not (pair == ("first", "last") and (wanted | said) & {"lifo", "fifo"})
        for here, there in (pair, pair[::-1])
    )


def swaps(point: str, sentence: str) -> bool:
    """Say whether a comparison is told the wrong way round: the same two opposites with their subjects changed."""
    point, sentence = plain(point), plain(sentence)
    for pair in _OPPOSITES:
        wanted, said = _order(point, pair), _order(sentence, pair)
        if not wanted or not said:
            continue
        subjects = _subjects(point, sentence)
        if len(subjects) == 2 and _binding(point, subjects, pair) == _binding(sentence, subjects, pair)[::-1]:
            return True
    return False


def negates(point: str, sentence: str) -> bool:
    """Say whether a sentence takes back what a point affirms, and affirms nothing of it elsewhere.

    Points that are negative themselves are left alone.
    """
    if _NEGATIVE.search(point):
        return False
    text = plain(sentence)
    taken = concepts(" ".join(match.group(1) for match in _NEGATED.finditer(text))) & concepts(point)
    return bool(taken) and not concepts(_NEGATED.sub(" ", text)) & taken


def _order(text: str, pair: tuple[str, str]) -> tuple[int, int] | None:
    found = words(text)
    places = [
        next((n for n, word in enumerate(found) if word == part or word.startswith(part)), -1)
        for part in pair
    ]
    return (places[0], places[1]) if min(places) >= 0 else None


def _subjects(point: str, sentence: str) -> list[str]:
    """Return the two nouns that are compared: the first words of some length that both texts name."""
    said = set(words(sentence))
    known = {part for pair in _OPPOSITES for part in pair}
    shared = [word for word in words(point) if word in said and len(word) > 2 and word not in known]
    return list(dict.fromkeys(shared))[:2]


def _binding(text: str, subjects: list[str], pair: tuple[str, str]) -> tuple[str, ...]:
    """Return which opposite follows each subject most closely, in the order of the subjects."""
    found = words(text)
    bound = []
    for subject in subjects:
        start = found.index(subject)
        after = [
            (n, part) for part in pair for n, word in enumerate(found) if n > start and word.startswith(part)
        ]
        bound.append(min(after)[1] if after else "")
    return tuple(bound) if len(set(bound)) == 2 else ()
