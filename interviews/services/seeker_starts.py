"""A signed-in job seeker begins the interview of a job: their own data filled in, their address proven already."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from companies.models import AiInterviewedJob
from interviewer.accounts.models import fold_email
from interviewer.accounts.services import users
from interviewer.integrations.documents.reading import UnreadableDocument, read_resume
from interviews.enums import InterviewSource, InterviewStatus, Stage
from interviews.models import Interview, StageAttempt
from interviews.services import public_links
from seekers.models import JobSeeker
from seekers.queries import profile_of

log = logging.getLogger(__name__)
_ENDED = (InterviewStatus.WITHDRAWN, InterviewStatus.REVOKED, InterviewStatus.EXPIRED)


@dataclass(frozen=True)
class _Resume:
    """What of a résumé goes along: the stored copy, its name for people, its text, what was found in it."""

    stored: str = ""
    name: str = ""
    text: str = ""
    findings: tuple[dict[str, str], ...] = ()


def interview_of(seeker: JobSeeker, job: AiInterviewedJob) -> Interview | None:
    """The interview that this person has for the job: one with their proven address, however it ended, since nobody
    has two; else one of theirs, or one that their address was invited to, which is not over."""
    rows = Interview.objects.alive().filter(job=job).order_by("-pk")
    address = fold_email(seeker.user.email)
    is_proven = users.has_proven_address(user=seeker.user)
    if is_proven and (row := rows.filter(email=address, email_verified_at__isnull=False).first()):
        return row
    rows = rows.exclude(status__in=_ENDED)
    if own := rows.filter(job_seeker=seeker).first():
        return own
    return rows.filter(email=address, source=InterviewSource.INVITATION).first() if is_proven else None


def start(*, seeker: JobSeeker, job: AiInterviewedJob) -> Interview:
    """The interview of this job seeker for the job: the one that there is, else a new one with their data.

    Raises Gone when the job takes nobody in, TooMany as the public link does.
    """
    if known := interview_of(seeker, job):
        if known.job_seeker_id is None:
            Interview.objects.filter(pk=known.pk, job_seeker=None).update(job_seeker=seeker)
        return known
    resume = _copy_of_resume(seeker)
    try:
        with transaction.atomic():
            # Under the job's lock: two clicks at once make one interview.
            AiInterviewedJob.objects.select_for_update().get(pk=job.pk)
            if known := interview_of(seeker, job):
                return known
            return _filled(public_links.start(job=job, source=InterviewSource.JOB_BOARD), seeker, resume)
    except IntegrityError:  # the address was proven in another interview at this very moment
        if known := interview_of(seeker, job):
            return known
        raise


def _filled(interview: Interview, seeker: JobSeeker, resume: _Resume) -> Interview:
    profile, now = profile_of(seeker), timezone.now()
    is_proven = users.has_proven_address(user=seeker.user)
    values = {
        "job_seeker": seeker,
        "first_name": seeker.first_name,
        "last_name": seeker.last_name,
        "email": fold_email(seeker.user.email),
        "email_verified_at": now if is_proven else None,
        "phone": profile.phone[:30],
        "city": profile.current_city[:120],
        "years_of_experience": seeker.years_of_experience,
        "education": _education(seeker),
        "skills": [str(skill)[:60] for skill in seeker.key_skills][:100],
        "resume": resume.stored,
        "resume_name": resume.name,
        "resume_text": resume.text,
        "resume_findings": list(resume.findings),
    }
    Interview.objects.filter(pk=interview.pk).update(**values)
    if is_proven:  # the code of the account's registration counts: nobody is asked for a second one
        StageAttempt.objects.create(interview=interview, stage=Stage.EMAIL_CODE, finished_at=now)
    interview.refresh_from_db()
    return interview


def _education(seeker: JobSeeker) -> str:
    """One line for each degree or school, as the form of the interview asks for it."""
    lines = [f"{row.qualification}: {row}" for row in seeker.highereducations.all()]
    schools = (getattr(seeker, name, None) for name in ("hsc_education", "ssc_education"))
    return "\n".join([*lines, *(str(row) for row in schools if row)])[:5_000]


def _copy_of_resume(seeker: JobSeeker) -> _Resume:
    """A copy of the profile's résumé; none when it can't be read: then the interview asks for one."""
    if not seeker.resume:
        return _Resume()
    try:
        with seeker.resume.storage.open(seeker.resume.name, "rb") as file:
            data = file.read()
        document = read_resume(data)
        storage = Interview._meta.get_field("resume").storage
        stored = storage.save(f"interviews/resumes/{uuid.uuid4().hex}.{document.kind}", ContentFile(data))
    except (OSError, UnreadableDocument) as problem:
        log.warning("a job seeker's résumé was not taken along: %s", problem)
        return _Resume()
    findings = tuple({"kind": found.kind, "text": found.text[:500]} for found in document.findings)
    return _Resume(stored, f"resume.{document.kind}", document.text, findings)
