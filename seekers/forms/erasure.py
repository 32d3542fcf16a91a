"""Asks before an account is deleted."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from interviewer.accounts.forms import PasswordAgainForm


class EraseForm(PasswordAgainForm):
    """The password, and a word that it is meant."""

    is_meant = forms.BooleanField(label=_("I understand that this can't be undone."))
