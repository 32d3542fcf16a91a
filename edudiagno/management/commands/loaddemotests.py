"""`manage.py loaddemotests`: three skill tests and who took them; `loaddemo` calls it. Refused in production."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from edudiagno.demo import load
from edudiagno.demo.content import PEOPLE


class Command(BaseCommand):
    """Loads demo tests."""

    help = "Load demo data: three EduDiagno tests with attempts. Does nothing the second time."

    def add_arguments(self, parser: object) -> None:
        """The password of the job seekers who are made."""
        parser.add_argument("--password", required=True)

    def handle(self, *args: object, password: str, **options: object) -> None:
        """Load them and say who can sign in."""
        if not settings.DEMO:
            raise CommandError(
                "Demo accounts have known passwords. Set DEMO=on if you really want them here."
            )
        load.load(password=password)
        self.stdout.write(f"  {PEOPLE[0][1]:<32} job seeker, with tests at /me/tests/")
