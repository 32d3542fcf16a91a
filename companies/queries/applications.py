"""The list of applicants of a company: searched, filtered, sorted; and the history of one application."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import ApplicationStatus
from companies.models import Company, JobApplication
from interviewer.journal.models import AuditEvent

SORTS = {
    "newest": [F("applied_at").desc(), F("id").desc()],
    "oldest": [F("applied_at").asc(), F("id").asc()],
    "name": [F("job_seeker__first_name").asc(), F("job_seeker__last_name").asc(), F("id").asc()],
    "job": [F("job__title").asc(), F("id").desc()],
}


@dataclass(frozen=True)
class Filters:
    """What the recruiter asked for; empty means everything."""

    search: str = ""
    job_uid: str = ""
    status: str = ""
    flagged: bool = False
    sort: str = "newest"


def applications(company: Company, filters: Filters) -> QuerySet[JobApplication]:
    """Applications to a company's jobs that fit the filters, with what a row shows."""
    rows = JobApplication.objects.for_company(company).select_related("job__company", "job_seeker__user")
    for word in filters.search.split():
        rows = rows.filter(
            Q(job_seeker__first_name__icontains=word)
            | Q(job_seeker__last_name__icontains=word)
            | Q(job_seeker__user__email__icontains=word)
        )
    if filters.job_uid:
        rows = rows.filter(job__uid=filters.job_uid)
    if filters.status in ApplicationStatus.values:
        rows = rows.filter(status=filters.status)
    if filters.flagged:
        rows = rows.filter(flagged=True)
    return rows.order_by(*SORTS.get(filters.sort, SORTS["newest"]))


#: So many applications are in memory at once while a file is written.
CHUNK = 500


def exported(rows: QuerySet[JobApplication]) -> Iterator[list[object]]:
    """Each application as the list shows it, name and address apart, with the skills that were sent."""
    for row in rows.iterator(chunk_size=CHUNK):
        profile = row.profile_snapshot
        yield [
            str(row.job_seeker),
            row.job_seeker.user.email,
            row.job.title,
            row.get_status_display(),
            timezone.localtime(row.applied_at).strftime("%Y-%m-%d %H:%M"),
            profile.get("years_of_experience"),
            ", ".join(map(str, profile.get("key_skills", []))),
            _("yes") if row.flagged else "",
        ]


@dataclass(frozen=True)
class Moment:
    """Something that happened to an application."""

    at: datetime
    label: str
    who: str


_LABELS = {
    "application.applied": _("Applied"),
    "application.shortlisted": _("Put on the shortlist"),
    "application.accepted": _("Accepted"),
    "application.rejected": _("Rejected"),
    "application.withdrawn": _("Withdrawn by the applicant"),
    "application.flagged": _("Flagged"),
    "application.unflagged": _("Flag taken off"),
    "application.noted": _("Note written"),
    "application.interview": _("Invited to an AI interview"),
    "application.resume_viewed": _("Résumé opened"),
}
#: What an applicant is told of as well: where the application stands.
_SHOWN_TO_APPLICANT = [f"application.{status}" for status in ApplicationStatus.values]


def history(application: JobApplication) -> list[Moment]:
    """What happened, the newest first, from the journal."""
    return [Moment(event.at, str(_LABELS[event.action]), event.actor_label) for event in _events(application)]


def status_history(application: JobApplication) -> list[Moment]:
    """Where the application went, for the applicant: without who of the company moved it."""
    events = _events(application).filter(action__in=_SHOWN_TO_APPLICANT)
    return [Moment(event.at, str(_LABELS[event.action]), "") for event in events]


def _events(application: JobApplication) -> QuerySet[AuditEvent]:
    rows = AuditEvent.objects.filter(
        subject_type=application._meta.label_lower, subject_id=str(application.uid), action__in=_LABELS
    )
    return rows.order_by("-id")
