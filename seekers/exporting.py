"""Everything about a job seeker in one archive: data.json, the profile as JSON Resume, the files."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from typing import IO

from django.core.files.base import File
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from companies.models import JobApplication
from seekers import contributions, queries
from seekers.json_resume import writing
from seekers.models import AgreementRecord, JobSeeker, ProfileReading

#: Fields of the row that are not the job seeker's data: keys, and what staff noted for themselves.
_OURS = frozenset({"id", "user", "staff_notes", "photo", "resume"})
BLOCK = 256 * 1024


def write(seeker: JobSeeker, target: IO[bytes]) -> None:
    """Write the archive into an open file."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        data, files = _gather(seeker)
        text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        archive.writestr("data.json", text)
        resume = writing.document(queries.profile_of(seeker))
        archive.writestr("resume.json", json.dumps(resume, ensure_ascii=False, indent=2))
        for name, file in files:
            _copy(archive, name, file)


def _gather(seeker: JobSeeker) -> tuple[dict[str, object], list[tuple[str, File]]]:
    user = seeker.user
    data: dict[str, object] = {
        "written_at": timezone.now(),
        "account": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "since": user.created_at,
        },
        "profile": {
            field.name: str(value) if field.is_relation and value else value
            for field in seeker._meta.concrete_fields
            if field.name not in _OURS
            for value in [getattr(seeker, field.name)]
        },
        "sections": queries.entries_of(seeker),
        "agreements": list(
            AgreementRecord.objects.for_seeker(seeker).values("kind", "is_given", "version", "at")
        ),
        "files_read": [{**row, "proposals": list(proposals)} for row, proposals in _readings(seeker)],
    }
    files = [
        (f"files/{label}.{_ending(file)}", file)
        for label, file in (("photo", seeker.photo), ("resume", seeker.resume))
        if file
    ]
    applications, sent = _applications(seeker)
    data["applications"], files = applications, files + sent
    for one in contributions.every():
        exported = one.export(seeker)
        data[one.key] = list(exported.rows)
        files += [(f"{one.key}/{name}", file) for name, file in (exported.files or {}).items()]
    return data, files


def _applications(seeker: JobSeeker) -> tuple[list[dict[str, object]], list[tuple[str, File]]]:
    rows = JobApplication.objects.for_seeker(seeker).select_related("job__company").order_by("pk")
    told = [
        {
            "company": row.job.company.name,
            "job": row.job.title,
            "status": row.status,
            "applied_at": row.applied_at,
            "profile_as_it_was": row.profile_snapshot,
        }
        for row in rows
    ]
    sent = [
        (f"applications/{row.uid}.{_ending(row.resume_snapshot)}", row.resume_snapshot)
        for row in rows
        if row.resume_snapshot
    ]
    return told, sent


def _ending(file: File) -> str:
    return str(file.name).rpartition(".")[2]


def _readings(seeker: JobSeeker) -> Iterable[tuple[dict[str, object], Iterable[object]]]:
    for row in ProfileReading.objects.for_seeker(seeker).prefetch_related("proposals"):
        told = {"file": row.file_name, "source": row.source, "status": row.status, "at": row.created_at}
        yield (
            told,
            [
                {"target": one.target, "values": one.values, "status": one.status}
                for one in row.proposals.all()
            ],
        )


def _copy(archive: zipfile.ZipFile, name: str, file: File) -> None:
    """A file block by block; one that the store has lost is named instead of breaking the archive."""
    try:
        stored = file.storage.open(file.name, "rb")
    except (FileNotFoundError, ValueError):
        archive.writestr(f"{name}.missing.txt", "The stored file is gone.\n")
        return
    with stored, archive.open(name, "w") as entry:
        while block := stored.read(BLOCK):
            entry.write(block)
