"""Words, slips, bands and ranks of the job board, without a database."""

from __future__ import annotations

import pytest

from companies.search import bands
from companies.search.ranking import Fields, score
from companies.search.spelling import distance, meant
from companies.search.words import key, searched, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++ developers", ["cplusplus", "developer"]),
        ("C/C++, C# and .NET", ["c", "cplusplus", "csharp", "and", "dotnet"]),
        ("ASP.NET Core", ["aspnet", "dotnet", "core"]),
        ("Node.js / Vue.js", ["nodej", "vuej"]),
        ("Front-end, Back End, FULL STACK", ["frontend", "backend", "fullstack"]),
        ("Golang and k8s", ["go", "and", "kubernete"]),
        ("Bangalore, Karnataka", ["bengaluru", "karnataka"]),
        ("Café señor", ["cafe", "senor"]),
        ("हिंदी शिक्षक", ["हिंदी", "शिक्षक"]),
        ("क्\u200dष", ["क्ष"]),
        ("Nurses, batteries, classes, business, AWS", ["nurse", "battery", "class", "business", "aws"]),
        ("', \" ) OR (drop*:", ["or", "drop"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, found):
    assert words(text) == found


def test_a_query_says_each_word_once_and_only_idle_words_if_there_are_no_others():
    assert searched("the developer of the developers") == ["developer"]
    assert searched("the") == ["the"]
    assert len(searched("a1 " + " ".join(f"x{n}y" for n in range(500)))) <= 60


def test_a_place_is_one_key_however_it_is_called():
    assert key("New Delhi") == key("new  delhi") == "new_delhi"
    assert key("Mysore") == key("Mysuru")


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [
        ("python", "python", 0),
        ("pyhton", "python", 1),
        ("pythn", "python", 1),
        ("developr", "developer", 1),
        ("kuberntes", "kubernetes", 1),
        ("java", "javascript", 3),
        ("abc", "xyz", 3),
    ],
)
def test_slips_between_words(first, second, slips):
    assert distance(first, second, limit=2) == slips


def test_what_a_slip_means():
    known = ["python", "pytho", "java", "javascript", "lava", "go", "developer", "development"]
    assert meant("pyhton", known)[0] == "python"
    assert meant("jva", known) == []
    assert meant("develo", known) == ["developer", "development"]
    assert meant("go", known) == []


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (None, None, ["0-1", "1-3", "3-5", "5-10", "10-"]),
        (0, 0, ["0-1"]),
        (3, 5, ["3-5"]),
        (3, None, ["3-5", "5-10", "10-"]),
        (None, 2, ["0-1", "1-3"]),
        (5, 5, ["5-10"]),
    ],
)
def test_bands_of_experience(low, high, found):
    assert bands.of_experience(low, high) == found


def test_bands_of_pay_and_their_words():
    assert bands.of_pay("INR", None, None) == []
    assert bands.of_pay("INR", 600_000, 1_000_000) == ["inr-600000-1000000"]
    assert bands.of_pay("INR", 500_000, None) == ["inr-300000-600000"]
    assert bands.of_pay("EUR", 60_000, 80_000) == ["eur-50000-75000", "eur-75000-100000"]
    assert bands.pay_label("inr-600000-1000000") == "₹6 lakh–₹10 lakh"
    assert bands.pay_label("inr-0-300000") == "Up to ₹3 lakh"
    assert bands.pay_label("eur-150000-") == "EUR 150k and more"
    assert bands.experience_label("10-") == "10 years and more"


def test_the_title_counts_more_than_a_skill_and_a_written_word_more_than_a_meant_one():
    titled = Fields("python developer", "sql", "lumen", "pune")
    skilled = Fields("data engineer", "python sql", "lumen", "pune")
    longer = Fields("senior python and data developer", "sql", "lumen", "pune")
    query = [("python",), ("developer",)]
    assert score(query, titled) > score(query, longer) > score(query, skilled) > 0
    assert score([("pyhton", "python")], titled) < score([("python",)], titled)
    assert score([("ruby",)], titled) == 0
