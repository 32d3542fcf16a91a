"""Who somebody is does not reach a score."""

from __future__ import annotations

import pytest

from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.tests.scenes import RESUME

IDENTITY = (
    "priya",
    "sharma",
    "example.com",
    "98765",
    "linkedin",
    "github",
    "1995",
    "female",
    "2013",
    "she mentored",
)


def test_nothing_that_identifies_is_left_and_the_work_is():
    masked = mask_identity(RESUME, ["Priya Sharma"]).lower()

    assert [word for word in IDENTITY if word in masked] == []
    assert "jan 2020 - present" in masked
    assert "reduced p95 latency by 40% with redis caching" in masked
    assert "6+ years of hands-on experience" in masked


def test_masking_twice_changes_nothing_more():
    once = mask_identity(RESUME, ["Priya Sharma"])

    assert mask_identity(once, ["Priya Sharma"]) == once


def test_offsets_stay_true_when_the_length_is_kept():
    answer = "I am Priya, 34 years old, call +91 98765 43210; I used indexes."

    masked = mask_identity(answer, ["Priya"], keep_length=True)

    assert len(masked) == len(answer)
    assert masked[answer.index("I used") :] == "I used indexes."
    assert "Priya" not in masked
    assert "34" not in masked
    assert "98765" not in masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("प्रिया ने काम किया", "[name] ने काम किया"),
        ("We grew from 1,200,000 to 2,400,000 users", "We grew from 1,200,000 to 2,400,000 users"),
        ("Ann answered", "[name] answered"),
        ("Banner ads", "Banner ads"),
        ("graduated from college in 1998", "graduated from college in [year]"),
        ("Worked there 2016 - 2019", "Worked there 2016 - 2019"),
        ("I am 45 years old", "I am [age] years old"),
        ("10 years old codebase", "[age] years old codebase"),
    ],
)
def test_what_is_masked_and_what_is_not(text: str, masked: str):
    found = mask_identity(text, ["Ann", "प्रिया"])

    assert found.replace("[age] years old", "[age] years old") == masked or (
        "[age]" in masked and not any(char.isdigit() for char in found)
    )
