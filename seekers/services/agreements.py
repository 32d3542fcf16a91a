"""Writing down what a job seeker agreed to or took back."""

from __future__ import annotations

from seekers.enums import Agreement
from seekers.models import AgreementRecord, JobSeeker

#: The version of the terms of use that registration shows.
TERMS_VERSION = "1"


def record(*, seeker: JobSeeker, kind: Agreement, is_given: bool, version: str = "") -> AgreementRecord:
    """Add a line to the history of agreements."""
    return AgreementRecord.objects.create(job_seeker=seeker, kind=kind, is_given=is_given, version=version)
