"""What changes a classic job: its text and its life."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies import rules
from companies.enums import WorkMode
from companies.models import Company, Job, Membership
from companies.services import postings
from interviewer.errors import Conflict
from interviewer.journal import services as journal


@dataclass(frozen=True)
class ClassicJobText:
    """What the job is. Salaries are monthly, in whole units of the currency."""

    title: str
    role: str = ""
    location: str = ""
    locality: str = ""
    work_mode: str = WorkMode.ON_SITE
    description: str = ""
    skills: list[str] = field(default_factory=list)
    qualification: str = ""
    degree: str = ""
    previous_industry: str = ""
    languages: list[str] = field(default_factory=list)
    min_experience_years: int | None = None
    max_experience_years: int | None = None
    currency: str = "INR"
    min_salary: int | None = None
    max_salary: int | None = None
    show_salary: bool = True
    benefits: str = ""

    @classmethod
    def of(cls, job: Job) -> ClassicJobText:
        """The text of a job."""
        return cls(**{one.name: getattr(job, one.name) for one in fields(cls)})


def create(*, actor: object, company: Company, text: ClassicJobText) -> Job:
    """Make a draft."""
    with transaction.atomic():
        job = Job.objects.create(company=company, posted_at=None, **asdict(text))
        journal.record(actor=actor, action="classic_job.created", subject=job)
    return job


@contextmanager
def held(job: Job) -> Iterator[Job]:
    """The job as it is now, under its lock: whoever compares and writes inside of it is not overtaken."""
    with transaction.atomic():
        yield Job.objects.select_for_update().get(pk=job.pk)


def edit(*, actor: object, job: Job, text: ClassicJobText) -> Job:
    """Set what the job is; raises Conflict when a posted job would lose what it needs."""
    changed = [name for name, value in asdict(text).items() if getattr(job, name) != value]
    if not changed:
        return job
    if job.posted_at and not text.description.strip():
        text_needed = _("The job is posted, so it needs a description.")
        raise Conflict(text_needed, fields={"description": text_needed})
    with transaction.atomic():
        for name in changed:
            setattr(job, name, getattr(text, name))
        job.save(update_fields=[*changed, "updated_at"])
        journal.record(
            actor=actor, action="classic_job.edited", subject=job, data={"fields": sorted(changed)}
        )
        postings.refresh(job=job)
        postings.refresh(job=job)
    return job


def post(*, actor: Membership, job: Job) -> Job:
    """Put a draft on the job board; raises Conflict with everything that keeps it off."""
    if missing := rules.why_not_post(actor, job):
        raise Conflict(" ".join(missing))
    return _move(actor.user, job, "posted", {"posted_at": None}, posted_at=timezone.now(), closed_at=None)


def close(*, actor: object, job: Job) -> Job:
    """Take no more applications; those that came stay. Raises Conflict when it is not open."""
    return _move(
        actor, job, "closed", {"posted_at__isnull": False, "closed_at": None}, closed_at=timezone.now()
    )


def reopen(*, actor: object, job: Job) -> Job:
    """Take applications again; the day of posting stays. Raises Conflict when it is not closed."""
    return _move(
        actor, job, "reopened", {"posted_at__isnull": False, "closed_at__isnull": False}, closed_at=None
    )


def delete(*, actor: object, job: Job) -> Job:
    """Hide the job and its applications; staff can restore it."""
    return _move(actor, job, "deleted", {}, deleted_at=timezone.now())


def duplicate(*, actor: object, job: Job) -> Job:
    """A draft with the same text."""
    text = asdict(ClassicJobText.of(job))
    title = _("%(title)s (copy)") % {"title": job.title[:140]}
    return create(actor=actor, company=job.company, text=ClassicJobText(**{**text, "title": title}))


def _move(actor: object, job: Job, what: str, condition: dict[str, object], **changes: object) -> Job:
    """Change a job that is as the condition says, in one statement: of two movers only one succeeds."""
    with transaction.atomic():
        rows = Job.objects.filter(pk=job.pk, deleted_at=None, **condition)
        if not rows.update(updated_at=timezone.now(), **changes):
            raise Conflict(_("Somebody changed the job meanwhile. Look at how it stands now."))
        journal.record(actor=actor, action=f"classic_job.{what}", subject=job)
        postings.refresh(job=job)
        postings.refresh(job=job)
    for name, value in changes.items():
        setattr(job, name, value)
    return job
