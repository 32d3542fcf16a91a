"""Packages into jobs and the pool, and out again."""

from __future__ import annotations

import dataclasses
import io

import pytest

from assessments.models import DSAPoolQuestion
from assessments.packages.files import read_zip
from assessments.packages.reading import read
from assessments.packages.tests.packages import CUSTOM, INTERACTIVE, LEGACY, zipped
from assessments.services import packages
from assessments.tests.factories import DSAQuestionFactory, DSATestCaseFactory
from assessments.tests.judges import SCRIPTED
from companies.tests.factories import AiInterviewedJobFactory
from interviewer.errors import Conflict, Invalid

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


def imported(package: dict[str, str | bytes]):
    return packages.import_to_job(actor=None, job=AiInterviewedJobFactory(), archive=zipped(package))


def test_a_legacy_package_becomes_a_problem() -> None:
    row, notes = imported(LEGACY)

    assert (row.title, row.seconds_limit, row.memory_mib, row.checker) == ("A Sum", 1, 256, "tokens")
    assert [(case.input, case.expected_output, case.is_sample) for case in row.cases.order_by("order")] == [
        ("1 2\n", "3\n", True),
        ("-5 5\n", "0\n", False),
        ("1000000000 1000000000\n", "2000000000\n", False),
    ]
    assert [one.name for one in row.images.all()] == ["apple.png"]
    assert [(one.name, one.expected, one.status) for one in row.references.all()] == [
        ("accepted/right.cpp", "AC", "queued"),
        ("accepted/right.py", "AC", "queued"),
        ("run_time_error/fails.py", "no", "queued"),
        ("time_limit_exceeded/slow.py", "TLE", "queued"),
        ("wrong_answer/difference.py", "WA", "queued"),
    ]
    assert notes == [
        "Input validators are not run here.",
        "accepted/old.pas was left out: has no source that is known.",
    ]


@pytest.mark.parametrize("package", [LEGACY, INTERACTIVE, CUSTOM], ids=["legacy", "interactive", "custom"])
def test_what_goes_out_comes_back_the_same(package: dict[str, str | bytes]) -> None:
    row, _notes = imported(package)

    name, content = packages.export(problem=row)
    again = read(read_zip(io.BytesIO(content)))

    first = read(read_zip(zipped(package)))
    assert name == row.title.lower().replace(" ", "")
    for field in dataclasses.fields(first):
        if field.name not in {"format", "cases", "submissions", "notes"}:
            assert getattr(again, field.name) == getattr(first, field.name), field.name
    assert [(c.input, c.answer, c.is_sample, c.group, c.arguments) for c in again.cases] == [
        (c.input, c.answer, c.is_sample, c.group, c.arguments) for c in first.cases
    ]
    kept = {one.source for one in first.submissions if not one.skipped}
    assert {one.source for one in again.submissions} == kept


@pytest.mark.parametrize(
    ("checker", "options", "again"),
    [
        ("floats", {}, ("tokens", {"absolute": 1e-6})),
        (
            "tokens",
            {"case_sensitive": True, "relative": 0.5},
            ("tokens", {"case_sensitive": True, "relative": 0.5}),
        ),
        ("lines", {}, ("custom", {})),
        ("unordered", {}, ("custom", {})),
        ("exact", {}, ("custom", {})),
    ],
)
def test_checkers_that_the_format_lacks_become_programs(
    checker: str, options: dict[str, object], again: tuple[str, dict[str, object]]
) -> None:
    row = DSAQuestionFactory(checker=checker, checker_options=options)

    package = read(read_zip(io.BytesIO(packages.export(problem=row)[1])))

    assert (package.checker, package.checker_options) == again
    if package.validator_source:
        compile(package.validator_source, "validate.py", "exec")


def test_cases_of_no_group_are_a_group_of_their_own_outside() -> None:
    row = DSAQuestionFactory(groups=[{"name": "Small ones", "points": 5, "rule": "min"}])
    DSATestCaseFactory(question=row, group="Small ones")

    package = read(read_zip(io.BytesIO(packages.export(problem=row)[1])))

    assert package.groups == (
        {"name": "others", "points": 2, "rule": "sum"},
        {"name": "small-ones", "points": 5, "rule": "min"},
    )


def test_exit_codes_of_testlib_can_not_go_out() -> None:
    row = DSAQuestionFactory(
        checker="custom",
        checker_options={"exit_codes": "testlib"},
        validator_source="x",
        validator_language="cpp",
    )
    with pytest.raises(Conflict):
        packages.export(problem=row)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({f"data/secret/{n:03}.{end}": "1" for n in range(120) for end in ("in", "ans")}, "123 cases"),
        ({"data/secret/01.in": b"\xff\xfe"}, "not text"),
        ({"data/secret/01.in": "1" * 1_000_001}, "characters"),
    ],
)
def test_what_a_problem_can_not_hold_is_refused(changes: dict[str, str | bytes], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        imported({**LEGACY, **changes})


def test_a_picture_that_is_none_is_left_out() -> None:
    row, notes = imported({**LEGACY, "problem_statement/apple.png": "<svg onload=alert(1)>"})

    assert row.images.count() == 0
    assert "“apple.png” is not a picture that is taken (PNG, JPEG, GIF or WebP)." in notes


def test_the_pool_takes_it_unapproved_under_a_name_of_its_own() -> None:
    for _ in range(2):
        packages.import_to_pool(actor=None, archive=zipped(LEGACY))

    rows = DSAPoolQuestion.objects.order_by("pk")
    assert [(row.slug, row.approved) for row in rows] == [("a-sum", False), ("a-sum-2", False)]
