"""Makes the job board anew from the jobs: after a restored backup, or a new version that finds by other words."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from companies.search import upkeep
from companies.services import postings


class Command(BaseCommand):
    """Safe to repeat, and while the product runs: each job is brought into step by itself."""

    help = "Bring every job into step with the job board."

    def handle(self, *args: object, **options: object) -> None:
        """Do it and say how many jobs are on the board."""
        if not upkeep.make_trigrams():
            self.stderr.write(
                "PostgreSQL's extension pg_trgm is not there, so that slips in the first letters of a word are not "
                "forgiven. A superuser can make it: CREATE EXTENSION pg_trgm; then run this command again."
            )
        self.stdout.write(f"{postings.rebuild()} jobs are on the job board.")
