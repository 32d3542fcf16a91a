"""Reads over questions, responses and submissions. Nothing here carries a hidden case's input or output."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.safestring import SafeString

from assessments.enums import CheckerKind, SubmissionKind, SubmissionStatus
from assessments.models import (
    CodeDraft,
    DSAImage,
    DSAPoolQuestion,
    DSAPoolTestCase,
    DSAQuestion,
    DSATestCase,
    Submission,
    SubmissionCase,
)
from assessments.services.submissions import usable_languages
from assessments.statements import as_html
from companies.models import AiInterviewedJob
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import JudgeHealth, LanguageInfo

SHOWN_SUBMISSIONS = 10


def coding_score(*, interview: Any) -> float | None:
    """The mean of a candidate's scores over the job's problems, 0 to 100; a problem without a submission
    counts 0. None when nothing could be judged: that is our failure, never the candidate's."""
    attempt = interview.stage_attempts.filter(stage="coding").first()
    problems = attempt.state.get("problems", []) if attempt else []
    scores = dict(interview.dsa_responses.values_list("question_id", "score"))
    failed = interview.submissions.filter(kind=SubmissionKind.SUBMIT).exclude(status=SubmissionStatus.DONE)
    unjudged = set(failed.values_list("question_id", flat=True)) - set(scores)
    counted = [float(scores.get(pk, 0)) for pk in problems if pk not in unjudged]
    return round(sum(counted) / len(counted), 2) if counted else None


def pool(*, search: str = "", topic: str = "", difficulty: str = "") -> QuerySet:
    """The problems of the platform's pool that companies may copy, by title. Each word of the search must be in the
    title, the topic or the statement."""
    rows = DSAPoolQuestion.objects.alive().filter(approved=True)
    for word in search.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(topic__icontains=word) | Q(description__icontains=word)
        )
    given = {"topic": topic, "difficulty": difficulty}
    return rows.filter(**{name: value for name, value in given.items() if value}).order_by("title", "pk")


def pool_topics() -> list[str]:
    """The topics of the problems that companies may copy."""
    return list(pool().order_by("topic").values_list("topic", flat=True).distinct())


@dataclass(frozen=True)
class PoolPreview:
    """A problem of the pool as it is chosen: its statement and samples. `is_here`: the job has a copy already."""

    problem: DSAPoolQuestion
    statement: SafeString
    samples: list[DSAPoolTestCase]
    hidden: int
    is_here: bool


def pool_previews(*, rows: Iterable[DSAPoolQuestion], job: AiInterviewedJob) -> list[PoolPreview]:
    """Previews of some problems. Three queries, however many there are; hidden cases are counted, not read."""
    given = list(rows)
    keys = [row.pk for row in given]
    here = set(DSAQuestion.objects.for_job(job).values_list("copied_from", flat=True))
    samples: dict[int, list[DSAPoolTestCase]] = {}
    for case in DSAPoolTestCase.objects.filter(question__in=keys, is_sample=True).order_by("order", "pk"):
        samples.setdefault(case.question_id, []).append(case)
    cases = DSAPoolTestCase.objects.filter(question__in=keys, is_sample=False).order_by()
    hidden = dict(cases.values_list("question").annotate(Count("pk")))
    return [
        PoolPreview(
            row, as_html(row.description), samples.get(row.pk, []), hidden.get(row.pk, 0), row.pk in here
        )
        for row in given
    ]


@dataclass(frozen=True)
class Room:
    """What the coding page shows: one problem, its samples, the code in one language, earlier submissions."""

    problems: list[DSAQuestion]
    problem: DSAQuestion
    statement: SafeString
    samples: list[DSATestCase]
    languages: list[LanguageInfo]
    language: LanguageInfo | None
    code: str
    codes: dict[str, str]
    submissions: list[Submission]
    last: dict[str, object] | None
    solved: set[int]
    submitted: set[int]
    judge: JudgeHealth


def coding_page(
    *,
    interview: Any,
    problems: list[DSAQuestion],
    current: str,
    language: str,
    allowed_languages: list[str],
    image_address: Callable[[DSAQuestion, DSAImage], str],
) -> Room:
    """The coding room for the problem named (the first one otherwise), in the language named or last used."""
    problem = next((row for row in problems if str(row.uid) == current), problems[0])
    drafts = list(CodeDraft.objects.filter(interview=interview, question=problem).order_by("-updated_at"))
    languages = usable_languages(allowed_languages)
    wanted = language or (drafts[0].language if drafts else "")
    chosen = next((one for one in languages if one.slug == wanted), languages[0] if languages else None)
    codes = {one.slug: one.template for one in languages} | {row.language: row.code for row in drafts}
    rows = list(
        Submission.objects.filter(interview=interview, question=problem)
        .select_related("question")
        .prefetch_related("cases__test_case")[:SHOWN_SUBMISSIONS]
    )
    submitted = interview.submissions.filter(kind=SubmissionKind.SUBMIT).values_list("question_id", flat=True)
    return Room(
        problems=problems,
        problem=problem,
        statement=as_html(
            problem.description,
            {one.name: image_address(problem, one) for one in problem.images.all()},
            top=1,
        ),
        samples=[case for case in problem.cases.all() if case.is_sample],
        languages=languages,
        language=chosen,
        code=codes.get(chosen.slug, "") if chosen else "",
        codes=codes,
        submissions=rows,
        last=_state(rows[0]) if rows else None,
        solved=set(interview.dsa_responses.filter(passed=True).values_list("question_id", flat=True)),
        submitted=set(submitted),
        judge=get_judge().health(),
    )


@dataclass(frozen=True)
class ProblemState:
    """Where a candidate stands with one problem, before handing in."""

    problem: DSAQuestion
    is_submitted: bool
    has_draft: bool
    cases_passed: int
    cases_total: int


def problem_states(*, interview: Any, problems: list[DSAQuestion]) -> list[ProblemState]:
    """Where the candidate stands with each problem. Three queries, however many there are."""
    sent = interview.submissions.filter(kind=SubmissionKind.SUBMIT).values_list("question_id", flat=True)
    submitted = set(sent)
    written = CodeDraft.objects.filter(interview=interview).exclude(code="")
    drafted = set(written.values_list("question_id", flat=True))
    rows = interview.dsa_responses.values_list("question_id", "cases_passed", "cases_total")
    best = {pk: (passed, total) for pk, passed, total in rows}
    return [
        ProblemState(one, one.pk in submitted, one.pk in drafted, *best.get(one.pk, (0, 0)))
        for one in problems
    ]


def submission_state(*, interview: Any, uid: uuid.UUID) -> dict[str, object] | None:
    """A submission of this interview as its candidate may see it; None when there is no such one."""
    rows = Submission.objects.filter(interview=interview, uid=uid).select_related("question")
    row = rows.prefetch_related("cases__test_case").first()
    return None if row is None else _state(row)


def _state(row: Submission) -> dict[str, object]:
    # They are stored as they were done: samples come first here, each kind in the order of its numbers.
    cases = sorted(row.cases.all(), key=lambda case: (not case.is_sample, len(case.name), case.name))
    is_over = row.status in {SubmissionStatus.DONE, SubmissionStatus.FAILED}
    return {
        "uid": str(row.uid),
        "kind": row.kind,
        "status": row.status,
        "done": is_over,
        "verdict": row.verdict,
        "verdict_label": str(row.get_verdict_display()) if row.verdict else "",
        "message": row.message,
        "cases_passed": row.cases_passed,
        "cases_total": row.cases_total,
        "time_ms": row.time_ms,
        "memory_kib": row.memory_kib,
        "memory_mib": row.memory_kib and round(row.memory_kib / 1024, 1),
        "groups": row.groups,
        "score": float(row.score),
        "is_interactive": row.question.checker == CheckerKind.INTERACTIVE,
        "cases": [_case(case) for case in cases],
        "version": f"{row.status}-{len(cases)}",
    }


def _case(case: SubmissionCase) -> dict[str, object]:
    shown: dict[str, object] = {
        "name": case.name,
        "verdict": case.verdict,
        "verdict_label": str(case.get_verdict_display()),
        "time_ms": case.time_ms,
        "memory_kib": case.memory_kib,
        "is_sample": case.is_sample,
    }
    if case.is_sample:
        sample = case.test_case
        shown |= {"stdout": case.stdout, "stderr": case.stderr, "detail": case.detail}
        shown |= {"input": sample.input, "expected": sample.expected_output} if sample else {}
    return shown
