"""Loading the problems that come with the product into the pool."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from assessments.models import DSAPoolQuestion, DSAPoolTestCase
from assessments.pool.packages import PROBLEMS, Package, read_all


@dataclass
class Loaded:
    """Slugs by what was done. `kept` are problems of somebody else under a slug of ours: they stay."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def load(*, folder: Path = PROBLEMS) -> Loaded:
    """Add new problems and renew those whose content changed; copies in jobs stay as they are.

    A problem is compared by the hash of its sources, so that nothing is computed when nothing changed. What staff
    decided (deleted, not approved, the place in the order) is kept; a text that staff edited is replaced only when
    the product brings a new version of it. Raises BadPackage.
    """
    hashes = dict(DSAPoolQuestion.objects.values_list("slug", "content_hash"))
    done = Loaded()
    for package in read_all(folder):
        present = hashes.get(package.slug)
        if present == package.content_hash:
            done.unchanged.append(package.slug)
        elif present == "":
            done.kept.append(package.slug)
        elif _write(package):
            done.added.append(package.slug)
        else:
            done.updated.append(package.slug)
    return done


def _write(package: Package) -> bool:
    """Whether the problem is new."""
    cases = package.cases  # computed before the transaction begins, which should be short
    with transaction.atomic():
        row, is_new = DSAPoolQuestion.objects.update_or_create(
            slug=package.slug,
            defaults={
                "title": package.title,
                "topic": package.topic,
                "difficulty": package.difficulty,
                "minutes": package.minutes,
                "description": package.statement,
                "seconds_limit": package.seconds_limit,
                "memory_mib": package.memory_mib,
                "checker": package.checker,
                "content_hash": package.content_hash,
            },
        )
        row.cases.all().delete()
        DSAPoolTestCase.objects.bulk_create(
            DSAPoolTestCase(
                question=row,
                input=case.input,
                expected_output=case.expected_output,
                is_sample=case.is_sample,
                order=order,
            )
            for order, case in enumerate(cases)
        )
    return is_new
