"""Applying to classic jobs: with the profile and a copy of the résumé of that moment, once for each job."""

from __future__ import annotations

import logging
import uuid

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies import rules
from companies.enums import ApplicationStatus
from companies.lifecycles import APPLICATION
from companies.models import Job, JobApplication
from companies.services import letters
from interviewer.errors import Conflict, Gone, StorageFull
from interviewer.journal import services as journal
from seekers.models import JobSeeker
from seekers.queries import profile_of

log = logging.getLogger(__name__)


def application_to(seeker: JobSeeker, job: Job) -> JobApplication | None:
    """The job seeker's application to a job, if there is one that was not withdrawn."""
    rows = JobApplication.objects.for_seeker(seeker).exclude(status=ApplicationStatus.WITHDRAWN)
    return rows.filter(job=job).first()


def apply(*, seeker: JobSeeker, job: Job) -> JobApplication:
    """Send in the profile as it is now. Who withdrew may apply once more.

    Raises Gone when the job takes nobody, Conflict when there is an application already, StorageFull when the
    résumé could not be copied.
    """
    profile = profile_of(seeker).as_dict()
    kept = _copy_of_resume(seeker)
    try:
        with transaction.atomic():
            # Under the job's lock, which closing waits for: nobody applies to a job that was just closed.
            job = Job.objects.select_for_update(of=("self",)).select_related("company").get(pk=job.pk)
            if reason := rules.why_not_apply(job):
                raise Gone(reason)
            application = _make(seeker, job, profile, kept)
            letters.acknowledge(application=application)
    except Exception as problem:
        _drop(kept)
        if isinstance(problem, IntegrityError):  # the same click twice at once
            raise Conflict(_("You have applied for this job already.")) from problem
        raise
    return application


def _make(seeker: JobSeeker, job: Job, profile: dict[str, object], kept: str) -> JobApplication:
    known = JobApplication.objects.for_seeker(seeker).filter(job=job).first()
    sent = {"profile_snapshot": profile, "resume_snapshot": kept, "applied_at": timezone.now()}
    if known is None:
        row = JobApplication.objects.create(job_seeker=seeker, job=job, **sent)
        journal.record(actor=seeker.user, action="application.applied", subject=row)
        return row
    if known.status != ApplicationStatus.WITHDRAWN:
        raise Conflict(_("You have applied for this job already."))
    old = known.resume_snapshot.name
    known.job, known.job_seeker = job, seeker
    APPLICATION.move(known, ApplicationStatus.APPLIED, actor=seeker.user, **sent)
    transaction.on_commit(lambda: _drop(old))
    return known


def _copy_of_resume(seeker: JobSeeker) -> str:
    """The name of a copy of the résumé that later changes of the profile do not touch; empty without one."""
    if not seeker.resume:
        return ""
    ending = seeker.resume.name.rpartition(".")[2].lower()
    storage = JobApplication._meta.get_field("resume_snapshot").storage
    try:
        with seeker.resume.storage.open(seeker.resume.name, "rb") as file:
            data = ContentFile(file.read())
        return storage.save(f"applications/resumes/{uuid.uuid4().hex}.{ending}", data)
    except OSError as problem:
        raise StorageFull(
            _(
                "Your résumé could not be sent along just now. Nothing is lost; please try again in a few minutes."
            )
        ) from problem


def _drop(name: str) -> None:
    """A copy that belongs to no application is not kept. One that cannot be deleted now stops nobody."""
    if not name:
        return
    try:
        JobApplication._meta.get_field("resume_snapshot").storage.delete(name)
    except OSError:
        log.warning("a copied résumé could not be deleted: %s", name)


def withdraw(*, application: JobApplication) -> JobApplication:
    """Take an application back. Raises Conflict when it is decided or withdrawn already."""
    if not APPLICATION.can(application, ApplicationStatus.WITHDRAWN):
        raise Conflict(_("This application is decided or withdrawn already."))
    APPLICATION.move(application, ApplicationStatus.WITHDRAWN, actor=application.job_seeker.user)
    return application
