"""Work of every background task of EduDiagno tests, waiting to be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from edudiagno import tasks
from edudiagno.models import EduDiagnoAttempt, EduDiagnoDSAResponse, EduDiagnoSubmission
from edudiagno.services import attempts, certificates
from edudiagno.tests.takers import published, taker
from seekers.tests.factories import JobSeekerFactory

#: A task, and what it is called with.
Work = tuple[Callable[..., object], tuple[object, ...]]
WEBM = b"\x1aE\xdf\xa3" + b"\x00" * 60
PROGRAM = "".join(f"value_{n} = int(input()) * {n} + len(str({n}))\n" for n in range(20))


def attempt_to_end() -> Work:
    """An attempt whose time is up and whose browser is gone."""
    row = taker(mcq=1).attempt
    EduDiagnoAttempt.objects.filter(pk=row.pk).update(deadline_at=timezone.now() - timedelta(minutes=5))
    return tasks.end_attempt, (row.pk,)


def attempt_to_score() -> Work:
    """An attempt that was handed in."""
    someone = taker(mcq=1)
    someone.chooses("A")
    attempts.hand_in(attempt=someone.attempt)
    return tasks.score_attempt, (someone.attempt.pk,)


def answer_to_write_down() -> Work:
    """A recorded answer to a video question."""
    row = taker(mcq=0, video=1).attempt.video_responses.get()
    row.status, row.transcript_status, row.content_type = "answered", "waiting", "video/webm"
    row.asked_at = timezone.now()
    row.file.save("answer.webm", ContentFile(WEBM))
    return tasks.write_down, (row.pk,)


def certificate_to_print() -> Work:
    """A certificate that was just issued."""
    return tasks.print_certificate, (certificates.issue(attempt=taker(mcq=1).attempt).pk,)


def programs_to_compare_in_a_test() -> Work:
    """Two job seekers whose best programs are the same."""
    test = published(mcq=0, coding=1)
    for _taker in range(2):
        row = taker(test, JobSeekerFactory()).attempt
        problem = row.dsa_responses.get().question
        program = EduDiagnoSubmission.objects.create(
            attempt=row, question=problem, kind="submit", language="python", code=PROGRAM, status="done"
        )
        EduDiagnoDSAResponse.objects.filter(attempt=row).update(submission=program)
    return tasks.compare_test_programs, (problem.pk,)
