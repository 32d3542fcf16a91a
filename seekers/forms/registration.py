"""Registering as a job seeker."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from interviewer.accounts.forms import NewAccountForm


class NewProfileForm(forms.Form):
    """A profile for somebody who has an account."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    accept_terms = forms.BooleanField(label=_("I accept the terms of use."))


class RegistrationForm(NewAccountForm, NewProfileForm):
    """A profile together with its account."""

    field_order = ["name", "email", "password"]
