"""Loads the demo data once."""

from __future__ import annotations

from django.db import transaction
from django.test.utils import override_settings

from assessments.services import pool
from companies.models import AiInterviewedJob, Company
from interviews.demo import seekers
from interviews.demo.answers import BACKEND, SUPPORT
from interviews.demo.board import fill_board
from interviews.demo.build_applications import apply_to_classic_jobs
from interviews.demo.build_interviews import build
from interviews.demo.build_jobs import backend_job, demo_companies, other_jobs, staff, support_job
from interviews.demo.people import CANDIDATES, COMPANIES
from interviews.demo.resumes import DemoCandidate
from interviews.enums import Decision, InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import review

#: How good the completed backend interviews are, 0 (strong) to 3 (evasive).
BACKEND_QUALITY = (0, 1, 0, 3, 1, 0, 2, 1, 0, 2, 2, 1)
SUPPORT_QUALITY = (1, 0, 2, 1, 0)
#: Who is where in the backend job, after the completed ones and those of the support job.
UNDER_WAY: tuple[tuple[Stage | None, str], ...] = (
    (Stage.SCORING, ""),
    (Stage.CONSENT, ""),
    (Stage.CONSENT, InterviewStatus.EXPIRED),
    (Stage.RESUME, ""),
    (Stage.EMAIL_CODE, ""),
    (Stage.MATCH, ""),
    (Stage.QUIZ, ""),
    (Stage.CODING, ""),
    (Stage.DEVICES, ""),
    (Stage.CONVERSATION, ""),
    (Stage.SCORING, ""),
    (Stage.CONSENT, InterviewStatus.REVOKED),
    (Stage.CONSENT, ""),
)


def is_loaded() -> bool:
    """Whether the demo data is there already."""
    return Company.objects.filter(email=COMPANIES[0].email).exists()


def load() -> int:
    """Load everything, with the built-in engine whatever the settings say; returns how many interviews."""
    if is_loaded():
        return 0
    pool.load()
    with override_settings(LLM_ENGINE="offline"):
        with transaction.atomic():
            first, second = demo_companies()
            staff()
            seekers.load()
            backend, support = backend_job(first), support_job(second)
            other_jobs(first, second)
            fill_board((first, second))
            apply_to_classic_jobs(first, second)
        _interviews(backend, support)
        _decide(backend)
    return Interview.objects.count()


def _interviews(backend: AiInterviewedJob, support: AiInterviewedJob) -> None:
    people = iter(enumerate(CANDIDATES, start=1))
    for quality in BACKEND_QUALITY:
        number, person = next(people)
        build(backend, DemoCandidate(person, number, None, quality), BACKEND)
    for quality in SUPPORT_QUALITY:
        number, person = next(people)
        build(support, DemoCandidate(person, number, None, quality), SUPPORT)
    for at, status in UNDER_WAY:
        number, person = next(people)
        build(backend, DemoCandidate(person, number, at, 1, status), BACKEND)


def _decide(job: AiInterviewedJob) -> None:
    """A recruiter has looked at some of them."""
    actor = job.company.memberships.order_by("pk").first().user
    rows = list(job.interviews.filter(status=InterviewStatus.COMPLETED).order_by("-overall_score"))
    for row in rows[:2]:
        review.decide(
            actor=actor, interview=row, decision=Decision.SHORTLISTED, reason="Clear and measured answers."
        )
    for row in rows[-2:]:
        review.decide(
            actor=actor, interview=row, decision=Decision.REJECTED, reason="Too little of their own work."
        )
