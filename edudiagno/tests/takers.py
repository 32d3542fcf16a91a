"""Published tests and the job seekers who take them, for tests."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

from edudiagno import models
from edudiagno.services import attempts
from edudiagno.services.tests import publish
from edudiagno.tests.factories import (
    EduDiagnoDSAQuestionFactory,
    EduDiagnoDSATestCaseFactory,
    EduDiagnoMCQQuestionFactory,
    EduDiagnoTestFactory,
    EduDiagnoVideoQuestionFactory,
)
from interviewer.accounts.tests.factories import StaffFactory
from seekers.models import JobSeeker
from seekers.tests.factories import JobSeekerFactory

BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET = "the-secret-output"


def published(*, mcq: int = 2, coding: int = 0, video: int = 0, **fields: object) -> models.EduDiagnoTest:
    """A test that can be begun: in each question of its quiz the option A is right."""
    test = EduDiagnoTestFactory(**fields)
    for number in range(mcq):
        EduDiagnoMCQQuestionFactory(test=test, order=number, description=f"Question {number}?")
    for number in range(coding):
        problem = EduDiagnoDSAQuestionFactory(test=test, order=number, title=f"Sum {number}")
        EduDiagnoDSATestCaseFactory(question=problem, is_sample=True)
        EduDiagnoDSATestCaseFactory(question=problem, expected_output=SECRET)
    for number in range(video):
        EduDiagnoVideoQuestionFactory(test=test, order=number)
    publish(actor=StaffFactory(), test=test)
    return test


@dataclass
class Taker:
    """A job seeker in an attempt, with their browser."""

    seeker: JobSeeker
    attempt: models.EduDiagnoAttempt
    client: Client

    @property
    def url(self) -> str:
        """The address of the attempt."""
        return f"/attempts/{self.attempt.uid}/"

    def get(self, path: str = "", **more: object) -> HttpResponse:
        """Look at a page of the attempt."""
        return self.client.get(f"{self.url}{path}", **more)

    def post(self, path: str = "", data: object = None, **more: object) -> HttpResponse:
        """Send to a page of the attempt."""
        return self.client.post(f"{self.url}{path}", data or {}, **more)

    def places(self, number: int = 0) -> dict[str, int]:
        """The places of the options of a question, by their text."""
        row = self.attempt.mcq_responses.select_related("question")[number]
        return {option["label"]: place for place, option in enumerate(row.question.options)}

    def chooses(self, label: str, number: int = 0, **headers: str) -> HttpResponse:
        """Choose the option with this text."""
        row = self.attempt.mcq_responses.select_related("question")[number]
        data = {"option": self.places(number)[label]}
        return self.post(f"quiz/{row.question.uid}/", data, headers=headers)

    def fresh(self) -> models.EduDiagnoAttempt:
        """The attempt as it is stored."""
        return models.EduDiagnoAttempt.objects.select_related("test", "job_seeker").get(pk=self.attempt.pk)


def browser_of(seeker: JobSeeker) -> Client:
    """A browser in which they are signed in."""
    client = Client()
    client.force_login(seeker.user, backend=BACKEND)
    return client


def taker(
    test: models.EduDiagnoTest | None = None, seeker: JobSeeker | None = None, **fields: object
) -> Taker:
    """Somebody who has begun a test."""
    seeker = seeker or JobSeekerFactory()
    row = attempts.begin(seeker=seeker, test=test or published(**fields))
    return Taker(seeker, row, browser_of(seeker))
