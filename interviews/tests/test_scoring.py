"""Scores: from levels to percent, weights that add up, and parts that could not be scored."""

from __future__ import annotations

import pytest

from interviews.scoring import (
    Part,
    Scored,
    conversation_score,
    dimension_score,
    level_percent,
    overall_score,
    shares,
)


@pytest.mark.parametrize(("level", "percent"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100)])
def test_a_level_is_a_quarter_of_the_scale(level, percent):
    assert level_percent(level) == percent


def test_there_is_no_level_zero():
    with pytest.raises(ValueError, match="1 to 5"):
        level_percent(0)


def test_a_competency_counts_by_its_weight():
    items = [Scored("a", "technical", 30, 5), Scored("b", "communication", 10, 1)]
    assert conversation_score(items) == 75


def test_what_was_not_assessed_neither_helps_nor_harms():
    items = [Scored("a", "technical", 30, 3), Scored("b", "technical", 70, None)]
    assert conversation_score(items) == 50
    assert conversation_score([Scored("b", "technical", 70, None)]) is None


def test_a_dimension_takes_its_own_competencies():
    items = [Scored("a", "technical", 30, 5), Scored("b", "communication", 10, 1)]
    assert dimension_score(items, "communication") == 0
    assert dimension_score(items, "cultural_fit") is None


def test_the_overall_score_rests_on_what_was_scored():
    parts = [Part("quiz", 20, 80.0), Part("coding", 30, None), Part("conversation", 50, 45.0)]
    assert overall_score(parts) == 55
    assert shares(parts) == {"quiz": 29, "conversation": 71}


def test_nothing_scored_is_no_score():
    assert overall_score([Part("quiz", 20, None)]) is None
