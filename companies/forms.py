"""Forms of companies: registration, profile, team."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import Role, SizeRange
from companies.models import Company
from companies.services.profiles import PICTURES
from companies.services.registration import NewCompany
from interviewer.accounts.forms import NewAccountForm
from interviewer.web.fields import TagsField, document, picture
from locations.fields import PlaceField


def clean_phone(number: str, region: str | None = None) -> str:
    """A number in international form; raises ValidationError when no country has such numbers.

    `region` (ISO code of a country) is where a number without country code is taken to be from.
    """
    if not number:
        return ""
    try:
        parsed = phonenumbers.parse(number, region)
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
    """What a company says about itself."""

    tags = TagsField(label=_("Tags"), required=False, max_items=20, help_text=_("With commas between them."))
    city = PlaceField(
        label=_("Place"),
        required=False,
        phone_for="phone",
        help_text=_("City, state and country, for example Pune, Maharashtra, India."),
    )
    logo = picture(label=_("Logo"), required=False, help_text=_("PNG, JPEG or WebP, up to 2 MB."))
    remove_logo = forms.BooleanField(label=_("Remove the logo"), required=False)
    banner = picture(label=_("Banner"), required=False, help_text=_("Wide, at the top of your public page."))
    remove_banner = forms.BooleanField(label=_("Remove the banner"), required=False)
    about_poster = picture(label=_("Picture beside the text"), required=False)
    remove_about_poster = forms.BooleanField(label=_("Remove the picture"), required=False)

    class Meta:
        model = Company
        fields = (
            "name email phone website industry size_range foundation_year city address "
            "postal_code tagline tags about logo banner about_poster"
        ).split()
        widgets = {
            "about": forms.Textarea(attrs={"rows": 8}),
            "phone": forms.TextInput(attrs={"type": "tel"}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in PICTURES:
            if not getattr(self.instance, name):
                del self.fields[f"remove_{name}"]

    def clean_foundation_year(self) -> int | None:
        """Not in the future."""
        year = self.cleaned_data["foundation_year"]
        if year and year > timezone.now().year:
            raise ValidationError(_("This year has not come yet."))
        return year

    def clean(self) -> dict[str, object]:
        """The phone number with its country code; without one it is a number of the place's country."""
        values = super().clean() or {}
        city = values.get("city")
        try:
            values["phone"] = clean_phone(values.get("phone", ""), city.state.country.iso2 if city else None)
        except ValidationError as problem:
            self.add_error("phone", problem)
        return values

    @property
    def changes(self) -> dict[str, object]:
        """The fields to set; a picture only when a new one was chosen or the old one is to go."""
        values = {
            name: value
            for name, value in self.cleaned_data.items()
            if not name.startswith("remove_") and (name not in PICTURES or name in self.files)
        }
        removed = {name: "" for name in PICTURES if self.cleaned_data.get(f"remove_{name}")}
        phone = phonenumbers.parse(values["phone"]) if values["phone"] else None
        code = f"+{phone.country_code}" if phone else ""
        return {"phone_country_code": code, **removed, **values}

    def show_conflict(self, lost: Iterable[str], stored: Company) -> None:
        """Beside each field that somebody else saved: what they saved. What was typed stays in the field."""
        for name in set(lost) & set(self.fields):
            value = self.fields[name].prepare_value(getattr(stored, name))
            choices = dict(getattr(self.fields[name], "choices", ()))
            shown = _("a new picture") if name in PICTURES and value else choices.get(value, value)
            text = shorten(str(shown or ""), 300, placeholder="…") or _("nothing")
            self.add_error(name, _("Somebody saved this meanwhile: “%(text)s”.") % {"text": text})
        self.add_error(
            None,
            _(
                "Somebody else saved the profile after you opened it, and nothing was changed now. Saving once "
                "more puts your text in place; choose pictures again."
            ),
        )


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


class InviteForm(forms.Form):
    """Somebody who is to join the team."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.RECRUITER)


class RoleForm(forms.Form):
    """A member's role."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class JoinForm(NewAccountForm):
    """An account for somebody who was invited; its address is the invited one."""

    def __init__(self, *args: object, email: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.invited_email = email
        del self.fields["email"]

    def clean(self) -> dict[str, object]:
        """With the invited address, which the password must not be like."""
        self.cleaned_data["email"] = self.invited_email
        return super().clean()
