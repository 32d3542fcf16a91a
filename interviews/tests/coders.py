"""A candidate in the coding stage, and what they send, for tests."""

from __future__ import annotations

from django.http import HttpResponse

from assessments.models import DSAQuestion, Submission
from assessments.tests.factories import DSAQuestionFactory, DSATestCaseFactory
from interviews.enums import Stage
from interviews.tests.conversations import Candidate, sitting

SECRET_INPUT, SECRET_OUTPUT = "91827364 555000111", "647382911"


class Coder(Candidate):
    """A candidate in the coding stage of a job with "Sum of two numbers" and one secret case more."""

    @property
    def url(self) -> str:
        """The address of the room."""
        return f"/i/{self.interview.link_token}/coding/"

    @property
    def problem(self) -> DSAQuestion:
        """The first problem."""
        return self.interview.job.dsa_questions.order_by("order").first()

    def sends(
        self,
        code: str,
        kind: str = "submit",
        *,
        language: str = "python",
        json: bool = True,
        problem: DSAQuestion | None = None,
        **more: str,
    ) -> HttpResponse:
        """Run or submit, as the script does or (`json=False`) as a plain form."""
        body = {"kind": kind, "language": language, "code": code, **more}
        url = f"{self.url}{(problem or self.problem).uid}/send/"
        if not json:
            return self.client.post(url, body)
        return self.client.post(
            url, body, content_type="application/json", headers={"Accept": "application/json"}
        )

    def drafts(self, code: str, language: str = "python") -> HttpResponse:
        """Type something."""
        url = f"{self.url}{self.problem.uid}/draft/"
        return self.client.post(url, {"language": language, "code": code}, content_type="application/json")

    def looks_at(self, submission: Submission, **headers: str) -> HttpResponse:
        """Ask how a submission stands."""
        return self.client.get(f"{self.url}submissions/{submission.uid}/", headers=headers)

    def submission(self) -> Submission:
        """The newest one."""
        return self.interview.submissions.order_by("-pk").first()


def coder(**job: object) -> Coder:
    """A candidate whose coding stage is the next one."""
    interview = sitting(at=Stage.CODING, has_coding=True, coding_minutes=30, **job)
    problem = DSAQuestionFactory(job=interview.job)
    DSATestCaseFactory(question=problem, input=SECRET_INPUT, expected_output=SECRET_OUTPUT, order=9)
    return Coder(interview)
