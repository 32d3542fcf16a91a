"""Reads over questions, responses and submissions. Nothing here carries a hidden case's input or output."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.enums import CheckerKind, SubmissionKind, SubmissionStatus, Verdict
from assessments.lines import compare_lines
from assessments.models import (
    DSAPoolQuestion,
    DSAPoolTestCase,
    DSAQuestion,
)
from assessments.models.bases import AbstractProblem, AbstractProblemImage, AbstractTestCase
from assessments.models.programs import AbstractSubmission, AbstractSubmissionCase
from assessments.services.drafts import template
from assessments.services.submissions import allowed_here
from assessments.statements import as_html
from companies.models import AiInterviewedJob
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import JudgeHealth, LanguageInfo

SHOWN_SUBMISSIONS = 10
SHOWN_VERSIONS = 30


def coding_score(*, interview: Any) -> float | None:
    """The mean of a candidate's scores over the job's problems, 0 to 100; a problem without a submission
    counts 0. None when nothing could be judged: that is our failure, never the candidate's."""
    attempt = interview.stage_attempts.filter(stage="coding").first()
    problems = attempt.state.get("problems", []) if attempt else []
    scores = dict(interview.dsa_responses.values_list("question_id", "score"))
    settled = [SubmissionStatus.DONE, SubmissionStatus.CANCELLED]  # cancelling is the candidate's own doing
    failed = interview.submissions.filter(kind=SubmissionKind.SUBMIT).exclude(status__in=settled)
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

    problems: list[AbstractProblem]
    problem: AbstractProblem
    statement: SafeString
    samples: list[AbstractTestCase]
    languages: list[LanguageInfo]
    language: LanguageInfo | None
    code: str
    codes: dict[str, str]
    submissions: list[AbstractSubmission]
    last: dict[str, object] | None
    solved: set[int]
    submitted: set[int]
    judge: JudgeHealth
    missing_languages: list[LanguageInfo] = field(default_factory=list)


def coding_page(
    *,
    sitting: Any,
    problems: list[AbstractProblem],
    current: str,
    language: str,
    allowed_languages: list[str],
    image_address: Callable[[AbstractProblem, AbstractProblemImage], str],
) -> Room:
    """The coding room for the problem named (the first one otherwise), in the language named or last used."""
    problem = next((row for row in problems if str(row.uid) == current), problems[0])
    drafts = list(sitting.code_drafts.filter(question=problem).order_by("-updated_at"))
    known = allowed_here(allowed_languages)
    languages = [one for one in known if one.available]
    wanted = language or (drafts[0].language if drafts else "")
    chosen = next((one for one in languages if one.slug == wanted), languages[0] if languages else None)
    codes = {one.slug: one.template for one in languages} | {row.language: row.code for row in drafts}
    rows = list(
        sitting.submissions.filter(question=problem)
        .select_related("question")
        .prefetch_related("cases__test_case")[:SHOWN_SUBMISSIONS]
    )
    submitted = _submitted(sitting)
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
        solved=set(sitting.dsa_responses.filter(passed=True).values_list("question_id", flat=True)),
        submitted=submitted,
        judge=get_judge().health(),
        missing_languages=[one for one in known if not one.available],
    )


def _submitted(sitting: Any) -> set[int]:
    """The problems with a submission that was not cancelled."""
    sent = sitting.submissions.filter(kind=SubmissionKind.SUBMIT)
    counted = sent.exclude(status=SubmissionStatus.CANCELLED)
    return set(counted.values_list("question_id", flat=True))


@dataclass(frozen=True)
class ProblemState:
    """Where a candidate stands with one problem, before handing in."""

    problem: AbstractProblem
    is_submitted: bool
    has_draft: bool
    cases_passed: int
    cases_total: int


def problem_states(*, sitting: Any, problems: list[AbstractProblem]) -> list[ProblemState]:
    """Where the candidate stands with each problem. Three queries, however many there are."""
    submitted = _submitted(sitting)
    written = sitting.code_drafts.exclude(code="")
    drafted = set(written.values_list("question_id", flat=True))
    rows = sitting.dsa_responses.values_list("question_id", "cases_passed", "cases_total")
    best = {pk: (passed, total) for pk, passed, total in rows}
    return [
        ProblemState(one, one.pk in submitted, one.pk in drafted, *best.get(one.pk, (0, 0)))
        for one in problems
    ]


def submission_version(*, sitting: Any, uid: uuid.UUID) -> str:
    """What changes whenever a submission's state does, in one small query; empty when there is no such one."""
    rows = sitting.submissions.filter(uid=uid).annotate(judged=Count("cases"))
    found = rows.values_list("status", "judged").first()
    return f"{found[0]}-{found[1]}" if found else ""


def submission_state(*, sitting: Any, uid: uuid.UUID) -> dict[str, object] | None:
    """A submission of this sitting as who sits there may see it; None when there is no such one."""
    rows = sitting.submissions.filter(uid=uid).select_related("question")
    row = rows.prefetch_related("cases__test_case").first()
    return None if row is None else _state(row)


def _state(row: AbstractSubmission) -> dict[str, object]:
    # They are stored as they were done: samples come first here, each kind in the order of its numbers.
    cases = sorted(row.cases.all(), key=lambda case: (not case.is_sample, len(case.name), case.name))
    shown = [_case(case) for case in cases]
    is_over = row.status not in {SubmissionStatus.QUEUED, SubmissionStatus.JUDGING}
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
        "cases_judged": len(cases),
        "cases": shown,
        "samples": [case for case in shown if case["is_sample"]],
        "hidden": [case for case in shown if not case["is_sample"]],
        "groups": row.groups,
        "score": float(row.score),
        "is_interactive": row.question.checker == CheckerKind.INTERACTIVE,
        "version": f"{row.status}-{len(cases)}",
    }


def _case(case: AbstractSubmissionCase) -> dict[str, object]:
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
        if sample and case.verdict != Verdict.ACCEPTED:
            shown["lines"] = compare_lines(sample.expected_output, case.stdout)
    return shown


@dataclass(frozen=True)
class Version:
    """An earlier version of a program: a draft that was kept, what was run or submitted, or the template."""

    key: str
    label: str
    at: datetime | None
    code: str

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.code.splitlines())


def code_versions(*, sitting: Any, question: AbstractProblem, language: str) -> list[Version]:
    """The earlier versions of a candidate's program in a language, newest first, the template last."""
    mine = {"question": question, "language": language}
    found = [
        Version(str(row.uid), _("Kept while typing"), row.typed_at, row.code)
        for row in sitting.code_snapshots.filter(**mine)
    ]
    for row in sitting.submissions.filter(**mine)[:SHOWN_VERSIONS]:
        did = _("Run") if row.kind == SubmissionKind.RUN else _("Submitted")
        label = f"{did}: {row.get_verdict_display() if row.verdict else row.get_status_display()}"
        found.append(Version(str(row.uid), label, row.created_at, row.code))
    found.sort(key=lambda one: one.at, reverse=True)
    return [*found, Version("template", _("The template of the language"), None, template(language))]


def code_version(*, sitting: Any, question: AbstractProblem, language: str, version: str) -> Version | None:
    """One of these; None when it is not there."""
    rows = code_versions(sitting=sitting, question=question, language=language)
    return next((one for one in rows if one.key == version), None)
