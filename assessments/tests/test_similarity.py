"""How much two programs are alike: copies are found however they are dressed up, honest work is left in peace."""

from __future__ import annotations

import itertools

import pytest

from assessments.similarity import MIN_TOKENS, K, common_grams, compare, read
from assessments.tests.programs import (
    ALSO_DIFFERENT,
    DIFFERENT,
    ORIGINAL,
    RENAMED,
    REORDERED,
    TEMPLATE,
)

BOILERPLATE = """import sys


def fast_input():
    buffer = sys.stdin.buffer.read().split()
    return iter(buffer)


def number(words):
    return int(next(words))


def table(words, rows, columns):
    return [[number(words) for column in range(columns)] for row in range(rows)]


"""


def percent(first: str, second: str, syntax: str = "python", common: frozenset[int] = frozenset()) -> int:
    return compare(read(first, syntax), read(second, syntax), common).percent


def test_other_names_texts_and_comments_hide_nothing():
    assert percent(ORIGINAL, RENAMED) == 100


def test_another_order_of_functions_hides_little():
    assert percent(ORIGINAL, REORDERED) >= 90


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.combinations([ORIGINAL, DIFFERENT, ALSO_DIFFERENT], 2))
)
def test_honest_programs_for_one_problem_are_not_alike(first, second):
    assert percent(first, second) <= 20


def test_it_does_not_matter_which_program_comes_first():
    assert percent(ORIGINAL, REORDERED) == percent(REORDERED, ORIGINAL)


def test_the_passages_are_the_lines_that_are_alike():
    passages = compare(read(ORIGINAL, "python"), read(REORDERED, "python")).passages
    found = {(one.first_start, one.second_start) for one in passages}
    longest = max(passages, key=lambda one: one.first_end - one.first_start)
    assert (longest.first_start, longest.second_start) in found
    original, other = ORIGINAL.splitlines(), REORDERED.splitlines()
    assert "for number in numbers" in "\n".join(original[longest.first_start - 1 : longest.first_end])
    assert "for v in values" in "\n".join(other[longest.second_start - 1 : longest.second_end])


def test_what_nearly_everybody_wrote_is_left_out():
    bodies = [ORIGINAL, DIFFERENT, ALSO_DIFFERENT, RENAMED, CPP, DIFFERENT[:60], ALSO_DIFFERENT[:90], ""]
    programs = [read(BOILERPLATE + body, "python") for body in bodies]
    plain = compare(programs[1], programs[2]).percent
    common = common_grams(programs, [])
    assert plain > 30, "the boilerplate alone makes them alike"
    assert compare(programs[1], programs[2], common).percent <= 20
    assert compare(programs[0], programs[3], common).percent == 100


def test_a_copy_that_went_round_among_few_is_no_common_property():
    programs = [read(body, "python") for body in (ORIGINAL, RENAMED, REORDERED, DIFFERENT, ALSO_DIFFERENT)]
    common = common_grams(programs, [])
    assert compare(programs[0], programs[1], common).percent == 100


def test_the_template_is_left_out():
    template = read(TEMPLATE, "python")
    first, second = (read(BOILERPLATE + body, "python") for body in (DIFFERENT, ALSO_DIFFERENT))
    common = common_grams([first, second], [template, read(BOILERPLATE, "python")])
    assert compare(first, second, common).percent <= 20


def test_of_short_programs_nothing_is_said():
    short = "a, b = map(int, input().split())\nprint(a + b)\n"
    assert len(read(short, "python").tokens) < MIN_TOKENS
    assert percent(short, short) == 0


CPP = """#include <iostream>
#include <vector>
int main() {
    int n; std::cin >> n;
    std::vector<long long> values(n);
    for (auto &value : values) std::cin >> value;
    long long best = values[0], current = 0;
    for (int i = 0; i < n; i++) {
        current = std::max(current + values[i], values[i]);
        if (current > best) best = current;
    }
    std::cout << best << std::endl;
    return 0;
}
"""


def test_other_languages_are_read_with_their_own_grammar():
    renamed = CPP.replace("values", "a").replace("best", "answer").replace("current", "here // running\n")
    assert percent(CPP, renamed, "cpp") == 100


def test_any_common_run_of_the_guaranteed_length_is_found():
    """The guarantee of winnowing: K + WINDOW - 1 tokens."""
    alone = "for i in range(100):\n    if i % 3 == 0 and i % 5 == 0:\n        total = total + i * 2 - 1\n"
    first = f"{DIFFERENT}\n{alone}"
    second = f"{ALSO_DIFFERENT}\n{alone}"
    passages = compare(read(first, "python"), read(second, "python")).passages
    line = first.splitlines().index("for i in range(100):") + 1
    assert any(one.first_start <= line <= one.first_end for one in passages)


@pytest.mark.parametrize("code", ["", "\n\n", "(" * 500, "'''", "\ud800", "x" * 5000])
def test_anything_can_be_read(code):
    program = read(code, "python")
    assert len(program.grams) == max(0, len(program.tokens) - K + 1)


def test_a_language_nobody_knows_is_read_as_words():
    assert read("one two\nthree", "no-such-language").lines[-1] == 2
