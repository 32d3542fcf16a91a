"""Words as concepts: other wordings of the same thing, typing errors, and words that are near in meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np

from interviewer.integrations.llm.embeddings import embed
from interviewer.integrations.llm.textual import content_stems

_PATH = Path(__file__).parent / "data" / "synonyms.txt"
#: Cosine of two single words at which they begin to mean the same, and at which they do.
NEAR, SAME = 0.45, 0.85
#: Share of common letter pairs above which a longer word is taken for a typing error of another.
TYPO = 0.72
#: A word that is only near counts at most this much.
NEARLY = 0.8


@lru_cache(maxsize=1)
def _wordings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all wordings, the longest first, and what each is read as."""
    read_as: dict[str, str] = {}
    for line in _PATH.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            first, *others = (part.strip().lower() for part in line.split("|"))
            for wording in (first, *others):
                read_as.setdefault(wording, first)
    longest = sorted(read_as, key=len, reverse=True)
    pattern = "|".join(re.escape(wording).replace(r"\ ", r"\s+") for wording in longest)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), read_as


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a text in lower case with every known wording read as its concept."""
    pattern, read_as = _wordings()
    return pattern.sub(lambda match: read_as[" ".join(match.group().split())], text.lower())


@lru_cache(maxsize=8192)
def concepts(text: str) -> frozenset[str]:
    """Return the stems of a text's content words, with every known wording read as its concept."""
    return frozenset(content_stems(plain(text)))


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)}


def is_typo(word: str, other: str) -> bool:
    """Say whether two longer words differ so little that one is the other mistyped."""
    if min(len(word), len(other)) < 5 or abs(len(word) - len(other)) > 2:
        return False
    left, right = _pairs(word), _pairs(other)
    return 2 * len(left & right) / (len(left) + len(right)) >= TYPO


def recall(wanted: Iterable[str], used: Iterable[str]) -> dict[str, float]:
    """Return for each wanted concept how far it was used, 0 to 1: itself, mistyped, or a word near in meaning."""
    goals, have = list(wanted), list(used)
    if not goals or not have:
        return dict.fromkeys(goals, 0.0)
    near = np.clip((embed(goals) @ embed(have).T - NEAR) / (SAME - NEAR), 0.0, 1.0) * NEARLY
    found = {}
    for row, goal in enumerate(goals):
        exact = goal in have or any(is_typo(goal, word) for word in have)
        found[goal] = 1.0 if exact else float(near[row].max())
    return found
