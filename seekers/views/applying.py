"""A job seeker applies to a classic job, looks at an application and takes it back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies import rules
from companies.enums import ApplicationStatus
from companies.lifecycles import APPLICATION
from companies.models import Job, JobApplication
from companies.queries.applications import status_history
from interviewer.errors import Conflict, Gone, NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.fields import kind_by_name
from seekers.access import SeekerRequest, seeker
from seekers.queries import profile_from, profile_of
from seekers.services import applying


def _find_job(request: SeekerRequest, uid: uuid.UUID) -> Job:
    """A job that takes applications. Drafts and deleted jobs are missing; closed ones say why."""
    job = Job.objects.alive().exclude(posted_at=None).filter(uid=uid).select_related("company").first()
    if job is None:
        raise NotFound(_("This job is no longer there."))
    if reason := rules.why_not_apply(job):
        raise Gone(reason)
    return job


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def apply(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """What is sent, and sending it."""
    job = _find_job(request, uid)
    known = applying.application_to(request.seeker, job)
    if known is None and request.method == "POST":
        try:
            known = applying.apply(seeker=request.seeker, job=job)
        except Conflict:  # the same click twice: what they wanted is done
            known = applying.application_to(request.seeker, job)
        messages.success(
            request, _("Your application is on its way to %(company)s.") % {"company": job.company}
        )
    if known:
        return redirect("seekers:application", known.uid)
    context = {"job": job, "profile": profile_of(request.seeker), "resume": request.seeker.resume}
    return render(request, "seekers/apply.html", context)


def _find(request: SeekerRequest, uid: uuid.UUID) -> JobApplication:
    rows = JobApplication.objects.for_seeker(request.seeker).select_related(
        "job__company", "job_seeker__user"
    )
    application = rows.filter(uid=uid).first()
    if application is None:
        raise NotFound
    return application


@never_cache
@require_safe
@seeker
def application(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Where the application stands, how it got there, and what was sent."""
    row = _find(request, uid)
    context = {
        "application": row,
        "profile": profile_from(row.profile_snapshot),
        "moments": status_history(row),
        "may_withdraw": APPLICATION.can(row, ApplicationStatus.WITHDRAWN),
        "may_apply_again": row.status == ApplicationStatus.WITHDRAWN and not rules.why_not_apply(row.job),
    }
    return render(request, "seekers/application.html", context)


@require_POST
@seeker
def withdraw(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """Take the application back."""
    row = _find(request, uid)
    try:
        applying.withdraw(application=row)
    except Conflict as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Your application is withdrawn."))
    return redirect("seekers:application", row.uid)


@require_safe
@seeker
def resume(request: SeekerRequest, uid: uuid.UUID) -> HttpResponseBase:
    """The résumé as it was sent."""
    file = _find(request, uid).resume_snapshot
    if not file:
        raise NotFound
    ending = file.name.rpartition(".")[2]
    return serve_private(
        request, file, content_type=kind_by_name(file.name), download_name=f"resume.{ending}"
    )
