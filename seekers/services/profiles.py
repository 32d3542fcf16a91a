"""Changing what stands in the job seeker's own row: fields, photo, résumé."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from interviewer.errors import DomainError, Invalid, StorageFull, TooLarge, WrongType
from interviewer.integrations.documents.reading import ResumeDocument, UnreadableDocument, read_resume
from seekers import photos
from seekers.blocks import BLOCKS
from seekers.enums import Agreement
from seekers.models import JobSeeker
from seekers.services import agreements

log = logging.getLogger(__name__)

EDITABLE = frozenset(name for block in BLOCKS.values() for name in block.fields)
_AGREED = {"wants_updates": Agreement.UPDATES, "shows_score": Agreement.SCORE}
_ERRORS: dict[str, type[DomainError]] = {"too_large": TooLarge, "wrong_type": WrongType}


def change(*, seeker: JobSeeker, values: Mapping[str, object]) -> None:
    """Change fields of the profile. A new number is unproven; agreements go into their history."""
    kept = {name: value for name, value in values.items() if name in EDITABLE}
    with transaction.atomic():
        before = JobSeeker.objects.select_for_update().get(pk=seeker.pk)
        for name, kind in _AGREED.items():
            if name in kept and bool(kept[name]) != getattr(before, name):
                agreements.record(seeker=seeker, kind=kind, is_given=bool(kept[name]))
        for name, value in kept.items():
            setattr(seeker, name, value)
        fields = [*kept, "updated_at"]
        if seeker.whole_phone != before.whole_phone:
            seeker.phone_verified_at = None
            fields.append("phone_verified_at")
        seeker.save(update_fields=fields)


def set_photo(*, seeker: JobSeeker, data: bytes) -> None:
    """Keep a photo, drawn anew. Raises Invalid when it is no picture that can be drawn."""
    _keep(seeker, "photo", photos.redraw(data), f"{uuid.uuid4().hex}.jpg")


def set_resume(*, seeker: JobSeeker, data: bytes, name: str) -> ResumeDocument:
    """Keep a résumé and return what was read. Raises Invalid, TooLarge or WrongType with what to do;
    what was uploaded before stays."""
    document = read_document(data)
    # The stored name is ours: a file name from outside is text to show, never a path.
    _keep(seeker, "resume", data, f"{uuid.uuid4().hex}.{document.kind}", resume_name=name[:200])
    return document


def read_document(data: bytes) -> ResumeDocument:
    """The text of a résumé; raises Invalid, TooLarge or WrongType with what to do."""
    try:
        return read_resume(data)
    except UnreadableDocument as problem:
        kind = _ERRORS.get(problem.code, Invalid)
        raise kind(str(problem.message), fields={"resume": str(problem.message)}) from problem


def remove_file(*, seeker: JobSeeker, field: str) -> None:
    """Take the photo or the résumé away."""
    old = getattr(seeker, field).name
    setattr(seeker, field, "")
    fields = [field, "updated_at"]
    if field == "resume":
        seeker.resume_name = ""
        fields.append("resume_name")
    with transaction.atomic():
        seeker.save(update_fields=fields)
        _drop_later(seeker, field, old)


def _keep(seeker: JobSeeker, field: str, data: bytes, name: str, **more: object) -> None:
    file = getattr(seeker, field)
    old = file.name
    try:
        stored = file.storage.save(file.field.generate_filename(seeker, name), ContentFile(data))
    except OSError as problem:
        message = _("The file could not be stored just now. Please try again in a few minutes.")
        raise StorageFull(message, fields={field: message}) from problem
    with transaction.atomic():
        for key, value in {field: stored, **more}.items():
            setattr(seeker, key, value)
        seeker.save(update_fields=[field, *more, "updated_at"])
        _drop_later(seeker, field, old)


def _drop_later(seeker: JobSeeker, field: str, name: str) -> None:
    """A file that was replaced is not kept; one that cannot be deleted now does not stop its owner."""
    storage = getattr(seeker, field).storage

    def drop() -> None:
        try:
            storage.delete(name)
        except OSError:
            log.warning("a replaced file could not be deleted: %s", name)

    if name:
        transaction.on_commit(drop)
