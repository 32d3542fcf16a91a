"""What changes an AI-interviewed job: its details, its interview, its life."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from companies.enums import EmploymentType, JobStatus, QuizTiming, WorkMode
from companies.lifecycles import JOB
from companies.models import AiInterviewedJob, Company, Membership
from companies.services import postings
from interviewer.errors import Conflict
from interviewer.journal import services as journal
from interviews import job_rules, readiness
from interviews.queries.jobs import facts


@dataclass(frozen=True)
class JobDetails:
    """What the job is. Salaries are yearly, in whole units of the currency."""

    title: str
    description: str = ""
    requirements: str = ""
    benefits: str = ""
    department: str = ""
    city: str = ""
    work_mode: str = WorkMode.ON_SITE
    employment_type: str = EmploymentType.FULL_TIME
    duration_months: int | None = None
    key_qualification: str = ""
    skills: list[str] = field(default_factory=list)
    min_experience_years: int | None = None
    max_experience_years: int | None = None
    currency: str = "INR"
    min_salary: int | None = None
    max_salary: int | None = None
    show_salary: bool = True


@dataclass(frozen=True)
class InterviewSetup:
    """How its candidates are interviewed. Whoever has begun keeps the setup of their beginning."""

    has_match: bool = True
    match_threshold: int | None = None
    has_quiz: bool = False
    quiz_timing: str = QuizTiming.WHOLE_TEST
    quiz_minutes: int = 15
    quiz_weight: int = 20
    has_coding: bool = False
    coding_minutes: int = 45
    coding_languages: list[str] = field(default_factory=list)
    coding_weight: int = 30
    has_conversation: bool = True
    question_count: int = 4
    max_follow_ups: int = 1
    has_warm_up: bool = True
    takes_questions: bool = True
    answer_seconds: int = 180
    allow_rerecord: bool = True
    uses_camera: bool = True
    allow_text_only: bool = True
    conversation_weight: int = 50
    interview_language: str = "en"
    offered_languages: list[str] = field(default_factory=list)
    share_feedback: bool = True
    public_link_open: bool = True
    invitation_days: int = 14
    sends_reminders: bool = True
    retention_days: int = 180


def create(*, actor: object, company: Company, details: JobDetails) -> AiInterviewedJob:
    """Make a draft."""
    with transaction.atomic():
        job = AiInterviewedJob.objects.create(company=company, **asdict(details))
        journal.record(actor=actor, action="job.created", subject=job)
    return job


@contextmanager
def kept_ready(job: AiInterviewedJob) -> Iterator[None]:
    """A change that leaves a published job as complete as it was: else it is undone, and Conflict says what
    would lack. Every change of a job, its questions, problems and rubric is made inside of it."""
    with transaction.atomic():
        fresh = AiInterviewedJob.objects.select_for_update().get(pk=job.pk)
        lacked = set(readiness.blockers(facts(fresh))) if fresh.status == JobStatus.ACTIVE else None
        yield
        if lacked is None:
            return
        fresh.refresh_from_db()
        missing = [finding for finding in readiness.blockers(facts(fresh)) if finding not in lacked]
        if missing:
            text = _(
                "The job is open to candidates, so this was not changed. %(why)s Or close the job first."
            )
            raise Conflict(text % {"why": " ".join(finding.text for finding in missing)})


def edit(*, actor: object, job: AiInterviewedJob, changes: JobDetails | InterviewSetup) -> AiInterviewedJob:
    """Set a section of the job. Raises Conflict when a published job would become incomplete."""
    values = {name: value for name, value in asdict(changes).items() if getattr(job, name) != value}
    if not values:
        return job
    old = {name: getattr(job, name) for name in values}
    try:
        with kept_ready(job):
            for name, value in values.items():
                setattr(job, name, value)
            job.save(update_fields=[*values, "updated_at"])
            journal.record(actor=actor, action="job.edited", subject=job, data={"fields": sorted(values)})
            postings.refresh(job=job)
    except Conflict:
        for name, value in old.items():
            setattr(job, name, value)
        raise
    return job


def publish(*, actor: Membership, job: AiInterviewedJob) -> AiInterviewedJob:
    """Open the job to candidates, for the first time or again. Raises Conflict with everything that lacks."""
    missing = job_rules.why_not_publish(actor, job)
    if missing:
        raise Conflict(" ".join(missing))
    # Opening again keeps the day of the first publication.
    first = {"published_at": job.published_at} if job.published_at else {}
    with transaction.atomic():
        JOB.move(job, JobStatus.ACTIVE, actor=actor.user, closed_at=None, **first)
        postings.refresh(job=job)
    return job


def close(*, actor: object, job: AiInterviewedJob) -> AiInterviewedJob:
    """Take in nobody new; whoever has begun may finish."""
    with transaction.atomic():
        JOB.move(job, JobStatus.CLOSED, actor=actor)
        postings.refresh(job=job)
    return job
