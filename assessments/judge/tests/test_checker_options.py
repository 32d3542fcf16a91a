"""Checkers that take lines in any order or tell a presentation error, and what they refuse."""

from __future__ import annotations

import pytest

from assessments.judge.checkers import UnknownChecker, checker


@pytest.mark.parametrize(
    ("output", "accepted"),
    [
        (b"b\na\na\n", True),
        (b"a \r\n\nb\na", True),
        (b"a\nb\n", False),
        (b"a\na\nb\nb\n", False),
        (b"a\na\nB\n", False),
        (b"", False),
    ],
)
def test_lines_in_any_order(output: bytes, accepted: bool) -> None:
    assert checker("unordered")(output, b"a\na\nb\n").accepted is accepted


def test_what_differs_is_named_without_giving_the_answer_away() -> None:
    assert checker("unordered")(b"a\nc\n", b"a\nb\n").detail == "This line is not expected: c"
    assert checker("unordered")(b"a\na\nb\n", b"a\nb\n").detail == "This line is too often: a"


@pytest.mark.parametrize(
    ("spec", "output", "expected", "answer"),
    [
        ("exact presentation", b"1 2", b"1 2\n", (False, True)),
        ("exact presentation", b"1 3", b"1 2\n", (False, False)),
        ("exact", b"1 2", b"1 2\n", (False, False)),
        ("tokens space_change_sensitive presentation", b"1  2\n", b"1 2\n", (False, True)),
        ("lines presentation", b"1\n2\n", b"1 2\n", (False, True)),
        ("tokens presentation", b"1  2", b"1 2\n", (True, False)),
        ("floats case_sensitive", b"1.0000001 a", b"1 a", (True, False)),
        ("floats case_sensitive", b"1.0000001 A", b"1 a", (False, False)),
    ],
)
def test_presentation_is_told_apart_only_when_asked_for(
    spec: str, output: bytes, expected: bytes, answer: tuple[bool, bool]
) -> None:
    got = checker(spec)(output, expected)

    assert (got.accepted, got.is_presentation) == answer


@pytest.mark.parametrize("spec", ["unordered 1e-6", "sorted", "lines case_sensitive", "tokens relative=2"])
def test_what_is_not_known_is_refused(spec: str) -> None:
    with pytest.raises(UnknownChecker):
        checker(spec)
