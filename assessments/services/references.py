"""Reference solutions: programs whose verdict is known, judged in the background to prove a problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import judge_requests
from assessments.enums import Expected, SubmissionStatus
from assessments.models import DSAPoolReferenceSolution, DSAReferenceSolution
from assessments.models.bases import AbstractProblem, AbstractReferenceSolution
from assessments.services.judging import LEASE, why_internal
from assessments.services.sources import checked_source
from interviewer import background
from interviewer.errors import Invalid
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import Verdict

KINDS = {"job": DSAReferenceSolution, "pool": DSAPoolReferenceSolution}
MAX_REFERENCES = 20
PROVEN = ("status", "verdict", "message", "time_ms", "judged_revision", "judged_at")


@dataclass(frozen=True)
class ReferenceText:
    """A reference solution as it was written."""

    name: str
    language: str
    code: str
    expected: str = Expected.ACCEPTED


def _kind(row: AbstractReferenceSolution) -> str:
    return next(kind for kind, model in KINDS.items() if isinstance(row, model))


def add(*, problem: AbstractProblem, text: ReferenceText) -> AbstractReferenceSolution:
    """Keep a solution and have it judged; raises Invalid for what is no program."""
    if problem.references.count() >= MAX_REFERENCES:
        raise Invalid(_("A problem may have %(n)d reference solutions.") % {"n": MAX_REFERENCES})
    source = checked_source(text.code)
    known = {one.slug for one in get_judge().languages()}
    if text.language not in known:
        message = _("This language is not known here.")
        raise Invalid(message, fields={"language": message})
    row = problem.references.create(
        name=text.name[:100], language=text.language, code=source, expected=text.expected
    )
    _ask(row)
    return row


def delete(*, reference: AbstractReferenceSolution) -> None:
    """Forget a solution."""
    reference.delete()


def outdate(*, problem: AbstractProblem) -> None:
    """Say that what is judged has changed: every reference solution is judged again."""
    type(problem).objects.filter(pk=problem.pk).update(revision=F("revision") + 1)
    problem.refresh_from_db(fields=["revision"])
    judge_again(problem=problem)


def judge_again(*, problem: AbstractProblem) -> None:
    """Have every reference solution judged."""
    for row in problem.references.all():
        _ask(row)


def copy(*, source: AbstractProblem, to: AbstractProblem) -> None:
    """Copy the solutions with what was found of them; the cases are the same."""
    names = ("name", "language", "code", "expected", *PROVEN)
    for row in source.references.all():
        made = to.references.create(**{name: getattr(row, name) for name in names})
        if made.judged_revision != to.revision:
            _ask(made)


def _ask(row: AbstractReferenceSolution) -> None:
    from assessments import tasks

    type(row).objects.filter(pk=row.pk).update(status=SubmissionStatus.QUEUED, queued_at=timezone.now())
    background.enqueue(tasks.judge_reference, _kind(row), row.pk)


def judge(*, kind: str, reference_id: int) -> None:
    """Judge a queued solution; nothing when another worker has it. Raises Unavailable to be tried again."""
    model = KINDS[kind]
    rows = model.objects.filter(pk=reference_id, status=SubmissionStatus.QUEUED)
    if not rows.update(status=SubmissionStatus.JUDGING, queued_at=timezone.now()):
        return
    row = model.objects.select_related("question").get(pk=reference_id)
    problem, revision = row.question, row.question.revision
    cases = judge_requests.named(problem.cases.all())
    request = judge_requests.request(problem=problem, cases=cases, code=row.code, language=row.language)
    try:
        result = get_judge().judge(request)
    except Unavailable:
        model.objects.filter(pk=reference_id).update(status=SubmissionStatus.QUEUED)
        raise
    except (IntegrationError, ValueError) as problem_found:
        _keep(row, revision, status=SubmissionStatus.FAILED, message=str(problem_found)[:1000])
        return
    message = "" if result.compile.ok else result.compile.message[:4000]
    if result.verdict == Verdict.IE:
        message = why_internal(result)
    elif failed := [case for case in result.cases if case.verdict != Verdict.AC]:
        message = f"{failed[0].name}: {failed[0].verdict.shown}. {failed[0].detail}".strip()[:1000]
    _keep(
        row,
        revision,
        status=SubmissionStatus.DONE,
        verdict=result.verdict.shown.value,
        message=message,
        time_ms=max((case.cpu_ms for case in result.cases), default=None),
    )


def _keep(row: AbstractReferenceSolution, revision: int, **values: object) -> None:
    """Write down what was found, unless it was asked for again meanwhile."""
    mine = type(row).objects.filter(pk=row.pk, status=SubmissionStatus.JUDGING)
    mine.update(**{"verdict": "", **values}, judged_revision=revision, judged_at=timezone.now())


@dataclass(frozen=True)
class Proof:
    """What the reference solutions say of a problem: how many there are, how many are not judged for the problem
    as it is (`stale`), and how many got another verdict than they must (`wrong`)."""

    total: int
    stale: int
    wrong: int

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the problem."""
        return not self.stale and not self.wrong


def proof(problem: AbstractProblem, rows: Sequence[AbstractReferenceSolution]) -> Proof:
    """What these reference solutions of a problem say of it."""
    done = {SubmissionStatus.DONE, SubmissionStatus.FAILED}
    stale = [row for row in rows if row.judged_revision != problem.revision or row.status not in done]
    wrong = [row for row in rows if row not in stale and not row.is_as_expected]
    return Proof(len(rows), len(stale), len(wrong))


def proof_of(problem: AbstractProblem) -> Proof:
    """What the reference solutions of one problem say of it."""
    return proof(problem, list(problem.references.all()))


@background.reconciler
def judge_forgotten() -> int:
    """Judge again what a killed worker left, or a lost task."""
    from assessments import tasks

    now = timezone.now()
    count = 0
    for kind, model in KINDS.items():
        dead = Q(status=SubmissionStatus.JUDGING, queued_at__lt=now - LEASE)
        lost = Q(status=SubmissionStatus.QUEUED, queued_at__lt=now - timedelta(minutes=5))
        for pk in list(model.objects.filter(dead | lost).values_list("pk", flat=True)[:100]):
            model.objects.filter(pk=pk).update(status=SubmissionStatus.QUEUED, queued_at=now)
            background.enqueue(tasks.judge_reference, kind, pk)
            count += 1
    return count
