"""Every problem is complete, and what is not complete is found."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from assessments.enums import Difficulty
from assessments.pool.packages import BadPackage, read, read_all
from assessments.pool.proof import faults

PACKAGES = list(read_all())
TOPICS = {
    *("arrays", "strings", "hashing", "sorting", "two pointers", "sliding window", "stacks", "queues"),
    *("linked structures", "binary search", "recursion", "trees", "graphs", "heaps", "greedy"),
    *("dynamic programming", "mathematics", "bit operations", "simulation", "parsing", "intervals"),
}


def replace(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.slug)
def test_every_problem_is_complete_and_repeatable(package):
    assert list(faults(package)) == []


def test_the_pool_covers_topics_and_difficulties():
    counts = Counter(package.difficulty for package in PACKAGES)
    assert counts == {Difficulty.EASY: 25, Difficulty.MEDIUM: 31, Difficulty.HARD: 12}
    by_topic = Counter(package.topic for package in PACKAGES)
    assert set(by_topic) == TOPICS
    assert min(by_topic.values()) >= 2
    assert len({package.title for package in PACKAGES}) == len(PACKAGES)


def test_a_package_is_read_from_its_folder(folder):
    package = read(folder)
    assert (package.slug, package.title, package.topic) == ("lift-pair", "Two crates in the lift", "hashing")
    assert (package.difficulty, package.minutes) == (Difficulty.EASY, 15)
    assert (package.seconds_limit, package.memory_mib, package.checker) == (Decimal("2"), 256, "tokens")
    first, second, third = package.cases[:3]
    assert (first.input, first.expected_output, first.is_sample) == ("5 10\n4 3 3 7 6\n", "2 4\n", True)
    assert (second.is_sample, third.is_sample) == (True, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("difficulty: easy", "difficulty: simple"),
        ("name:", "nam:"),
        ("minutes: 15", "minutes: soon"),
        ("limits:", "- :"),
    ],
)
def test_a_package_that_cannot_be_read_is_named(folder, old, new):
    replace(folder / "problem.yaml", old, new)
    with pytest.raises(BadPackage, match="lift-pair"):
        read(folder)


def test_a_package_without_a_generator_is_named(folder):
    (folder / "generate.py").unlink()
    with pytest.raises(BadPackage, match="lift-pair"):
        read(folder)


@pytest.mark.parametrize("name", ["problem.yaml", "statement.md", "generate.py", "solution.py"])
def test_the_version_changes_with_what_the_pool_shows(folder, name):
    before = read(folder).content_hash
    with (folder / name).open("a") as file:
        file.write("\n# more\n")
    assert read(folder).content_hash != before


@pytest.mark.parametrize("name", ["solution.cpp", "wrong.py"])
def test_the_version_stays_with_programs_that_the_pool_does_not_show(folder, name):
    before = read(folder).content_hash
    (folder / name).write_text("")
    assert read(folder).content_hash == before


SPOILT = [
    (
        "statement.md",
        "## Limits",
        "## Bounds",
        "the statement's sections are not Input, Output, Limits, Examples",
    ),
    ("generate.py", '"2 4\\n"', '"3 4\\n"', "sample 1 is written as '3 4\\n' and solved as '2 4\\n'"),
    ("generate.py", "yield text(2, [1])", "yield text(2, [1, 1])", "two cases are the same"),
    ("generate.py", "range(1, 6001)", "range(1, 60_001)", "an input has 348906 characters"),
    ("problem.yaml", "minutes: 15", "minutes: 0", "0 minutes"),
    ("problem.yaml", "limits:", "checker: magic\nlimits:", "There is no checker 'magic'"),
]


@pytest.mark.parametrize(("name", "old", "new", "fault"), SPOILT, ids=lambda value: value[:20])
def test_a_fault_is_found(folder, name, old, new, fault):
    replace(folder / name, old, new)
    assert fault in "; ".join(faults(read(folder)))


def test_cases_that_differ_each_time_are_found(folder):
    replace(
        folder / "generate.py", "yield text(2, [1])", "yield text(int.from_bytes(os.urandom(4), 'big'), [1])"
    )
    replace(folder / "generate.py", "SAMPLES =", "import os\n\nSAMPLES =")
    assert list(faults(read(folder))) == ["the cases differ from one time to the next"]


def test_missing_programs_are_found(folder):
    (folder / "wrong.py").unlink()
    (folder / "solution.cpp").unlink()
    assert list(faults(read(folder))) == ["there is no solution.cpp", "there is no program that must fail"]
