"""The journal app."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Append-only facts."""

    name = "interviewer.journal"
    label = "journal"
    verbose_name = "Journal"
