"""What every page of a job shows around its contents: its state, its sections, who may change it."""

from __future__ import annotations

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _

from companies import rules as company_rules
from companies.access import MemberRequest
from companies.models import AiInterviewedJob
from interviewer.errors import NotFound


def find_job(request: MemberRequest, uid: uuid.UUID) -> AiInterviewedJob:
    """The company's job; another company's is as missing as one that never was."""
    rows = AiInterviewedJob.objects.for_company(request.company).select_related("company")
    job = rows.filter(uid=uid).first()
    if job is None:
        raise NotFound
    return job


def frame(request: MemberRequest, job: AiInterviewedJob) -> dict[str, object]:
    """The context of workspace/job/base.html. A section that the interview does not have is not shown."""
    sections = [
        ("job", _("Overview"), True),
        ("job_details", _("Details"), True),
        ("job_setup", _("Interview"), True),
        ("job_quiz", _("Quiz"), job.has_quiz),
        ("job_coding", _("Coding"), job.has_coding),
        ("job_questions", _("Questions"), job.has_conversation),
        ("job_rubric", _("Rubric"), job.has_conversation),
    ]
    tabs = [
        {"label": label, "href": reverse(f"workspace:{name}", args=[job.uid])}
        for name, label, is_shown in sections
        if is_shown
    ]
    why_not = company_rules.why_not_edit(request.membership)
    return {
        "company": request.company,
        "job": job,
        "tabs": tabs,
        "may_edit": not why_not,
        "why_not_edit": why_not,
    }
