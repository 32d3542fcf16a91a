"""Keeping the job board in step with the jobs: called by whatever changes a job or a company, repaired by reconcile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from companies import listing
from companies.models import AiInterviewedJob, Company, Job, JobPosting
from companies.posting_text import posting_of
from companies.search import upkeep
from interviewer import background

BATCH = 500
#: A change this young is still being brought into step by whoever made it.
YOUNG = timedelta(minutes=1)
KINDS: dict[type[Model], str] = {Job: "job", AiInterviewedJob: "ai_job"}
_KEPT = {"id", "uid", "job", "ai_job", "listed_at"}
_WRITTEN = [field.name for field in JobPosting._meta.fields if field.name not in _KEPT]


def refresh(*, job: Job | AiInterviewedJob) -> None:
    """Bring one job into step: on the board as it is now if it is open, off it if not. Call it inside the
    transaction of the change: the board then shows the change when, and only when, it is made."""
    kind = AiInterviewedJob if isinstance(job, AiInterviewedJob) else Job
    refresh_many(kind=kind, keys=[job.pk])


def refresh_company(*, company: Company) -> None:
    """Bring every job of a company into step: after a new name, a suspension, a deletion, a restoration."""
    for kind in KINDS:
        keys = list(kind._default_manager.filter(company=company).values_list("pk", flat=True))
        refresh_many(kind=kind, keys=keys)


def refresh_many(*, kind: type[Model], keys: Iterable[int], listed_as_posted: bool = False) -> None:
    """Bring jobs of one kind into step. `listed_as_posted` is for a board that is made anew: nothing on it is news."""
    wanted = list(keys)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        with transaction.atomic():
            # Read anew: the caller's row may be older than what another change has made of it.
            jobs = list(listing.open_jobs(kind).filter(pk__in=part))
            _write([posting_of(one) for one in jobs], listed_as_posted)
            gone = set(part) - {one.pk for one in jobs}
            _take_down(JobPosting.objects.filter(**{f"{KINDS[kind]}__in": gone}))


def _write(rows: list[JobPosting], listed_as_posted: bool) -> None:
    if not rows:
        return
    if listed_as_posted:
        for row in rows:
            row.listed_at = row.posted_at
    JobPosting.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["uid"], update_fields=_WRITTEN, batch_size=100
    )
    keys = dict(JobPosting.objects.filter(uid__in=[row.uid for row in rows]).values_list("uid", "pk"))
    for row in rows:
        row.pk = keys[row.uid]
    upkeep.keep(rows)


def _take_down(postings: QuerySet) -> None:
    keys = list(postings.values_list("pk", flat=True))
    if keys:
        upkeep.forget(keys)
        JobPosting.objects.filter(pk__in=keys).delete()


@background.reconciler
def repair() -> int:
    """Find jobs that are not on the board as they are, and bring them into step. Returns how many there were."""
    found = 0
    for kind in KINDS:
        keys = out_of_step(kind)[:BATCH]
        refresh_many(kind=kind, keys=keys)
        found += len(keys)
    upkeep.forget_strays()
    return found


def out_of_step(kind: type[Model], *, young: timedelta = YOUNG) -> QuerySet:
    """Keys of jobs that are missing on the board, are older there than they are, or should not be there."""
    name = KINDS[kind]
    until = timezone.now() - young
    jobs = kind._default_manager.filter(updated_at__lt=until, company__updated_at__lt=until)
    shown = JobPosting.objects.filter(**{name: OuterRef("pk")})
    is_open = Q(pk__in=kind._default_manager.filter(listing.OPEN[kind]).values("pk"))
    missing = is_open & ~Exists(shown)
    left = ~is_open & Exists(shown)
    later = Q(posting__indexed_at__lt=F("updated_at")) | Q(posting__indexed_at__lt=F("company__updated_at"))
    return jobs.filter(missing | left | later).order_by("pk").values_list("pk", flat=True)


def rebuild() -> int:
    """Bring every job of both kinds into step, whatever the board says; returns how many are on it."""
    is_new = not JobPosting.objects.exists()
    for kind in KINDS:
        keys = kind._default_manager.order_by("pk").values_list("pk", flat=True)
        refresh_many(kind=kind, keys=keys, listed_as_posted=is_new)
    upkeep.forget_strays()
    return JobPosting.objects.count()
