"""Scores of code: calculations on plain values.

Without groups a score is the share of the weights of the passed cases. With groups, each group has points: by the
rule "sum" its cases share them by weight, by "min" all of its cases must pass. Cases of no group count with their
weights as points, but samples of no group then count nothing, as everybody sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.enums import GroupRule


@dataclass(frozen=True)
class CaseOutcome:
    """Whether a case passed, what it weighs, and the group it is in."""

    passed: bool
    weight: int = 1
    group: str = ""
    is_sample: bool = False


@dataclass(frozen=True)
class Group:
    """A group of cases: what it gives, and how."""

    name: str
    points: int
    rule: str = GroupRule.SUM


@dataclass(frozen=True)
class GroupScore:
    """What was reached of a group."""

    name: str
    points: int
    reached: float
    passed: int
    total: int


def groups_of(rows: Iterable[dict]) -> list[Group]:
    """The groups as a problem keeps them."""
    return [Group(row["name"], row["points"], row["rule"]) for row in rows]


def partial_credit(cases: Iterable[CaseOutcome], groups: Sequence[Group] = ()) -> float:
    """The score of a program, 0 to 100."""
    rows = list(cases)
    named = {group.name for group in groups}
    scores = group_scores(rows, groups)
    single = [row for row in rows if row.group not in named and not (groups and row.is_sample)]
    total = sum(score.points for score in scores) + sum(row.weight for row in single)
    reached = sum(score.reached for score in scores) + sum(row.weight for row in single if row.passed)
    return round(100 * reached / total, 2) if total else 0.0


def group_scores(cases: Iterable[CaseOutcome], groups: Sequence[Group]) -> list[GroupScore]:
    """What was reached of each group that has cases."""
    rows = list(cases)
    members = [(group, [row for row in rows if row.group == group.name]) for group in groups]
    return [
        GroupScore(
            group.name,
            group.points,
            round(group.points * _share(group, inside), 2),
            sum(row.passed for row in inside),
            len(inside),
        )
        for group, inside in members
        if inside
    ]


def _share(group: Group, rows: list[CaseOutcome]) -> float:
    if group.rule == GroupRule.MIN:
        return float(all(row.passed for row in rows))
    total = sum(row.weight for row in rows)
    return sum(row.weight for row in rows if row.passed) / total if total else 0.0


def stops_early(groups: Iterable[Group]) -> frozenset[str]:
    """The groups that are decided by one case that fails."""
    return frozenset(group.name for group in groups if group.rule == GroupRule.MIN)
