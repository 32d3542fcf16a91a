"""`manage.py loadpool`: the coding problems that come with the product, into the pool. Safe to repeat."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from assessments.services import pool


class Command(BaseCommand):
    """Loads what is new or changed."""

    help = "Load the pool of coding problems. Adds and renews what changed; copies in jobs stay as they are."

    def handle(self, *args: object, **options: object) -> None:
        """Load them and say what was done."""
        done = pool.load()
        self.stdout.write(
            f"Pool of coding problems: {len(done.added)} added, {len(done.updated)} renewed, "
            f"{len(done.unchanged)} unchanged."
        )
        for slug in done.kept:
            self.stdout.write(f"  {slug}: a problem of your own has this short name; ours was left out.")
