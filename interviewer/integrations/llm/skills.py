"""Skills by name and other names: a gazetteer of our own, careful with names that are also words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "skills.txt"
_ITEM_BREAK = re.compile(r"[,;|/•·●▪:()\[\]\t]|\s[-–]\s|\band\b|\s{3,}")


@dataclass(frozen=True)
class Skill:
    """One skill under its usual name."""

    name: str
    category: str


@dataclass(frozen=True)
class _Gazetteer:
    by_alias: dict[str, Skill]
    ambiguous: dict[str, str]  # lower-case alias -> the only spelling that counts in running text
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    by_alias: dict[str, Skill] = {}
    ambiguous: dict[str, str] = {}
    category = ""
    for raw in _FILE.read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("["):
            category = line.strip("[]")
        elif line and not line.startswith("#"):
            names = [name.strip() for name in line.split("|")]
            skill = Skill(names[0].removesuffix("!"), category)
            for name in names:
                alias = name.removesuffix("!")
                by_alias.setdefault(alias.lower(), skill)
                if name.endswith("!"):
                    ambiguous[alias.lower()] = alias
    longest_first = sorted(by_alias, key=len, reverse=True)
    pattern = re.compile(
        r"(?<![\w+#.@/-])(?:" + "|".join(re.escape(alias) for alias in longest_first) + r")(?![\w+#@]|\.\w)",
        re.IGNORECASE,
    )
    return _Gazetteer(by_alias, ambiguous, pattern)


def canonical_skill(name: str) -> str:
    """Return the usual name of one skill as somebody typed it, or the typed name, tidied, when it is not known."""
    tidy = " ".join(name.split()).strip(" .,;")
    skill = _gazetteer().by_alias.get(tidy.lower())
    return skill.name if skill else tidy


def skill_category(name: str) -> str:
    """Return the category of a known skill, or an empty string."""
    skill = _gazetteer().by_alias.get(name.strip().lower())
    return skill.category if skill else ""


def find_skills(text: str) -> tuple[str, ...]:
    """Return the known skills that a text names, in the order in which they first appear.

    A name that is also a word ("Go", "R", "Express") counts only as an item of a list, or in its own spelling on
    a line that names another skill.
    """
    found: dict[str, None] = {}
    for line in text.splitlines():
        for name in _line_skills(line):
            found.setdefault(name)
    return tuple(found)


def _line_skills(line: str) -> list[str]:
    gazetteer = _gazetteer()
    hits = [(match, gazetteer.by_alias[match.group().lower()]) for match in gazetteer.pattern.finditer(line)]
    if not hits:
        return []
    items = {item.strip(" .").lower() for item in _ITEM_BREAK.split(line)}
    certain = {skill.name for match, skill in hits if match.group().lower() not in gazetteer.ambiguous}
    names: list[str] = []
    for match, skill in hits:
        spelling = gazetteer.ambiguous.get(match.group().lower())
        # "rest" and "oops" are words even in lists; "go" and "r" in a list are not.
        is_acronym = spelling is not None and spelling.isupper() and len(spelling) > 3
        listed = match.group().lower() in items and (not is_acronym or match.group() == spelling)
        own_spelling = match.group() == spelling and bool(certain - {skill.name})
        if spelling is None or listed or own_spelling:
            names.append(skill.name)
    return names


def names_skill(text: str, skill: str) -> bool:
    """Say whether a text names a skill, known or not, under any of its names."""
    wanted = canonical_skill(skill)
    if wanted in find_skills(text):
        return True
    return bool(re.search(rf"(?<![\w]){re.escape(skill.strip())}(?![\w+#])", text, re.IGNORECASE)) and (
        wanted.lower() not in _gazetteer().by_alias
    )
