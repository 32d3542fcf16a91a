"""What was not said word for word is no evidence."""

from __future__ import annotations

import random

import pytest

from interviewer.integrations.llm.evidence import locate, verify_quotes
from interviewer.integrations.llm.port import CompetencyAssessment, Quote, Turn
from interviewer.integrations.llm.tests.scenes import GOOD_ANSWER, TURNS


def assessed(*quotes: Quote, level: int | None = 4) -> CompetencyAssessment:
    return CompetencyAssessment("databases", level, 0.8, "anchor", quotes)


def test_an_invented_quote_leaves_the_competency_unassessed():
    found = verify_quotes([assessed(Quote("q1", "I always use magic indexes."))], TURNS)[0]

    assert (found.level, found.quotes, found.certainty, found.anchor) == (None, (), 0.0, "")
    assert found.not_assessed_reason


def test_one_true_quote_is_enough_and_the_invented_one_goes():
    found = verify_quotes(
        [assessed(Quote("q1", "Every index slows down writes"), Quote("q1", "I always use magic indexes."))],
        TURNS,
    )[0]

    assert found.level == 4
    assert [quote.text for quote in found.quotes] == ["Every index slows down writes"]


def test_a_quote_under_the_wrong_turn_is_moved_within_the_competency_only():
    moved = verify_quotes([assessed(Quote("q9", "Every index slows down writes"))], TURNS)[0]
    other = verify_quotes([assessed(Quote("q9", "deployment was his real pain"))], TURNS)[0]

    assert moved.quotes[0].turn_key == "q1"
    assert other.level is None


@pytest.mark.parametrize(
    ("quote", "answer", "found"),
    [
        ("every  INDEX\nslows down", "But every index slows down writes", "every index slows down"),
        ('he said "no" to it', "he said “no” to it", "he said “no” to it"),
        ("it doesn't matter", "it doesn’t matter", "it doesn’t matter"),
        ("fine and efficient", "ﬁne and eﬃcient", "ﬁne and eﬃcient"),
        ("मैं क्वेरी प्लान देखता हूँ", "हाँ, मैं क्वेरी प्लान देखता हूँ।", "मैं क्वेरी प्लान देखता हूँ"),
        ("read the plan", "re\u200bad the pl\u200ban", "re\u200bad the pl\u200ban"),
        ("STRASSE IS LONG", "straße is long", "straße is long"),
    ],
)
def test_case_spaces_and_quote_marks_are_folded(quote: str, answer: str, found: str):
    place = locate(quote, answer)

    assert place is not None
    assert answer[slice(*place)] == found


@pytest.mark.parametrize(
    "quote", ["", "  ", "index", "dex slows down", "Every index slows d", "slows down … writes"]
)
def test_scraps_of_words_are_no_quotes(quote: str):
    assert locate(quote, "Every index slows down writes") is None


def test_every_kept_quote_is_a_part_of_its_answer():
    dice = random.Random(7)
    for _ in range(300):
        start, end = sorted(dice.sample(range(len(GOOD_ANSWER)), 2))
        text = GOOD_ANSWER[start:end]
        if dice.random() < 0.5:
            text = text.upper().replace(" ", "  ")
        if dice.random() < 0.3:
            text = text + " and more"
        found = verify_quotes([assessed(Quote("q1", text))], [Turn("q1", "?", GOOD_ANSWER, "databases")])[0]
        for quote in found.quotes:
            assert quote.text == GOOD_ANSWER[quote.start : quote.end]
        assert (found.level is None) == (not found.quotes)
