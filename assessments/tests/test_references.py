"""Reference solutions: judged in the background, stale after a change, copied with the problem."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from assessments.enums import SubmissionStatus
from assessments.models import DSAQuestion, DSAReferenceSolution
from assessments.services import problems, references
from assessments.services.problems import CaseText, ProblemText
from assessments.services.references import Proof, ReferenceText
from assessments.tests.factories import (
    DSAImageFactory,
    DSAPoolImageFactory,
    DSAPoolQuestionFactory,
    DSAPoolReferenceSolutionFactory,
    DSAPoolTestCaseFactory,
    DSAQuestionFactory,
    DSAReferenceSolutionFactory,
)
from assessments.tests.judges import SCRIPTED
from companies.tests.factories import AiInterviewedJobFactory
from interviewer.errors import Invalid
from interviewer.integrations.failures import Unavailable

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


def judged(problem: DSAQuestion, code: str, expected: str = "AC") -> DSAReferenceSolution:
    row = references.add(problem=problem, text=ReferenceText("a try", "python", code, expected))
    references.judge(kind="job", reference_id=row.pk)
    row.refresh_from_db()
    return row


def text_of(problem: DSAQuestion, **changes: object) -> ProblemText:
    return ProblemText(**{"title": problem.title, "description": problem.description, **changes})


def cases_of(problem: DSAQuestion) -> list[CaseText]:
    return [
        CaseText(case.input, case.expected_output, case.is_sample, case.weight, case.pk)
        for case in problem.cases.order_by("order")
    ]


@pytest.mark.parametrize(
    ("code", "expected", "is_right"),
    [("AC", "AC", True), ("WA", "AC", False), ("WA", "no", True), ("AC", "no", False), ("TLE", "TLE", True)],
)
def test_a_solution_is_judged_and_compared(code: str, expected: str, is_right: bool) -> None:
    row = judged(DSAQuestionFactory(), code, expected)

    assert (row.status, row.verdict, row.is_as_expected) == ("done", code, is_right)
    assert references.proof_of(row.question) == Proof(1, 0, 0 if is_right else 1)


def test_what_failed_first_is_named() -> None:
    assert judged(DSAQuestionFactory(), "WA nothing").message == "Sample 1: WA. nothing"


def test_a_published_problem_that_is_changed_is_succeeded_with_its_solutions_and_pictures() -> None:
    problem = DSAQuestionFactory(job__status="active")
    row = judged(problem, "AC")
    DSAImageFactory(question=problem, name="map.png")

    made = problems.save(
        actor=None,
        job=problem.job,
        problem=problem,
        text=text_of(problem, seconds_limit=Decimal("3")),
        cases=cases_of(problem),
    )

    assert made.pk != problem.pk
    assert [one.input for one in made.cases.all()] == [one.input for one in problem.cases.all()]
    assert [one.name for one in made.images.all()] == ["map.png"]
    assert (references.proof_of(made), references.proof_of(problem)) == (Proof(1, 1, 0), Proof(1, 0, 0))
    assert made.references.get().pk != row.pk


def test_a_change_that_is_judged_makes_them_stale_and_has_them_judged_again() -> None:
    problem = DSAQuestionFactory(job__status="draft")
    row = judged(problem, "AC")

    problems.save(
        actor=None,
        job=problem.job,
        problem=problem,
        text=text_of(problem, title="Other words"),
        cases=cases_of(problem),
    )
    row.refresh_from_db()
    assert (row.status, references.proof_of(problem)) == ("done", Proof(1, 0, 0))

    slower = text_of(problem, seconds_limit=Decimal("3"))
    problems.save(actor=None, job=problem.job, problem=problem, text=slower, cases=cases_of(problem))
    row.refresh_from_db()
    assert (row.status, references.proof_of(problem)) == ("queued", Proof(1, 1, 0))

    references.judge(kind="job", reference_id=row.pk)
    assert references.proof_of(problem) == Proof(1, 0, 0)

    problems.save(actor=None, job=problem.job, problem=problem, text=slower, cases=cases_of(problem)[:2])
    assert references.proof_of(problem) == Proof(1, 1, 0)


def test_a_verdict_on_cases_of_before_does_not_count() -> None:
    problem = DSAQuestionFactory()
    row = judged(problem, "AC")
    DSAQuestion.objects.filter(pk=problem.pk).update(revision=7)
    problem.refresh_from_db()

    assert references.proof_of(problem) == Proof(1, 1, 0)
    assert row.judged_revision == 1


def test_a_judge_that_is_down_is_asked_again() -> None:
    row = DSAReferenceSolutionFactory(code="down")
    with pytest.raises(Unavailable):
        references.judge(kind="job", reference_id=row.pk)
    row.refresh_from_db()
    assert row.status == SubmissionStatus.QUEUED


def test_an_internal_error_proves_nothing() -> None:
    row = judged(DSAQuestionFactory(), "IE", "no")

    assert references.proof_of(row.question) == Proof(1, 0, 1)


def test_what_a_killed_worker_left_is_found() -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    left = DSAReferenceSolutionFactory(status="judging", queued_at=long_ago)
    DSAReferenceSolutionFactory(status="done", queued_at=long_ago)

    assert references.judge_forgotten() == 1
    left.refresh_from_db()
    assert left.status == SubmissionStatus.QUEUED


@pytest.mark.parametrize(
    ("language", "code", "field"),
    [("python", " ", "code"), ("python", "a\0", "code"), ("cobol", "x", "language")],
)
def test_what_is_no_program_is_refused(language: str, code: str, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        references.add(problem=DSAQuestionFactory(), text=ReferenceText("x", language, code))
    assert list(refusal.value.fields) == [field]


def test_a_copy_from_the_pool_brings_everything_along() -> None:
    source = DSAPoolQuestionFactory(
        checker="custom", checker_options={"arguments": ["x"]}, validator_source="exit(42)", validator_language="python",
        groups=[{"name": "small", "points": 40, "rule": "min"}], revision=3,
    )  # fmt: skip
    DSAPoolTestCaseFactory(question=source, group="small", arguments=["y"])
    picture = DSAPoolImageFactory(question=source, name="tree.png")
    DSAPoolReferenceSolutionFactory(
        question=source, status="done", verdict="AC", judged_revision=3, expected="AC", time_ms=7
    )

    made = problems.copy_from_pool(actor=None, job=AiInterviewedJobFactory(), source=source)

    names = ("checker", "checker_options", "validator_source", "validator_language", "groups", "revision")
    assert [getattr(made, name) for name in names] == [getattr(source, name) for name in names]
    assert [(case.group, case.arguments) for case in made.cases.all()] == [("small", ["y"])]
    assert [(one.name, one.file.name) for one in made.images.all()] == [("tree.png", picture.file.name)]
    assert [(one.verdict, one.time_ms) for one in made.references.all()] == [("AC", 7)]
    assert references.proof_of(made) == Proof(1, 0, 0)


def test_a_copy_of_what_was_not_judged_is_judged() -> None:
    source = DSAPoolQuestionFactory(revision=3)
    DSAPoolReferenceSolutionFactory(question=source, status="done", verdict="AC", judged_revision=2)

    made = problems.copy_from_pool(actor=None, job=AiInterviewedJobFactory(), source=source)

    assert [row.status for row in made.references.all()] == ["queued"]


def test_a_picture_of_another_problem_is_not_touched() -> None:
    other = DSAImageFactory(name="same.png")
    mine = DSAImageFactory(name="same.png")

    assert other.question_id != mine.question_id
    assert [row.pk for row in mine.question.images.all()] == [mine.pk]
