"""Points by case and by group, and the checks of what a problem says about its judging."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from assessments import checking
from assessments.scoring import CaseOutcome, Group, GroupScore, group_scores, partial_credit, stops_early

SMALL, LARGE = Group("small", 30, "min"), Group("large", 70, "sum")


def case(passed: bool, group: str = "", weight: int = 1, is_sample: bool = False) -> CaseOutcome:
    return CaseOutcome(passed, weight, group, is_sample)


@pytest.mark.parametrize(
    ("cases", "groups", "score"),
    [
        ([], [], 0.0),
        ([case(True, weight=3), case(False)], [], 75.0),
        ([case(True, is_sample=True), case(False)], [], 50.0),
        ([case(True, "small"), case(False, "small"), case(True, "large")], [SMALL, LARGE], 70.0),
        ([case(True, "small"), case(True, "large", 3), case(False, "large", 1)], [SMALL, LARGE], 82.5),
        ([case(True, is_sample=True), case(False, "small")], [SMALL], 0.0),
        ([case(True, "small"), case(False, weight=10)], [SMALL], 75.0),
        ([case(True, "small")], [SMALL, LARGE], 100.0),
        ([case(True, "small", 0)], [Group("small", 30, "sum")], 0.0),
        ([case(True, "lost"), case(False, "small")], [Group("small", 1, "sum")], 50.0),
    ],
)
def test_the_score(cases: list[CaseOutcome], groups: list[Group], score: float) -> None:
    assert partial_credit(cases, groups) == score


def test_what_was_reached_of_each_group() -> None:
    cases = [case(True, "small"), case(False, "small"), case(True, "large"), case(False, "large")]

    assert group_scores(cases, [SMALL, LARGE]) == [
        GroupScore("small", 30, 0.0, 1, 2),
        GroupScore("large", 70, 35.0, 1, 2),
    ]


def test_only_all_or_nothing_may_stop_early() -> None:
    assert stops_early([SMALL, LARGE]) == {"small"}


@pytest.mark.parametrize(
    ("kind", "options", "spec"),
    [
        ("tokens", {}, "tokens"),
        ("tokens", {"case_sensitive": True, "presentation": False}, "tokens case_sensitive"),
        ("floats", {"absolute": 1e-9, "relative": 0.5}, "floats absolute=1e-09 relative=0.5"),
        ("custom", {"exit_codes": "testlib"}, "tokens"),
    ],
)
def test_the_judge_is_told_of_the_checker(kind: str, options: dict[str, object], spec: str) -> None:
    checking.valid_options(options)

    assert checking.described(kind, options) == spec
    assert checking.why_not_checker(kind, options, has_program=True) == ""


@pytest.mark.parametrize(
    "options",
    [[], {"case": True}, {"case_sensitive": 1}, {"absolute": 1}, {"absolute": True}, {"absolute": "1e-6"},
     {"exit_codes": "other"}, {"arguments": "x"}, {"arguments": ["a"] * 21}, {"arguments": ["\0"]}],
)  # fmt: skip
def test_options_that_there_are_not(options: object) -> None:
    with pytest.raises(ValidationError):
        checking.valid_options(options)


@pytest.mark.parametrize(
    "groups",
    [{}, ["a"], [{"name": "a"}], [{"name": "", "points": 1, "rule": "sum"}],
     [{"name": "a", "points": -1, "rule": "sum"}], [{"name": "a", "points": True, "rule": "sum"}],
     [{"name": "a", "points": 1, "rule": "max"}], [{"name": "a", "points": 1, "rule": "sum"}] * 2,
     [{"name": "a", "points": 1, "rule": "sum", "more": 1}]],
)  # fmt: skip
def test_groups_that_are_none(groups: object) -> None:
    with pytest.raises(ValidationError):
        checking.valid_groups(groups)


def test_a_checker_that_can_not_be_used_says_why() -> None:
    assert "program" in checking.why_not_checker("custom", {}, has_program=False)
    assert "option" in checking.why_not_checker("lines", {"case_sensitive": True}, has_program=False)


@pytest.mark.parametrize(
    ("expected", "verdict", "is_right"),
    [("AC", "AC", True), ("AC", "WA", False), ("no", "WA", True), ("no", "AC", False), ("no", "CE", False),
     ("no", "", False), ("TLE", "TLE", True), ("WA", "TLE", False)],
)  # fmt: skip
def test_expected_verdicts(expected: str, verdict: str, is_right: bool) -> None:
    assert checking.is_as_expected(expected, verdict) is is_right
