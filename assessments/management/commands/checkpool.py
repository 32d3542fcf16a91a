"""`manage.py checkpool`: proves the problems of the pool in the real judge."""

from __future__ import annotations

from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import BaseCommand, CommandError

from assessments.pool import proof
from assessments.pool.packages import PROBLEMS, Package, read, read_all
from interviewer.integrations.judge import get_judge

#: The answers of one problem are computed while another is judged.
AT_ONCE = 2


class Command(BaseCommand):
    """Checks all problems, or those named."""

    help = (
        "Check problems of the pool: complete, solved by both solutions, and not solved by the wrong program."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Slugs of problems."""
        parser.add_argument("slugs", nargs="*", help="Problems to check; all of them when none is named.")

    def handle(self, *args: object, **options: object) -> None:
        """Check, and fail when a problem has a fault."""
        slugs: list[str] = options["slugs"]
        unknown = [slug for slug in slugs if not (PROBLEMS / slug / "problem.yaml").is_file()]
        if unknown:
            raise CommandError(f"No such problem: {', '.join(unknown)}.")
        if not (state := get_judge().health()).ready:
            raise CommandError(f"The judge is not ready. {state.reason} {state.remedy}")
        packages = [read(PROBLEMS / slug) for slug in slugs] or list(read_all())
        with ThreadPoolExecutor(AT_ONCE) as threads:
            found = dict(zip(packages, threads.map(_faults, packages), strict=True))
        for package, faults in found.items():
            for fault in faults:
                self.stdout.write(self.style.ERROR(f"{package.slug}: {fault}"))
        bad = sum(bool(faults) for faults in found.values())
        if bad:
            raise CommandError(f"{bad} of {len(found)} problems have faults.")
        cases = sum(len(package.cases) for package in found)
        self.stdout.write(self.style.SUCCESS(f"{len(found)} problems with {cases} cases are right."))


def _faults(package: Package) -> list[str]:
    return list(proof.faults(package)) or list(proof.judged_faults(package, get_judge()))
