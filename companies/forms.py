"""Forms of companies: registration and profile."""

from __future__ import annotations

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from companies.enums import Scope, SizeRange
from companies.models import Company
from companies.services.registration import NewCompany
from companies.webhook_events import EVENTS
from interviewer.accounts.forms import NewAccountForm
from interviewer.web.fields import TagsField, document, picture
from locations.models import City, Country, State


def clean_phone(number: str) -> str:
    """A number in international form; raises ValidationError when no country has such numbers."""
    if not number:
        return ""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        raise ValidationError(
            _("Please enter the number with its country code, for example +91 98765 43210.")
        )
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class NewCompanyForm(forms.Form):
    """A company, for somebody who is signed in and belongs to none."""

    company_name = forms.CharField(label=_("Company"), max_length=150)
    phone = forms.CharField(
        label=_("Phone"), max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    industry = forms.CharField(label=_("Industry"), max_length=100, required=False)
    size_range = forms.ChoiceField(
        label=_("People"), required=False, choices=[("", _("choose")), *SizeRange.choices]
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    accept_terms = forms.BooleanField(label=_("I accept the terms of use."))

    def clean_phone(self) -> str:
        """With its country code."""
        return clean_phone(self.cleaned_data["phone"])

    @property
    def company(self) -> NewCompany:
        """What was entered about the company."""
        names = ("phone", "industry", "size_range", "website")
        return NewCompany(
            name=self.cleaned_data["company_name"], **{name: self.cleaned_data[name] for name in names}
        )


class RegistrationForm(NewCompanyForm, NewAccountForm):
    """A company together with the account of its first owner."""

    field_order = ["company_name", "name", "email", "password"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Work e-mail")


class ProfileForm(forms.ModelForm):
    """What a company says about itself. States are those of the chosen country, cities those of the state."""

    tags = TagsField(label=_("Tags"), required=False, max_items=20, help_text=_("With commas between them."))
    logo = picture(label=_("Logo"), required=False, help_text=_("PNG, JPEG or WebP, up to 2 MB."))
    remove_logo = forms.BooleanField(label=_("Remove the logo"), required=False)
    banner = picture(label=_("Banner"), required=False)
    about_poster = picture(label=_("Picture beside the text"), required=False)

    class Meta:
        model = Company
        fields = (
            "name email phone website industry size_range foundation_year country state city address "
            "postal_code tagline tags about logo banner about_poster"
        ).split()
        widgets = {
            "about": forms.Textarea(attrs={"rows": 8}),
            "phone": forms.TextInput(attrs={"type": "tel"}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].queryset = self._within(State.objects.all(), "country")
        self.fields["city"].queryset = self._within(City.objects.all(), "state")
        if not Country.objects.exists():  # the places were not loaded
            for name in ("country", "state", "city"):
                del self.fields[name]
        if not self.instance.logo:
            del self.fields["remove_logo"]

    def _within(self, rows: QuerySet, parent: str) -> QuerySet:
        """The places of the parent that is chosen now, or of the one that is kept."""
        chosen = str(self.data.get(parent) or "") if self.is_bound else getattr(self.instance, f"{parent}_id")
        is_id = isinstance(chosen, int) or (isinstance(chosen, str) and chosen.isdecimal())
        return rows.filter(**{f"{parent}_id": chosen}) if is_id else rows.none()

    def clean_phone(self) -> str:
        """With its country code."""
        return clean_phone(self.cleaned_data["phone"])

    @property
    def changes(self) -> dict[str, object]:
        """The fields to set; a picture only when a new one was chosen or the old one is to go."""
        pictures = ("logo", "banner", "about_poster")
        values = {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "remove_logo" and (name not in pictures or name in self.files)
        }
        if self.cleaned_data.get("remove_logo") and "logo" not in values:
            values["logo"] = ""
        return values


class IdentityForm(forms.ModelForm):
    """A document that proves who the company is."""

    identity_document = document(
        label=_("Document"), help_text=_("PDF, PNG or JPEG, up to 5 MB. Only our staff see it.")
    )

    class Meta:
        model = Company
        fields = ["identity_document_type", "identity_document"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["identity_document_type"].required = True


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
