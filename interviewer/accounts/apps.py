"""The accounts app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The one user model, staff, and one-time codes."""

    name = "interviewer.accounts"
    label = "accounts"
    verbose_name = "Accounts"
