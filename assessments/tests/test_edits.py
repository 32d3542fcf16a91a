"""Edits as browsers send them: what is taken, what is refused, what replaying gives."""

from __future__ import annotations

import json

import pytest

from assessments import edits
from assessments.edits import Paste


def batch(*events: object, **other: object) -> str:
    return json.dumps({"session": "s", "first": 0, "events": list(events)} | other)


def test_replaying_gives_the_text():
    events = [[0, 0, 0, "print(1)"], [900, 6, 1, "2"], [50, "b"], [3000, "f"], [10, 0, 0, "# so\n", "p"]]
    assert edits.replay("", events) == "# so\nprint(2)"


def test_positions_are_those_of_browsers_also_after_characters_of_two_units():
    assert edits.length("a😀b") == 4
    assert edits.replay("a😀b", [[0, 3, 1, "c"]]) == "a😀c"
    assert edits.difference("a😀b", "a😀xb") == (3, 0, "x")


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("", "abc"), ("abc", ""), ("aaa", "aaaa"), ("abcabc", "abc"), ("x😀y", "x😁y"), ("ab", "ba")],
)
def test_the_difference_leads_from_one_text_to_the_other(before, after):
    assert edits.replay(before, [[0, *edits.difference(before, after)]]) == after


def test_an_edit_outside_of_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        edits.replay("abc", [[0, 2, 2, ""]])


def test_what_is_agreed_is_taken():
    taken = edits.batch_of(batch([5, 0, 0, "x"], [7, 1, 0, "yz", "p"], [9, "b"], first=3))
    assert (taken.session, taken.first, len(taken.events)) == ("s", 3, 3)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{",
        "[]",
        "null",
        json.dumps({"first": 0, "events": []}),
        batch(first=-1),
        batch(first="0"),
        batch(first=True),
        batch([-1, 0, 0, "x"]),
        batch([1.5, 0, 0, "x"]),
        batch([1, -2, 0, "x"]),
        batch([1, 0, 0, 7]),
        batch([1, 0, 0, "x", "g"]),
        batch([1, 0, 0, "x", ["p"]]),
        batch([1, "s"]),
        batch([1, {"b": 1}]),
        batch([1]),
        batch("b"),
        batch(*[[1, "b"]] * (edits.MAX_BATCH_EVENTS + 1)),
        batch([1, 0, 0, "x" * edits.MAX_BATCH_BYTES]),
    ],
)
def test_anything_else_is_refused(sent):
    with pytest.raises(ValueError):
        edits.batch_of(sent)


def test_packing_appends_and_measures():
    packed, size = edits.pack([[1, 0, 0, "x"]])
    packed, more = edits.pack([[2, "b"]], packed)
    assert edits.unpack(packed) == [[1, 0, 0, "x"], [2, "b"]]
    assert more > size
    assert edits.unpack(b"") == []


def test_half_a_character_can_be_kept():
    packed, _size = edits.pack([[1, 0, 0, "\ud83d"]])
    assert edits.unpack(packed) == [[1, 0, 0, "\ud83d"]]


def test_the_sum_counts_typing_pastes_and_absence():
    found = edits.summary(
        [
            [1000, 0, 0, "a"],
            [60_000, 1, 0, "b"],
            [500, "b"],
            [20_000, "f"],
            [100, 2, 0, "pasted text", "p"],
            [10, 0, 1, "", "g"],
        ]
    )
    assert found == edits.Summary(
        length_ms=81_610,
        typing_ms=1100,
        edits=3,
        pastes=(Paste(81_600, 11, "pasted text"),),
        times_away=1,
        away_ms=20_000,
        gaps=1,
    )
