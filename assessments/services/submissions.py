"""Submissions: taken in within limits, judged in the background, the best one counts.

A sitting is the interview or the EduDiagno attempt that a program is written in.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.lifecycles import SUBMISSION
from assessments.models.bases import AbstractProblem
from assessments.models.programs import AbstractSubmission
from assessments.services import judging
from assessments.services.sources import checked_source
from interviewer import background
from interviewer.errors import Conflict, Invalid, NotFound, ServiceDown, TooMany
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import LanguageInfo

OPEN = [SubmissionStatus.QUEUED, SubmissionStatus.JUDGING]
RUNS_PER_MINUTE = 10
RUNS_PER_PROBLEM = 300
SUBMISSIONS_PER_PROBLEM = 50
MAX_OWN_INPUT = 64 * 1024


def allowed_here(allowed: list[str]) -> list[LanguageInfo]:
    """The languages that the job allows (none named: all), those that are not installed too."""
    return [one for one in get_judge().languages() if not allowed or one.slug in allowed]


def usable_languages(allowed: list[str]) -> list[LanguageInfo]:
    """The languages that are installed and that the job allows."""
    return [one for one in allowed_here(allowed) if one.available]


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


def _check_rate(sitting: Any, question: AbstractProblem, kind: str) -> None:
    rows = sitting.submissions.filter(question=question, kind=kind)
    if rows.filter(status__in=OPEN).exists():
        raise TooMany(
            _("The one before is still being judged. Wait for its verdict, or cancel it."),
            retry_after_seconds=2,
        )
    if kind == SubmissionKind.RUN:
        _check_runs(sitting)
    limit = RUNS_PER_PROBLEM if kind == SubmissionKind.RUN else SUBMISSIONS_PER_PROBLEM
    if rows.count() >= limit:
        message = (
            _("You have used all %(limit)d runs for this problem. You can still submit.")
            if kind == SubmissionKind.RUN
            else _("You have used all submissions for this problem (%(limit)d). Your best one counts.")
        )
        raise TooMany(message % {"limit": limit}, retry_after_seconds=3600)


def _check_runs(sitting: Any) -> None:
    now = timezone.now()
    since = now - timedelta(minutes=1)
    rows = sitting.submissions.filter(kind=SubmissionKind.RUN, created_at__gt=since)
    recent = list(rows.order_by("-created_at").values_list("created_at", flat=True)[:RUNS_PER_MINUTE])
    if len(recent) < RUNS_PER_MINUTE:
        return
    seconds = max(1, math.ceil((recent[-1] - since).total_seconds()))
    message = _("At most %(limit)d runs a minute. Your code is saved; try again in %(seconds)d seconds.")
    raise TooMany(message % {"limit": RUNS_PER_MINUTE, "seconds": seconds}, retry_after_seconds=seconds)


def take(
    *,
    sitting: Any,
    question: AbstractProblem,
    kind: str,
    language: str,
    code: str | bytes,
    allowed_languages: list[str],
    own_input: str | None = None,
) -> AbstractSubmission:
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
        type(sitting).objects.select_for_update().get(pk=sitting.pk)
        _check_rate(sitting, question, kind)
        return _queue(sitting, question, kind, language, source, own_input)


def _queue(
    sitting: Any,
    question: AbstractProblem,
    kind: str,
    language: str,
    source: str,
    own_input: str | None = None,
) -> AbstractSubmission:
    from assessments import tasks

    row = sitting.submissions.create(
        question=question,
        kind=kind,
        language=language,
        code=source,
        own_input=own_input if kind == SubmissionKind.RUN else None,
    )
    background.enqueue(tasks.judge, *judging.arguments_of(judging.kind_of(row), row.pk))
    return row


def cancel(*, sitting: Any, uid: uuid.UUID) -> AbstractSubmission:
    """Stop judging a submission that waits or is judged: its verdict will not count, and it still counts as
    sent. Raises NotFound, and Conflict when there is a verdict already."""
    row = sitting.submissions.filter(uid=uid).first()
    if row is None:
        raise NotFound
    if row.status not in OPEN:
        raise Conflict(_("There is nothing to cancel: this program has been judged."))
    SUBMISSION.move(row, SubmissionStatus.CANCELLED)
    return row


def submit_forgotten(*, sitting: Any, questions: Sequence[AbstractProblem]) -> list[AbstractSubmission]:
    """Submit the last draft of each problem that has none: what was written counts though the clock struck.

    A draft that can't be a program is left alone.
    """
    from assessments.services import drafts

    made = []
    for question in questions:
        sent = sitting.submissions.filter(question=question, kind=SubmissionKind.SUBMIT)
        rows = sent.exclude(status=SubmissionStatus.CANCELLED)
        draft = drafts.newest(sitting=sitting, question=question)
        if draft is None or not draft.code.strip() or rows.exists():
            continue
        try:
            source = checked_source(draft.code)
        except Invalid:
            continue
        made.append(_queue(sitting, question, SubmissionKind.SUBMIT, draft.language, source))
    return made


@background.reconciler
def judge_forgotten() -> int:
    """Judge again what a killed worker left: claimed longer than a judging can take, or queued and lost."""
    return sum(_judge_forgotten(name) for name in judging.KINDS)


def _judge_forgotten(kind: str) -> int:
    from assessments import tasks

    now, rows = timezone.now(), judging.KINDS[kind].model.objects
    stuck = rows.filter(status=SubmissionStatus.JUDGING, claimed_at__lt=now - judging.LEASE)
    for row in stuck.filter(attempts__gte=judging.MAX_ATTEMPTS):
        judging.give_up(row, "every worker that judged this died")
    freed = stuck.update(status=SubmissionStatus.QUEUED, updated_at=now)
    before = now - timedelta(minutes=1)
    waiting = rows.filter(status=SubmissionStatus.QUEUED, created_at__lt=before).order_by(F("id").asc())
    calls = [judging.arguments_of(kind, pk) for pk in waiting.values_list("pk", flat=True)[:100]]
    return max(freed, background.ask_again(tasks.judge, calls))
