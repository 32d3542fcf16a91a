"""The overview of a job: what it lacks, opening and closing it, its candidates, its public link."""

from __future__ import annotations

import io
import uuid

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from interviewer.errors import DomainError, NotFound
from interviews import job_rules, links, readiness
from interviews.queries import jobs as queries
from interviews.queries.candidates import Filters, as_rows, candidates
from interviews.services import jobs
from interviews.source_tags import clean_tag
from interviews.views.recruiter.job_frame import find_job, show

SECTIONS = {
    "details": "job_details",
    "stages": "job_setup",
    "quiz": "job_quiz",
    "coding": "job_coding",
    "questions": "job_questions",
    "rubric": "job_rubric",
}
QR_KINDS = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@member()
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The job at one glance, and what to do next."""
    job = find_job(request, uid)
    findings = readiness.findings(queries.facts(job))
    latest = candidates(request.membership, Filters(job_uid=str(job.uid)))[:8]
    return show(
        request,
        job,
        "overview",
        findings=[(one, reverse(f"workspace:{SECTIONS[one.section]}", args=[job.uid])) for one in findings],
        is_complete=not any(one.blocks for one in findings),
        why_not_open=job_rules.why_not_open(request.membership, job),
        why_not_invite=job_rules.why_not_invite(request.membership, job),
        counts=queries.counts(job),
        rows=as_rows(list(latest)),
        public_link=links.public_link(job),
    )


@require_POST
@member(*EDITORS)
def publish(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Open the job to candidates, for the first time or again."""
    job = find_job(request, uid)
    try:
        jobs.publish(actor=request.membership, job=job)
    except DomainError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The job is open: invite candidates, or share its public link."))
    return redirect("workspace:job", job.uid)


@require_POST
@member(*EDITORS)
def close(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Take in nobody new."""
    job = find_job(request, uid)
    try:
        jobs.close(actor=request.user, job=job)
    except DomainError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The job is closed. Whoever has begun may finish."))
    return redirect("workspace:job", job.uid)


@require_safe
@member()
def qr(request: MemberRequest, uid: uuid.UUID, kind: str) -> HttpResponse:
    """The public link as a QR code (ISO/IEC 18004), to print or to show."""
    job = find_job(request, uid)
    if kind not in QR_KINDS:
        raise NotFound
    file = io.BytesIO()
    tag = clean_tag(request.GET.get("source", ""))
    segno.make(links.public_link(job, tag), error="m").save(file, kind=kind, scale=8, border=4)
    response = HttpResponse(file.getvalue(), content_type=QR_KINDS[kind])
    if "download" in request.GET:
        name = "-".join(filter(None, [slugify(job.title) or "job", tag]))
        response["Content-Disposition"] = f'attachment; filename="{name}-qr.{kind}"'
    return response
