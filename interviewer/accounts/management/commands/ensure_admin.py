"""Makes the first superuser from ADMIN_EMAIL and ADMIN_PASSWORD; there is no default password."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from interviewer.accounts.services import users


class Command(BaseCommand):
    """Safe to repeat: an account that is there is left as it is."""

    help = "Make the first superuser from ADMIN_EMAIL and ADMIN_PASSWORD, if nobody has that address."

    def handle(self, *args: object, **options: object) -> None:
        """Make it, and say so; refuse a password that is too weak."""
        if not (settings.ADMIN_EMAIL and settings.ADMIN_PASSWORD):
            raise CommandError("Set ADMIN_EMAIL and ADMIN_PASSWORD.")
        try:
            user = users.ensure_admin(email=settings.ADMIN_EMAIL, password=settings.ADMIN_PASSWORD)
        except ValidationError as problem:
            raise CommandError(f"ADMIN_EMAIL or ADMIN_PASSWORD: {' '.join(problem.messages)}") from problem
        made = f"{settings.ADMIN_EMAIL} may use /admin/ now." if user else "The first superuser is there."
        self.stdout.write(made)
