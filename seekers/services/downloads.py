"""Files made for a job seeker: all their data, or the profile as a printed résumé; offered for a week."""

from __future__ import annotations

import io
import logging
import tempfile
import uuid
from datetime import timedelta
from typing import IO

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from interviewer import background
from interviewer.errors import TooMany
from interviewer.journal import services as journal
from seekers import exporting, resume_pdf
from seekers.enums import DownloadKind, DownloadStatus
from seekers.models import Download, JobSeeker

log = logging.getLogger(__name__)

OFFERED = timedelta(days=7)
#: After so long without an end the task is taken for lost.
LOST = timedelta(minutes=5)
MOST_A_DAY = 20


def ask(*, seeker: JobSeeker, kind: DownloadKind) -> Download:
    """Have a file made. One that is being made already is not asked for twice. Raises TooMany."""
    rows = Download.objects.for_seeker(seeker)
    with transaction.atomic():
        JobSeeker.objects.select_for_update().get(pk=seeker.pk)
        under_way = rows.filter(kind=kind, status=DownloadStatus.MAKING).first()
        if under_way:
            return under_way
        if rows.filter(created_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
            raise TooMany(retry_after_seconds=3600)
        row = Download.objects.create(job_seeker=seeker, kind=kind)
        journal.record(actor=seeker.user, action="seeker.download_asked", subject=seeker, data={"kind": kind})
        _enqueue(row)
    return row


def again(*, row: Download) -> None:
    """Make one that failed once more."""
    moved = Download.objects.filter(pk=row.pk, status=DownloadStatus.FAILED)
    with transaction.atomic():
        if moved.update(status=DownloadStatus.MAKING, updated_at=timezone.now()):
            _enqueue(row)


def _enqueue(row: Download) -> None:
    from seekers import tasks

    background.enqueue(tasks.make_download, row.pk)


def make(*, download_id: int) -> None:
    """Write the file; doing nothing when it was made, or its owner is gone. A failure is kept for a retry."""
    row = (
        Download.objects.select_related("job_seeker__user", "job_seeker__current_city")
        .filter(pk=download_id, status=DownloadStatus.MAKING, job_seeker__deleted_at=None)
        .first()
    )
    if row is None:
        return
    try:
        with tempfile.TemporaryFile() as target:
            _write(row, target)
            size = target.tell()
            target.seek(0)
            ending = "zip" if row.kind == DownloadKind.DATA else "pdf"
            name = row.file.storage.save(f"seekers/downloads/{uuid.uuid4().hex}.{ending}", File(target))
    except Exception:
        log.exception("download %s could not be made", download_id)
        Download.objects.filter(pk=row.pk, status=DownloadStatus.MAKING).update(
            status=DownloadStatus.FAILED, updated_at=timezone.now()
        )
        return
    kept = Download.objects.filter(pk=row.pk, status=DownloadStatus.MAKING).update(
        status=DownloadStatus.READY,
        file=name,
        size=size,
        expires_at=timezone.now() + OFFERED,
        updated_at=timezone.now(),
    )
    if not kept:  # another worker was first, or the account was deleted meanwhile
        row.file.storage.delete(name)


def _write(row: Download, target: IO[bytes]) -> None:
    if row.kind == DownloadKind.DATA:
        exporting.write(row.job_seeker, target)
    else:
        target.write(io.BytesIO(resume_pdf.as_pdf(row.job_seeker, design=row.kind)).getbuffer())


@background.reconciler
def make_forgotten() -> int:
    """Ask again for downloads whose task was lost; returns how many."""
    from seekers import tasks

    waiting = Download.objects.filter(status=DownloadStatus.MAKING, updated_at__lt=timezone.now() - LOST)
    return background.ask_again(tasks.make_download, waiting.values_list("pk")[:20])


@background.reconciler
def drop_expired() -> int:
    """Delete files whose time is over; returns how many."""
    over = list(Download.objects.filter(expires_at__lt=timezone.now())[:100])
    for row in over:
        drop(row)
    return len(over)


def drop(row: Download) -> None:
    """Delete a download with its file."""
    name, storage = row.file.name, row.file.storage
    with transaction.atomic():
        row.delete()
        if name:
            transaction.on_commit(lambda: storage.delete(name))
