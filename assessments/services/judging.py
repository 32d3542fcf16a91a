"""Judging one submission: claim it, ask the judge, store each verdict as it comes, keep the best."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import judge_requests
from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.lifecycles import SUBMISSION
from assessments.models import DSAResponse, DSATestCaseResponse, Submission
from assessments.models.bases import AbstractTestCase
from assessments.models.programs import AbstractSubmission
from assessments.scoring import CaseOutcome, group_scores, groups_of, partial_credit
from interviewer.errors import Conflict
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import Case, CaseResult, JudgeRequest, JudgeResult, Verdict

#: A claim is renewed with every case, and no compiling or case takes this long: an older one was left by a
#: worker that died.
LEASE = timedelta(minutes=3)
MAX_ATTEMPTS = 3
KEPT_OUTPUT = 16 * 1024
OWN_INPUT = "Own input"


@dataclass(frozen=True)
class Kind:
    """A table of submissions, and who is told when one of them has its verdict or gets none."""

    model: type[AbstractSubmission]
    settled: Callable[[AbstractSubmission], None] = lambda _row: None


#: Apps above add theirs when they are loaded. What a task is called with names the kind, unless it is the first.
INTERVIEW = "interview"
KINDS: dict[str, Kind] = {INTERVIEW: Kind(Submission)}


def arguments_of(kind: str, pk: int) -> tuple[object, ...]:
    """What the task that judges a submission is called with."""
    return (pk,) if kind == INTERVIEW else (pk, kind)


def kind_of(row: AbstractSubmission) -> str:
    """The kind of a submission."""
    return next(name for name, kind in KINDS.items() if isinstance(row, kind.model))


class _NotOurs(Exception):
    """The submission was cancelled, or was given to another worker after this one was thought dead."""


def judge(*, submission_id: int, kind: str = INTERVIEW) -> None:
    """Judge a queued submission; doing nothing when another worker has it. Raises Unavailable to be tried again."""
    rows_of_kind = KINDS[kind].model.objects.select_related("question")
    row = rows_of_kind.filter(pk=submission_id).first()
    if row is None or row.status != SubmissionStatus.QUEUED:
        return
    try:
        SUBMISSION.move(row, SubmissionStatus.JUDGING, attempts=F("attempts") + 1)
    except Conflict:
        return
    row.refresh_from_db()
    row.cases.all().delete()
    rows = _cases(row)
    type(row).objects.filter(pk=row.pk).update(cases_total=len(rows))
    with contextlib.suppress(_NotOurs):
        _judge(row, rows)


def _judge(row: AbstractSubmission, rows: dict[str, AbstractTestCase | None]) -> None:
    def on_case(result: CaseResult) -> None:
        _renew(row)
        _store_case(row, rows, result)

    try:
        result = get_judge().judge(_request(row, rows), on_case)
    except (IntegrationError, ValueError) as problem:
        _failed(row, str(problem))
        return
    if result.verdict == Verdict.IE:
        _failed(row, why_internal(result))
        return
    _finish(row, rows, result)


def _renew(row: AbstractSubmission) -> None:
    """Say that this worker still judges; raises _NotOurs when it should not."""
    mine = type(row).objects.filter(pk=row.pk, status=SubmissionStatus.JUDGING, attempts=row.attempts)
    if not mine.update(claimed_at=timezone.now()):
        raise _NotOurs


def _request(row: AbstractSubmission, rows: dict[str, AbstractTestCase | None]) -> JudgeRequest:
    """The program on its cases; on the candidate's own input it is only run, or played against."""
    given = {"problem": row.question, "code": row.code, "language": row.language}
    if OWN_INPUT not in rows:
        return judge_requests.request(cases=rows, **given)
    stdin = (row.own_input or "").encode()
    request = judge_requests.build(cases=(Case(OWN_INPUT, stdin),), **given)
    is_played = request.validator is not None and request.validator.is_interactive
    return request if is_played else replace(request, validator=None)


def _cases(row: AbstractSubmission) -> dict[str, AbstractTestCase | None]:
    """The cases to judge by the name that the candidate sees."""
    if row.kind == SubmissionKind.RUN and row.own_input is not None:
        return {OWN_INPUT: None}
    cases = judge_requests.named(row.question.cases.all())
    is_all = row.kind == SubmissionKind.SUBMIT
    return {name: case for name, case in cases.items() if is_all or case.is_sample}


def _text(data: bytes) -> str:
    return data[:KEPT_OUTPUT].decode("utf-8", "replace").replace("\x00", "\ufffd")


def _store_case(
    row: AbstractSubmission, rows: dict[str, AbstractTestCase | None], result: CaseResult
) -> None:
    """Keep one verdict; output only where the candidate may see it."""
    case = rows[result.name]
    is_open = case is None or case.is_sample
    row.cases.update_or_create(
        name=result.name,
        defaults={
            "test_case": case,
            "is_sample": is_open,
            "weight": case.weight if case else 1,
            "verdict": result.verdict.shown.value,
            "detail": result.detail[:300],
            "time_ms": result.cpu_ms,
            "memory_kib": result.memory_kib,
            "stdout": _text(result.stdout) if is_open else "",
            "stderr": _text(result.stderr) if is_open else "",
        },
    )


def why_internal(result: JudgeResult) -> str:
    """What went wrong on our side, in words for the people who look after this."""
    said = [result.compile.message if not result.compile.ok else ""]
    said += [case.detail for case in result.cases if case.verdict == Verdict.IE]
    return "; ".join(filter(None, said))[:300] or "internal error"


def _failed(row: AbstractSubmission, why: str) -> None:
    """Our failure, never the candidate's: tried again, and said plainly when it stays. Raises Unavailable."""
    _renew(row)
    if row.attempts < MAX_ATTEMPTS:
        SUBMISSION.move(row, SubmissionStatus.QUEUED, reason=why[:300])
        raise Unavailable(why)
    give_up(row, why)


def give_up(row: AbstractSubmission, why: str) -> None:
    """After so many tries it stays unjudged, and the candidate is told whose fault that is."""
    message = _("This could not be judged. That is our fault and does not count against you.")
    SUBMISSION.move(row, SubmissionStatus.FAILED, message=message, reason=why[:300])
    KINDS[kind_of(row)].settled(row)


def _finish(row: AbstractSubmission, rows: dict[str, AbstractTestCase | None], result: JudgeResult) -> None:
    passed = [case.name for case in result.cases if case.verdict == Verdict.AC]
    outcomes = [
        CaseOutcome(name in passed, case.weight, case.group, case.is_sample)
        if case
        else CaseOutcome(name in passed)
        for name, case in rows.items()
    ]
    groups = groups_of(row.question.groups)
    with transaction.atomic():
        _renew(row)
        for case in result.cases:
            _store_case(row, rows, case)
        SUBMISSION.move(
            row,
            SubmissionStatus.DONE,
            verdict=result.verdict.shown.value,
            message="" if result.compile.ok else result.compile.message[:8000],
            cases_passed=len(passed),
            cases_total=len(rows),
            score=partial_credit(outcomes, groups),
            groups=[asdict(group) for group in group_scores(outcomes, groups)],
            time_ms=max((case.cpu_ms for case in result.cases), default=None),
            memory_kib=max((case.memory_kib for case in result.cases), default=None),
            engine=f"{result.engine} {result.engine_version}"[:60],
        )
        if row.kind == SubmissionKind.SUBMIT and row.sitting is not None:
            _keep_best(row)
        KINDS[kind_of(row)].settled(row)


def _keep_best(row: AbstractSubmission) -> None:
    """Make the response follow this submission when it is the best so far; an equal one comes too late to
    replace the first."""
    responses = row.sitting.dsa_responses
    made, _is_new = responses.get_or_create(question=row.question, defaults={"language": row.language})
    response = responses.select_for_update().get(pk=made.pk)
    if response.submission_id and response.score >= row.score:
        return
    responses.filter(pk=response.pk).update(
        submission=row,
        code=row.code,
        language=row.language,
        passed=row.cases_passed == row.cases_total > 0,
        cases_passed=row.cases_passed,
        cases_total=row.cases_total,
        score=row.score,
        time_ms=row.time_ms,
        memory_kib=row.memory_kib,
        updated_at=timezone.now(),
    )
    if isinstance(response, DSAResponse):
        _keep_cases(response, row)


def _keep_cases(response: DSAResponse, row: AbstractSubmission) -> None:
    DSATestCaseResponse.objects.filter(response=response).delete()
    DSATestCaseResponse.objects.bulk_create(
        DSATestCaseResponse(response=response, test_case_id=case.test_case_id, status=case.verdict)
        for case in row.cases.exclude(test_case=None)
    )
