"""`manage.py loaddemo`: two companies and thirty interviews to look at. Safe to repeat; refused in production."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from interviews.demo.build_applications import SEEKERS
from interviews.demo.build_jobs import STAFF_EMAIL
from interviews.demo.load import is_loaded, load
from interviews.demo.people import COMPANIES, PASSWORD
from interviews.demo.seekers import PROFILES
from interviews.models import Interview


class Command(BaseCommand):
    """Loads demo data."""

    help = "Load demo data: two companies, people, jobs, thirty interviews. Does nothing the second time."

    def handle(self, *args: object, **options: object) -> None:
        """Load it and say who can sign in."""
        if not settings.DEMO:
            raise CommandError(
                "Demo accounts have known passwords. Set DEMO=on if you really want them here."
            )
        if is_loaded():
            self.stdout.write("Demo data is loaded.")
        else:
            self.stdout.write(
                "Loading demo data: thirty interviews are matched, judged and scored. A minute…"
            )
            self.stdout.write(f"{load()} interviews loaded.")
        self._accounts()

    def _accounts(self) -> None:
        self.stdout.write(f"\nDemo accounts, all with the password {PASSWORD}")
        for company in COMPANIES:
            for member in company.members:
                self.stdout.write(f"  {member.email:<32} {member.role.label} of {company.name}")
        for email, *_rest in PROFILES:
            self.stdout.write(f"  {email:<32} job seeker, at /me/profile/")
        self.stdout.write(f"  {SEEKERS[0].email:<32} job seeker, at /me/applications/")
        self.stdout.write(f"  {STAFF_EMAIL:<32} staff, at /admin/")
        call_command("loaddemotests", password=PASSWORD, stdout=self.stdout)
        waiting = Interview.objects.filter(status="invited", source="invitation").order_by("pk").first()
        if waiting:
            self.stdout.write(f"A candidate's link: {settings.SITE_URL}/i/{waiting.link_token}/")
