"""What an owner types about keys and webhooks of the company's programs."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from companies.enums import Scope
from companies.webhook_events import EVENTS


class ApiKeyForm(forms.Form):
    """A key for the API: where it is used, what it may do, until when."""

    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("Where the key is used."))
    scopes = forms.MultipleChoiceField(
        label=_("It may"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what the key may do.")},
    )
    days = forms.IntegerField(
        label=_("Good for (days)"),
        min_value=1,
        max_value=730,
        required=False,
        help_text=_("Empty: without end."),
    )


class WebhookForm(forms.Form):
    """Where events are sent, and which."""

    url = forms.URLField(label=_("Address"), max_length=500, assume_scheme="https")
    events = forms.MultipleChoiceField(
        label=_("Events"),
        choices=[(name, name) for name in EVENTS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: all of them."),
    )
