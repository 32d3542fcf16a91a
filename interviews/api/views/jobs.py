"""AI-interviewed jobs: the list, one job, opening and closing it, inviting to it."""

from __future__ import annotations

import io
import uuid
from collections.abc import Callable
from typing import Any

import segno
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from assessments.models import CodePair
from companies.api_access import MemberEndpoint
from companies.models import AiInterviewedJob
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.journal import services as journal
from interviews import job_rules, links, readiness
from interviews.api.serializers import jobs as shapes
from interviews.invitees import Invitee, split_name
from interviews.queries import comparison
from interviews.queries import jobs as queries
from interviews.services import invitations, jobs
from interviews.services.jobs import InterviewSetup, JobDetails

_QR = {"svg": "image/svg+xml", "png": "image/png"}


class Jobs(MemberEndpoint):
    """The company's AI-interviewed jobs."""

    tag, area = "jobs", "jobs"

    @reads("list-jobs", shapes.JobRowOut, many=True, filters=shapes.JobFilters)
    def get(self, request: Request, filters: dict[str, Any]) -> QuerySet:
        """Jobs, the newest first"""
        return queries.jobs(self.company, **filters)

    @writes("make-job", shapes.JobIn, shapes.JobOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Make a draft"""
        details = {name: value for name, value in data.items() if name in shapes.DETAILS}
        setup = {name: value for name, value in data.items() if name in shapes.SETUP}
        with transaction.atomic():
            job = jobs.create(actor=request.user, company=self.company, details=JobDetails(**details))
            if setup:
                jobs.edit(actor=request.user, job=job, changes=InterviewSetup(**setup))
        return Reply(job, at=reverse("v1:job", args=[job.uid]))


class JobEndpoint(MemberEndpoint):
    """An address below a job. Sets `job`."""

    tag, area = "jobs", "jobs"
    job: AiInterviewedJob

    def enter(self, request: Request, **kwargs: Any) -> None:
        """Another company's job is as missing as one that never was."""
        super().enter(request, **kwargs)
        self.job = self.fresh(kwargs["uid"])

    def fresh(self, uid: uuid.UUID) -> AiInterviewedJob:
        """The job as it is now."""
        rows = AiInterviewedJob.objects.for_company(self.company).select_related("company")
        job = rows.filter(uid=uid).first()
        if job is None:
            raise NotFound
        return job

    def to_lock(self) -> QuerySet:
        """The job's row: its questions, problems and rubric are changed under it, too."""
        return AiInterviewedJob.objects.filter(pk=self.job.pk)

    def changed(self, change: Callable[[], Any]) -> Any:
        """Make a change that leaves a published job complete."""
        with jobs.kept_ready(self.job):
            return change()


class Job(JobEndpoint):
    """One job."""

    @reads("get-job", shapes.JobOut)
    def get(self, request: Request, uid: uuid.UUID) -> AiInterviewedJob:
        """A job"""
        return self.fresh(uid)

    @writes("change-job", shapes.JobIn, shapes.JobOut, is_whole=True)
    def patch(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> AiInterviewedJob:
        """Change a job; one that is open stays complete"""
        with transaction.atomic():
            self.to_lock().select_for_update().first()
            job = self.fresh(uid)
            for kind, names in ((JobDetails, shapes.DETAILS), (InterviewSetup, shapes.SETUP)):
                values = {name: data.get(name, getattr(job, name)) for name in names}
                jobs.edit(actor=request.user, job=job, changes=kind(**values))
        return self.fresh(uid)


class JobReadiness(JobEndpoint):
    """What a job lacks."""

    @reads("get-job-readiness", shapes.ReadinessOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """What a job lacks before candidates may come"""
        findings = readiness.findings(queries.facts(self.job))
        return {
            "is_complete": not any(one.blocks for one in findings),
            "findings": findings,
            "why_not_open": job_rules.why_not_open(self.membership, self.job),
            "why_not_invite": job_rules.why_not_invite(self.membership, self.job),
        }


class JobPublish(JobEndpoint):
    """Opening a job."""

    @writes("publish-job", None, shapes.JobOut)
    def post(self, request: Request, uid: uuid.UUID) -> AiInterviewedJob:
        """Open a job to candidates; 409 names everything that it lacks"""
        jobs.publish(actor=self.membership, job=self.job)
        return self.fresh(uid)


class JobClose(JobEndpoint):
    """Closing a job."""

    @writes("close-job", None, shapes.JobOut)
    def post(self, request: Request, uid: uuid.UUID) -> AiInterviewedJob:
        """Take in nobody new; who has begun may finish"""
        jobs.close(actor=request.user, job=self.job)
        return self.fresh(uid)


class Invitations(JobEndpoint):
    """Inviting to a job."""

    tag, area = "invitations", "interviews"

    @writes("invite", shapes.InvitationsIn, shapes.OutcomesOut, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> dict[str, Any]:
        """Invite people; each has a result of their own"""
        people = [_invitee(number, one) for number, one in enumerate(data["people"], 1)]
        outcomes = invitations.invite(
            actor=self.membership, job=self.job, people=people, message=data["message"]
        )
        return {"results": outcomes}


def _invitee(number: int, sent: dict[str, str]) -> Invitee:
    first, last = split_name(sent["name"])
    email = sent["email"].lower()
    return Invitee(number, (sent["email"], sent["name"]), email, first_name=first, last_name=last)


class JobQr(JobEndpoint):
    """The public link as a picture."""

    @reads("get-job-qr", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID, kind: str) -> HttpResponse:
        """The public link as a QR code, svg or png"""
        if kind not in _QR:
            raise NotFound
        file = io.BytesIO()
        segno.make(links.public_link(self.job), error="m").save(file, kind=kind, scale=8, border=4)
        return HttpResponse(file.getvalue(), content_type=_QR[kind])


class SimilarCode(JobEndpoint):
    """Programs of a job's candidates that are alike."""

    @reads("list-similar-code", shapes.PairOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """Pairs of programs, the most alike first"""
        rows = CodePair.objects.for_job(self.job)
        return rows.select_related("question", "first__interview", "second__interview")


class SimilarPair(JobEndpoint):
    """Two programs that are alike."""

    @reads("get-similar-code", shapes.PairDetailOut)
    def get(self, request: Request, uid: uuid.UUID, pair: uuid.UUID) -> CodePair:
        """One pair with both programs; that it was read is written down"""
        rows = CodePair.objects.for_job(self.job)
        row = (
            rows.select_related("question", "first__interview", "second__interview").filter(uid=pair).first()
        )
        if row is None:
            raise NotFound
        for one in (row.first, row.second):
            journal.record(
                actor=request.user,
                action="interview.code_compared",
                subject=one.interview,
                company_id=self.company.pk,
            )
        return row


class Comparison(JobEndpoint):
    """Candidates side by side."""

    tag, area = "interviews", "interviews"

    @reads("compare-candidates", shapes.ComparisonOut, filters=shapes.ComparisonFilters)
    def get(self, request: Request, uid: uuid.UUID, filters: dict[str, Any]) -> object:
        """Up to four scored candidates of a job side by side; that they were read is written down"""
        found = comparison.compare(self.membership, self.job, filters["candidate"])
        for interview in found.candidates:
            journal.record(
                actor=request.user, action="interview.compared", subject=interview, company_id=self.company.pk
            )
        return found
