"""In the real judge both solutions of every problem pass, and the wrong program does not."""

from __future__ import annotations

import shutil

import pytest

from assessments.pool.packages import read, read_all
from assessments.pool.proof import judged_faults

pytestmark = [pytest.mark.box, pytest.mark.slow]


@pytest.mark.parametrize("package", list(read_all()), ids=lambda package: package.slug)
def test_solutions_pass_and_the_wrong_program_fails(package, judge):
    assert list(judged_faults(package, judge)) == []


def test_a_wrong_program_that_passes_is_found(folder, judge):
    shutil.copy(folder / "solution.py", folder / "wrong.py")
    assert list(judged_faults(read(folder), judge)) == ["wrong.py is not caught by a hidden case: AC "]


def test_a_wrong_program_that_only_crashes_proves_nothing(folder, judge):
    (folder / "wrong.py").write_text("raise SystemExit(1)\n")
    assert list(judged_faults(read(folder), judge)) == ["wrong.py is not caught by a hidden case: RTE "]


def test_a_solution_that_fails_is_found(folder, judge):
    (folder / "solution.cpp").write_text("int main() {}\n")
    (fault,) = judged_faults(read(folder), judge)
    assert fault.startswith("solution.cpp gets WA: CaseResult(name='sample 1'")
