"""That a candidate opened their invitation: written down once, so that nobody is reminded of what they read."""

from __future__ import annotations

from django.utils import timezone

from interviews.models import Interview


def opened(*, interview: Interview) -> None:
    """Remember the first time that the link was opened."""
    if interview.opened_at is None:
        Interview.objects.filter(pk=interview.pk, opened_at=None).update(opened_at=timezone.now())
