"""Item statistics against examples that were calculated by hand."""

from __future__ import annotations

import pytest

from edudiagno.item_statistics import Answered, Flag, analyse, groups, point_biserial


def answers(*rows: tuple[bool, float]) -> list[Answered]:
    return [Answered(is_right, rest, (0,) if is_right else (1,)) for is_right, rest in rows]


def test_point_biserial_by_hand():
    # Items 1 1 1 0 0, rests 4 3 2 2 1 (of 4): means 0.6 and 2.4, sum of products 1.8, squares 1.2 and 5.2;
    # 1.8 / sqrt(1.2 * 5.2) = 0.7206
    rows = answers((True, 4), (True, 3), (True, 2), (False, 2), (False, 1))
    assert point_biserial(rows) == 0.721


@pytest.mark.parametrize(
    "rows",
    [[], [(True, 1.0)], [(True, 1.0), (True, 0.5)], [(True, 0.5), (False, 0.5)]],
)
def test_there_is_no_correlation_of_what_does_not_vary(rows):
    assert point_biserial(answers(*rows)) is None


def test_difficulty_and_the_outer_groups_by_hand():
    # Ten takers, rests 1 to 10: 27 % are 2.7, so three above (10, 9, 8) and three below (1, 2, 3).
    right = {10, 9, 8, 5, 1}
    rows = answers(*((rest in right, float(rest)) for rest in range(1, 11)))
    upper, lower = groups(rows)
    assert ([row.rest for row in upper], [row.rest for row in lower]) == ([8, 9, 10], [1, 2, 3])
    item = analyse(rows, options=2, right=frozenset({0}))
    assert (item.p, item.upper_lower) == (0.5, 0.667)  # 3/3 - 1/3
    shares = [(use.share, use.upper, use.lower) for use in item.options]
    assert shares == [(0.5, 1.0, 0.333), (0.5, 0.0, 0.667)]


def test_of_few_answers_nothing_is_flagged():
    assert analyse(answers(*[(False, 1.0)] * 19), options=2, right=frozenset({0})).flags == ()


def test_bad_questions_are_flagged():
    def flags(*rows: tuple[bool, float]) -> tuple[Flag, ...]:
        return analyse(answers(*rows), options=3, right=frozenset({0})).flags

    half = [(True, 0.2), (False, 0.8)] * 10
    assert Flag.NEGATIVE in flags(*half)
    assert Flag.BETTER in flags(*half)
    assert Flag.IDLE in flags(*half)
    assert Flag.TOO_EASY in flags(*[(True, 0.5)] * 20)
    assert Flag.TOO_HARD in flags(*[(False, 0.5)] * 20)
    assert Flag.WEAK in flags(*[(True, 0.5), (False, 0.5), (True, 0.4), (False, 0.4)] * 5, (True, 0.51))


def test_the_median_of_the_times_leaves_out_those_that_are_not_known():
    rows = [Answered(True, 1.0, (0,), seconds) for seconds in (0, 10, 30, 20)]
    assert analyse(rows, options=2, right=frozenset({0})).median_seconds == 20


def test_nobody_answered():
    item = analyse([], options=2, right=frozenset({0}))
    assert (item.answers, item.p, item.upper_lower, item.options) == (0, None, None, ())
