"""Adding, changing, ordering and removing the entries of a profile's sections."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from interviewer.db import ordering
from interviewer.errors import Conflict
from seekers.models import JobSeeker, ProfileSection
from seekers.sections import Section


def add(*, seeker: JobSeeker, section: Section, values: Mapping[str, object]) -> ProfileSection:
    """Add an entry as the last of its section. Raises Conflict when the section is full."""
    rows = section.model.objects.for_seeker(seeker)
    kept = {name: values[name] for name in section.fields if name in values}
    try:
        with transaction.atomic():
            # The job seeker's row is the lock: two browsers adding at once must not pass the limit together.
            JobSeeker.objects.select_for_update().get(pk=seeker.pk)
            if rows.count() >= section.most:
                raise Conflict(_("This part of the profile is full. Change or remove an entry instead."))
            return section.model.objects.create(job_seeker=seeker, order=ordering.next_place(rows), **kept)
    except IntegrityError as problem:
        raise Conflict(_("The entry was not kept, because something else changed meanwhile.")) from problem


def change(*, row: ProfileSection, section: Section, values: Mapping[str, object]) -> None:
    """Change an entry."""
    for name in section.fields:
        if name in values:
            setattr(row, name, values[name])
    row.save(update_fields=[*section.fields, "updated_at"])


def remove(*, row: ProfileSection) -> None:
    """Remove an entry."""
    row.delete()


def move(*, row: ProfileSection, up: bool) -> None:
    """Move an entry one place; at the end nothing happens."""
    ordering.move(row, type(row).objects.for_seeker(row.job_seeker), up=up)
