"""Submissions: taken in within limits, judged in the background, the best one counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.models import DSAQuestion, Submission
from assessments.services import judging
from assessments.services.sources import checked_source
from interviewer import background
from interviewer.errors import Invalid, ServiceDown, TooMany
from interviewer.integrations.judge import get_judge

OPEN = [SubmissionStatus.QUEUED, SubmissionStatus.JUDGING]
RUNS_PER_MINUTE = 10
SUBMISSIONS_PER_PROBLEM = 50
MAX_OWN_INPUT = 64 * 1024


def usable_languages(allowed: list[str]) -> list:
    """The languages that are installed and that the job allows (none named: all)."""
    return [one for one in get_judge().languages() if one.available and (not allowed or one.slug in allowed)]


def _check_language(language: str, allowed: list[str]) -> None:
    usable = {one.slug for one in usable_languages(allowed)}
    if language not in usable:
        message = _("This language is not available here. Choose one of: %(names)s.")
        text = message % {"names": ", ".join(sorted(usable)) or "–"}
        raise Invalid(text, fields={"language": text})


def _check_judge() -> None:
    state = get_judge().health()
    if not state.ready:
        raise ServiceDown(
            _("Code can't be judged on this server just now. Your code is saved; please go on.")
        )


def _check_rate(interview: Any, question: DSAQuestion, kind: str) -> None:
    rows = Submission.objects.filter(interview=interview, question=question, kind=kind)
    if rows.filter(status__in=OPEN).exists():
        raise TooMany(
            _("The one before is still being judged. Please wait for its verdict."), retry_after_seconds=2
        )
    if kind == SubmissionKind.RUN:
        minute = timezone.now() - timedelta(minutes=1)
        recent = Submission.objects.filter(interview=interview, kind=kind, created_at__gt=minute).count()
        if recent >= RUNS_PER_MINUTE:
            raise TooMany(_("That was many runs in a minute. Please wait a little."), retry_after_seconds=20)
    elif rows.count() >= SUBMISSIONS_PER_PROBLEM:
        raise TooMany(
            _("You have used all submissions for this problem. Your best one counts."),
            retry_after_seconds=3600,
        )


def take(
    *,
    interview: Any,
    question: DSAQuestion,
    kind: str,
    language: str,
    code: str | bytes,
    allowed_languages: list[str],
    own_input: str | None = None,
) -> Submission:
    """Take a program in and queue it. The caller has checked that the stage is open.

    Raises Invalid for what can't be a program, TooMany when asked too often, ServiceDown when nothing can be
    judged here.
    """
    source = checked_source(code)
    if own_input is not None and len(own_input.encode("utf-8", "replace")) > MAX_OWN_INPUT:
        message = _("The input is larger than 64 KiB.")
        raise Invalid(message, fields={"own_input": message})
    _check_judge()
    _check_language(language, allowed_languages)
    with transaction.atomic():
        # Two tabs that send at the same moment are one after the other here.
        type(interview).objects.select_for_update().get(pk=interview.pk)
        _check_rate(interview, question, kind)
        return _queue(interview, question, kind, language, source, own_input)


def _queue(
    interview: Any, question: DSAQuestion, kind: str, language: str, source: str, own_input: str | None = None
) -> Submission:
    from assessments import tasks

    row = Submission.objects.create(
        interview=interview,
        question=question,
        kind=kind,
        language=language,
        code=source,
        own_input=own_input if kind == SubmissionKind.RUN else None,
    )
    background.enqueue(tasks.judge, row.pk)
    return row


def submit_forgotten(*, interview: Any, questions: list[DSAQuestion]) -> list[Submission]:
    """Submit the last draft of each problem that has none: what was written counts though the clock struck.

    A draft that can't be a program is left alone.
    """
    from assessments.services import drafts

    made = []
    for question in questions:
        rows = Submission.objects.filter(interview=interview, question=question, kind=SubmissionKind.SUBMIT)
        draft = drafts.newest(interview=interview, question=question)
        if draft is None or not draft.code.strip() or rows.exists():
            continue
        try:
            source = checked_source(draft.code)
        except Invalid:
            continue
        made.append(_queue(interview, question, SubmissionKind.SUBMIT, draft.language, source))
    return made


@background.reconciler
def judge_forgotten() -> int:
    """Judge again what a killed worker left: claimed longer than a judging can take, or queued and lost."""
    from assessments import tasks

    now = timezone.now()
    stuck = Submission.objects.filter(status=SubmissionStatus.JUDGING, claimed_at__lt=now - judging.LEASE)
    freed = stuck.update(status=SubmissionStatus.QUEUED, updated_at=now)
    before = now - timedelta(minutes=1)
    waiting = Submission.objects.filter(status=SubmissionStatus.QUEUED, created_at__lt=before)
    asked = background.ask_again(tasks.judge, waiting.order_by(F("id").asc()).values_list("pk")[:100])
    return max(freed, asked)
