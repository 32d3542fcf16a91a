"""Server time of the pages that people open most, with 3,000 interviews in the list."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from bench import Row, timed
from companies.models import AiInterviewedJob
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import scoring
from interviews.tests.factories import AnsweredTurnFactory, InterviewFactory, RubricFactory

INTERVIEWS = 3000


def _scored(job: AiInterviewedJob) -> Interview:
    """An interview of five answers, scored by the built-in engine."""
    interview = InterviewFactory(job=job, at=Stage.SCORING)
    for _number in range(5):
        AnsweredTurnFactory(interview=interview)
    interview.status, interview.submitted_at = InterviewStatus.SCORING, timezone.now()
    interview.save()
    scoring.run(interview_id=interview.pk)
    return interview


def _many(job: AiInterviewedJob) -> None:
    now = timezone.now()
    Interview.objects.bulk_create(
        [
            Interview(
                job=job,
                first_name="Asha",
                last_name=f"Rao {number}",
                email=f"many{number}@example.com",
                status=InterviewStatus.COMPLETED,
                overall_score=number % 100,
                started_at=now - timedelta(days=number % 90),
                link_expires_at=now + timedelta(days=14),
            )
            for number in range(INTERVIEWS - 1)
        ],
        batch_size=500,
    )


def measure() -> list[Row]:
    """Medians of the whole answer, without the network."""
    owner = MembershipFactory()
    job = AiInterviewedJobFactory(company=owner.company)
    RubricFactory(job=job)
    scored, invited = _scored(job), InterviewFactory(job=job)
    _many(job)
    nobody, recruiter = (Client(headers={"host": "localhost"}) for _number in range(2))
    recruiter.force_login(owner.user, backend="django.contrib.auth.backends.ModelBackend")

    def page(client: Client, address: str) -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    candidates = "/workspace/candidates/"
    return [
        timed("landing page", lambda: page(nobody, "/")),
        timed("candidate's landing page", lambda: page(nobody, f"/i/{invited.link_token}/")),
        timed(f"candidates list ({INTERVIEWS} interviews)", lambda: page(recruiter, candidates)),
        timed("candidates list, sorted by score", lambda: page(recruiter, f"{candidates}?sort=overall")),
        timed("interview page", lambda: page(recruiter, f"{candidates}{scored.uid}/")),
    ]
