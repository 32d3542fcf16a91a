"""The list of classic jobs of a company, with how many applied."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from companies.enums import ApplicationStatus, ClassicJobState
from companies.models import Company, Job, JobApplication

_STATES = {
    ClassicJobState.DRAFT: Q(posted_at=None),
    ClassicJobState.OPEN: Q(posted_at__isnull=False, closed_at=None),
    ClassicJobState.CLOSED: Q(posted_at__isnull=False, closed_at__isnull=False),
}


def classic_jobs(company: Company, *, search: str = "", state: str = "") -> QuerySet[Job]:
    """A company's classic jobs that fit, drafts first, then the newest, with counts."""
    rows = Job.objects.for_company(company)
    for word in search.split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(role__icontains=word)
            | Q(location__icontains=word)
            | Q(locality__icontains=word)
        )
    if state in ClassicJobState.values:
        rows = rows.filter(_STATES[ClassicJobState(state)])
    rows = rows.annotate(
        total_count=Count("applications"),
        new_count=Count("applications", filter=Q(applications__status=ApplicationStatus.APPLIED)),
    )
    return rows.order_by(F("posted_at").desc(nulls_first=True), "-pk")


def status_counts(job: Job) -> dict[str, int]:
    """How many applications of a job are in which status; zero for those without any. One query."""
    rows = JobApplication.objects.filter(job=job).order_by().values_list("status")
    found = dict(rows.annotate(Count("pk")))
    return {status: found.get(status, 0) for status in ApplicationStatus.values}
