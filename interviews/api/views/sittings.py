"""A candidate on the way in and out: a seat, the state, consent, résumé, code, match, feedback."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.request import Request

from companies.models import AiInterviewedJob
from interviewer.api.endpoints import MIB, Endpoint
from interviewer.api.operations import reads, writes
from interviewer.api.parsers import FormBody
from interviewer.api.replies import Reply
from interviewer.errors import Gone, Invalid, NotFound, WrongStage
from interviewer.integrations.documents.reading import MAX_BYTES
from interviewer.integrations.media import serve_private
from interviews import rules
from interviews.access import find_interview
from interviews.api.seats import SittingEndpoint
from interviews.api.serializers import sittings as shapes
from interviews.api.serializers.files import ResumeIn
from interviews.consents import consent_text
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.queries import progress
from interviews.queries.expectations import expectations
from interviews.queries.feedback import feedback_of
from interviews.services import (
    arrivals,
    consents,
    matching,
    public_links,
    resumes,
    seats,
    stages,
    verification,
)
from interviews.services.resumes import Profile
from interviews.stages import Plan, required_stages


def state_of(interview: Interview, *, is_proven: bool) -> dict[str, Any]:
    """Where an interview is, for its candidate."""
    plan = stages.plan_of(interview)
    now_at, wanted = stages.current(interview), required_stages(plan)
    here = wanted.index(now_at) if now_at in wanted else len(wanted)
    names = ["done", "current", "todo"]
    attempt = interview.stage_attempts.filter(stage=now_at, finished_at=None).first()
    return {
        "uid": interview.uid,
        "status": interview.status,
        "stage": now_at,
        "stages": [
            {"stage": one, "state": names[(place >= here) + (place > here)]}
            for place, one in enumerate(wanted)
        ],
        "version": progress.version(interview),
        "deadline_at": attempt.deadline_at if attempt else None,
        "is_proven": is_proven,
        "is_typed": interview.text_only,
        "language": plan.interview_language,
        "languages": consents.languages_of(interview),
        "job_title": interview.job.title,
        "company": interview.job.company.name,
    }


def seated(interview: Interview, *, email: str = "", is_earlier: bool = False) -> Reply:
    """A seat token with the state of its interview."""
    text = seats.token(interview=interview, email=email)
    body = {
        "token_type": "Bearer",
        "token": text,
        "expires_in": int(seats.LIFETIME.total_seconds()),
        "is_earlier": is_earlier,
        "sitting": state_of(interview, is_proven=seats.read(text).is_proven(interview)),
    }
    at = reverse("v1:sitting", args=[interview.uid])
    return Reply(body, at=at, headers={"Cache-Control": "no-store"})


class OpenEndpoint(Endpoint):
    """An endpoint for whoever has a link."""

    tag = "candidate"
    authentication_classes = []


class Seats(OpenEndpoint):
    """Coming in by a private link."""

    @writes("take-seat", shapes.SeatIn, shapes.SeatOut, status=201)
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Get a seat token for a private link"""
        interview = find_interview(data["link_token"])
        stages.settle(interview=interview)
        arrivals.opened(interview=interview)
        return seated(interview)


class PublicLink(OpenEndpoint):
    """A job by its public link."""

    def find(self, public_token: str) -> AiInterviewedJob:
        """The job, while it takes candidates in; raises NotFound or Gone."""
        job = public_links.find_job(public_token)
        if reason := rules.why_not_begin_by_public_link(job):
            raise Gone(f"{reason} {rules.whom_to_ask(job)}")
        return job

    @reads("get-public-link", shapes.PublicLinkOut)
    def get(self, request: Request, public_token: str) -> dict[str, Any]:
        """What awaits who begins an interview for the job"""
        job = self.find(public_token)
        promised = expectations(job, Plan.of(job))
        return {
            "job_title": job.title, "company": job.company.name, "description": job.description,
            "expected": promised.stages,
        }  # fmt: skip

    @writes("begin-by-public-link", None, shapes.SeatOut, status=201, is_idempotent=False)
    def post(self, request: Request, public_token: str) -> Reply:
        """Begin a new interview, with a seat in it"""
        return seated(public_links.start(job=self.find(public_token)))


class CandidateEndpoint(SittingEndpoint):
    """An address that tells where the interview is."""

    tag = "candidate"

    def told(self, request: Request) -> dict[str, Any]:
        """The state as it is now."""
        return state_of(self.interview, is_proven=request.auth.is_proven(self.interview))


class Sitting(CandidateEndpoint):
    """Where the interview is."""

    is_behind_code = False

    @reads("get-sitting", shapes.SittingOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Where the interview is; cheap to ask again"""
        return self.told(request)


class Consents(CandidateEndpoint):
    """What awaits the candidate, and their agreement to it."""

    stage = Stage.CONSENT
    is_behind_code = False

    @reads("get-consent-text", shapes.ConsentOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """The text to agree to"""
        interview = self.interview
        text = consent_text(interview.job, get_language() or "en")
        promised = expectations(interview.job, stages.plan_of(interview), interview.extra_time_percent)
        told = {name: getattr(promised, name) for name in ("needs_microphone", "needs_camera", "may_type")}
        own = {
            "version": text.version,
            "language": text.language,
            "text": text.text,
            "text_hash": text.sha256,
        }
        return {**own, "expected": promised.stages, **told}

    @writes("give-consent", shapes.ConsentIn, shapes.SittingOut, status=201)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Agree, and begin"""
        consents.give(
            interview=self.interview,
            text=consent_text(self.interview.job, get_language() or "en"),
            shown_hash=data["text_hash"],
            text_only=data["text_only"],
            user_agent=request.headers.get("User-Agent", ""),
        )
        self.interview = self.fresh(uid, request.auth)
        return Reply(self.told(request), at=reverse("v1:sitting", args=[uid]))


class Language(CandidateEndpoint):
    """The language that the interview is held in."""

    is_behind_code = False

    @writes("choose-language", shapes.LanguageIn, shapes.SittingOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
        """Choose one of the languages that the job offers, before you begin"""
        consents.choose_language(interview=self.interview, language=data["language"])
        self.interview = self.fresh(uid, request.auth)
        return self.told(request)


class Resumes(CandidateEndpoint):
    """The résumé."""

    stage = Stage.RESUME
    parser_classes = [FormBody]
    largest_body = 25 * MIB

    @writes("send-resume", ResumeIn, shapes.ProfileOut, status=202, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Send a résumé; it is read into the profile in the background"""
        file = data["resume"]
        stages.enter(interview=self.interview, stage=Stage.RESUME)
        resumes.upload(interview=self.interview, data=file.read(MAX_BYTES + 1), name=file.name)
        interview = self.fresh(uid, request.auth)
        return Reply(_profile(interview), at=reverse("v1:sitting_profile", args=[uid]))


def _profile(interview: Interview) -> Interview:
    interview.reading = resumes.step(interview)
    interview.email_is_fixed = resumes.address_is_fixed(interview)
    return interview


class Profiles(CandidateEndpoint):
    """What the candidate says of themselves."""

    @reads("get-profile", shapes.ProfileOut)
    def get(self, request: Request, uid: uuid.UUID) -> Interview:
        """What was read from the résumé; `reading` is "reading" while it is"""
        return _profile(self.interview)

    @writes("set-profile", shapes.ProfileIn, shapes.SittingOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
        """Confirm or type the profile, and go on to the e-mail code"""
        self._require_stage(Stage.RESUME)
        stages.enter(interview=self.interview, stage=Stage.RESUME)
        values = {"last_name": "", "email": self.interview.email, **data}
        if not values["email"]:
            raise Invalid(fields={"email": _("We send a code to this address in the next step.")})
        resumes.confirm(
            interview=self.interview, profile=Profile(**{**values, "skills": tuple(values["skills"])})
        )
        self.interview = self.fresh(uid, request.auth)
        return self.told(request)


class CodeEndpoint(CandidateEndpoint):
    """Proving the address: in its stage, and again for a seat that did not prove it."""

    is_behind_code = False

    def enter(self, request: Request, **kwargs: Any) -> None:
        """In the stage of the code, or later with a seat that lacks the proof."""
        super().enter(request, **kwargs)
        if not self.interview.email_verified_at:
            self._require_stage(Stage.EMAIL_CODE)

    def address(self) -> dict[str, Any]:
        """Where codes go; masked for who only has the link."""
        is_known = not self.interview.email_verified_at
        shown = self.interview.email if is_known else verification.masked_address(self.interview)
        return {"address": shown, "was_sent": verification.was_sent(self.interview)}


class Codes(CodeEndpoint):
    """Sending a code."""

    @writes("send-code", None, shapes.CodeOut, status=202, budget="codes", is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Send a code to the address"""
        if not self.interview.email_verified_at:
            stages.enter(interview=self.interview, stage=Stage.EMAIL_CODE)
        verification.send(interview=self.interview)
        return Reply(self.address(), at=reverse("v1:sitting_code_checks", args=[uid]))


class CodeChecks(CodeEndpoint):
    """Checking a code."""

    @writes("check-code", shapes.CodeIn, shapes.SeatOut, budget="codes")
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Prove the address; the answer holds a new seat token, which may be for an earlier interview"""
        proven = verification.prove(interview=self.interview, typed=data["code"])
        return seated(proven.interview, email=proven.interview.email, is_earlier=proven.is_earlier)


class AddressChanges(CodeEndpoint):
    """Going back to the profile."""

    @writes("change-address", None, shapes.SittingOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Go back to the profile to correct the address"""
        verification.change_address(interview=self.interview)
        self.interview = self.fresh(uid, request.auth)
        return self.told(request)


class Match(CandidateEndpoint):
    """The match of résumé and job."""

    def state(self) -> dict[str, str]:
        """Where it is."""
        interview = self.interview
        if interview.status == InterviewStatus.SCREENED_OUT:
            return {"state": "screened_out"}
        if Stage.MATCH in stages.finished(interview):
            return {"state": "done"}
        attempt = interview.stage_attempts.filter(stage=Stage.MATCH).first()
        if attempt is None or not attempt.state.get("asked"):
            return {"state": "not_asked"}
        return {"state": "ready" if matching.is_ready(interview) else "waiting"}

    @reads("get-match", shapes.MatchStateOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, str]:
        """Where the match is"""
        return self.state()

    @writes("go-on-with-match", None, shapes.MatchStateOut, also=(202,), budget="ai-drafts")
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Ask for the match, once; when it is ready go on to the next stage. 202 while it is waited for"""
        if self.interview.status != InterviewStatus.SCREENED_OUT:
            self._require_stage(Stage.MATCH)
            matching.ask(interview=self.interview)
            matching.go_on(interview=self.interview)
            self.interview = self.fresh(uid, request.auth)
        told = self.state()
        return Reply(told, at=request.path, status=202 if told["state"] == "waiting" else 200)


class Scoring(CandidateEndpoint):
    """After the last stage."""

    @reads("get-scoring", shapes.ScoringOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """How the scoring goes"""
        is_over = self.interview.status == InterviewStatus.COMPLETED
        if not is_over and self.interview.status != InterviewStatus.SCORING:
            raise WrongStage(current=stages.current(self.interview))
        return {"is_over": is_over, "steps": progress.scoring_steps(self.interview)}


class Feedback(CandidateEndpoint):
    """The candidate's own feedback."""

    @reads("get-feedback", shapes.FeedbackOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Your feedback, once the interview is scored and if the job shares it"""
        found = feedback_of(self.interview)
        if found is None:
            raise NotFound
        told = {name: getattr(found, name) for name in ("opening", "items", "closing")}
        return {**told, "has_pdf": bool(self.interview.feedback_pdf)}


class FeedbackPdf(CandidateEndpoint):
    """The same as a file."""

    @reads("get-feedback-pdf", file_type="application/pdf", budget="exports")
    def get(self, request: Request, uid: uuid.UUID) -> HttpResponseBase:
        """Your feedback as PDF"""
        file = self.interview.feedback_pdf
        if feedback_of(self.interview) is None or not file:
            raise NotFound
        return serve_private(request, file, content_type="application/pdf", download_name="feedback.pdf")
