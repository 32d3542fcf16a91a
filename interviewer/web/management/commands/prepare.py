"""Brings the database and the static files up to this version: run before the product starts."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from interviewer import background


class Command(BaseCommand):
    """Tables, cache table, schedules of background work, pool of coding problems, places, static files."""

    help = "Bring the database and the static files up to this version. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Pool and places can be left for later: each takes some seconds the first time."""
        parser.add_argument("--no-pool", action="store_true", help="Do not load the pool of coding problems.")
        parser.add_argument(
            "--no-places", action="store_true", help="Do not load countries, states and cities."
        )

    def handle(self, *args: object, **options: object) -> None:
        """Do what is needed, saying only what changed."""
        verbosity = options["verbosity"]
        call_command("migrate", interactive=False, verbosity=0 if verbosity < 2 else verbosity)
        call_command("createcachetable", verbosity=0)
        background.ensure_schedules()
        if settings.ADMIN_EMAIL:
            call_command("ensure_admin", stdout=self.stdout)
        if not options["no_pool"]:
            call_command("loadpool", stdout=self.stdout)
        if not options["no_places"]:
            call_command("loadplaces", stdout=self.stdout)
        if not settings.DEBUG:  # in development static files are served from where they are written
            call_command("collectstatic", interactive=False, verbosity=verbosity)
        self.stdout.write(self.style.SUCCESS("Database and static files are up to date."))
