"""The candidate's coding stage: problems, drafts, running and submitting."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from assessments.models import DSAImage, DSAQuestion
from assessments.queries import code_versions, coding_page, problem_states, submission_state
from assessments.services.submissions import allowed_here
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.integrations.judge import get_judge
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviews.api.seats import SittingEndpoint
from interviews.api.serializers import rooms as shapes
from interviews.api.serializers.sittings import SittingOut
from interviews.api.views.sittings import state_of
from interviews.enums import Stage
from interviews.services import coding, stages


class CodingEndpoint(SittingEndpoint):
    """The coding stage of this candidate."""

    tag = "candidate-coding"
    stage = Stage.CODING

    def told(self) -> dict[str, Any]:
        """The problems once it was begun, and the languages."""
        attempt = self.interview.stage_attempts.filter(stage=Stage.CODING).first()
        problems = coding.problems(attempt) if attempt else []
        known = allowed_here(stages.plan_of(self.interview).coding_languages)
        return {
            "has_begun": attempt is not None,
            "deadline_at": attempt.deadline_at if attempt else None,
            "problems": problem_states(sitting=self.interview, problems=problems),
            "languages": [one for one in known if one.available],
            "judge_is_ready": get_judge().health().ready,
        }

    def state(self, uid: uuid.UUID) -> dict[str, Any]:
        """A submission as it is now; raises NotFound."""
        found = submission_state(sitting=self.interview, uid=uid)
        if found is None:
            raise NotFound
        return found


class Coding(CodingEndpoint):
    """All of it."""

    @reads("get-coding", shapes.CodingOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Problems and languages"""
        return self.told()

    @writes("begin-coding", None, shapes.CodingOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Begin: the clock runs from now. Beginning again changes nothing"""
        coding.begin(interview=self.interview)
        return self.told()


class CodingProblem(CodingEndpoint):
    """One problem."""

    @reads("get-problem", shapes.CodingProblemOut)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> object:
        """A problem with its samples and your code"""
        question = coding.problem(interview=self.interview, uid=problem)
        return coding_page(
            sitting=self.interview,
            problems=[question],
            current=str(question.uid),
            language="",
            allowed_languages=stages.plan_of(self.interview).coding_languages,
            image_address=self._image,
        )

    def _image(self, problem: DSAQuestion, image: DSAImage) -> str:
        return reverse("v1:coding_image", args=[self.interview.uid, problem.uid, image.pk])


class Draft(CodingEndpoint):
    """A program as it is typed."""

    @writes("save-draft", shapes.DraftIn, shapes.DraftOut)
    def put(
        self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID, language: str
    ) -> dict[str, Any]:
        """Keep what is typed in a language"""
        coding.save_draft(
            interview=self.interview, problem_uid=problem, language=language[:20], code=data["code"]
        )
        return {"language": language[:20], "code": data["code"]}


class Versions(CodingEndpoint):
    """Earlier versions."""

    @reads("list-versions", shapes.VersionOut, many=True, filters=shapes.VersionFilters)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID, filters: dict[str, Any]) -> list:
        """Earlier versions of your program, the newest first"""
        question = coding.problem(interview=self.interview, uid=problem)
        return code_versions(sitting=self.interview, question=question, language=filters["language"])


class Restore(CodingEndpoint):
    """Putting a version back."""

    @writes("restore-version", shapes.RestoreIn, shapes.DraftOut)
    def post(
        self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID
    ) -> dict[str, Any]:
        """Put a version back; the present code becomes a version itself"""
        code = coding.restore(interview=self.interview, problem_uid=problem, **data)
        return {"language": data["language"], "code": code}


class Submissions(CodingEndpoint):
    """Running and submitting."""

    @writes(
        "send-program",
        shapes.SubmissionIn,
        shapes.SubmissionOut,
        status=202,
        budget="runs",
        is_idempotent=True,
    )
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID) -> Reply:
        """Run or submit a program; look at Location until it is done"""
        row = coding.send(interview=self.interview, problem_uid=problem, **data)
        return Reply(self.state(row.uid), at=reverse("v1:submission", args=[uid, row.uid]))


class Submission(CodingEndpoint):
    """One submission."""

    @reads("get-submission", shapes.SubmissionOut)
    def get(self, request: Request, uid: uuid.UUID, submission: uuid.UUID) -> dict[str, Any]:
        """How it stands; cheap to ask again with If-None-Match"""
        return self.state(submission)

    @writes("cancel-submission", None, shapes.SubmissionOut, is_whole=True)
    def delete(self, request: Request, uid: uuid.UUID, submission: uuid.UUID) -> dict[str, Any]:
        """Stop judging it"""
        coding.cancel(interview=self.interview, uid=submission)
        return self.state(submission)


class CodingImage(CodingEndpoint):
    """A picture."""

    @reads("get-statement-picture", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID, number: int) -> HttpResponseBase:
        """A picture in a statement"""
        file = coding.image_of(interview=self.interview, problem_uid=problem, number=number).file
        return serve_private(request, file, content_type=image_type_of)


class CodingHandIn(CodingEndpoint):
    """The end of the stage."""

    @writes("hand-coding-in", None, SittingOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Hand coding in; drafts that were not submitted are"""
        coding.begin(interview=self.interview)
        coding.finish(interview=self.interview)
        return state_of(self.fresh(uid, request.auth), is_proven=True)
