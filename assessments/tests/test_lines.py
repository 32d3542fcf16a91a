"""Expected and printed output, line by line."""

from __future__ import annotations

from assessments.lines import MAX_LINES, compare_lines


def rows(expected: str, printed: str) -> list[tuple[str | None, str | None, bool]]:
    return [(row.expected, row.printed, row.is_same) for row in compare_lines(expected, printed)]


def test_equal_lines_stand_beside_each_other():
    assert rows("1\n2\n", "1\n2") == [("1", "1", True), ("2", "2", True)]


def test_a_missing_line_leaves_a_gap():
    assert rows("1\n2\n3\n", "1\n3\n") == [("1", "1", True), ("2", None, False), ("3", "3", True)]


def test_a_line_too_many_leaves_a_gap_on_the_other_side():
    assert rows("1\n", "1\nextra\n") == [("1", "1", True), (None, "extra", False)]


def test_blanks_at_the_end_do_not_count():
    assert rows("a\n", "a  \n\n") == [("a", "a", True)]


def test_much_output_is_cut():
    assert len(compare_lines("x\n" * 5000, "y\n" * 5000)) == MAX_LINES
