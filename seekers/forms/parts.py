"""Form fields that sections and blocks of a profile share: months, lists, web addresses, phone numbers."""

from __future__ import annotations

import phonenumbers
from django import forms
from django.core.validators import URLValidator
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviewer.web.fields import TagsField
from locations.fields import PlaceField

#: Words for labels that the models' own names are too short for.
LABELS = {
    "start_month": gettext_lazy("From month"),
    "start_year": gettext_lazy("From year"),
    "end_month": gettext_lazy("To month"),
    "end_year": gettext_lazy("To year"),
    "is_current": gettext_lazy("Until now"),
    "expires": gettext_lazy("It expires"),
    "wants_jobs": gettext_lazy("I look for jobs"),
    "wants_internships": gettext_lazy("I look for internships"),
    "shows_score": gettext_lazy("Recruiters may see my EduDiagno score"),
    "wants_updates": gettext_lazy("Send me news of the product by e-mail"),
    "higher_education": gettext_lazy("College it belonged to"),
}
HELPS = {
    "skills": gettext_lazy("With commas between them."),
    "key_skills": gettext_lazy("With commas between them, at most 60."),
    "languages": gettext_lazy("With commas between them: English (fluent), Hindi (native)."),
    "url": gettext_lazy("Where it can be seen: https://…"),
    "end_year": gettext_lazy("Empty while it goes on."),
}


class WebAddressField(forms.URLField):
    """An address that a browser opens: http or https, nothing that runs or reads files."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"assume_scheme": "https", "max_length": 200, **kwargs})  # type: ignore[arg-type]


class MonthField(forms.TypedChoiceField):
    """A month by its name; empty is None."""

    def __init__(self, **kwargs: object) -> None:
        choices = [("", gettext_lazy("Month")), *MONTHS.items()]
        super().__init__(choices=choices, coerce=int, empty_value=None, **kwargs)  # type: ignore[arg-type]


def field_for(field: models.Field, **kwargs: object) -> forms.Field | None:
    """The form field of a model field, in the manner of the profile."""
    options = {
        "required": not field.blank and not isinstance(field, models.BooleanField),
        "label": LABELS.get(field.name, field.verbose_name[:1].upper() + field.verbose_name[1:]),
        "help_text": HELPS.get(field.name, "") if field.name != "end_year" or _may_go_on(field) else "",
    }
    if field.name.endswith("_city"):
        return PlaceField(**options)
    if field.name.endswith("_month"):
        return MonthField(**options)
    if isinstance(field, models.JSONField):
        most = 60 if field.name == "key_skills" else 30
        return TagsField(max_items=most, widget=forms.Textarea(attrs={"rows": 2}), **options)
    if isinstance(field, models.URLField):
        return WebAddressField(**options)
    if isinstance(field, models.DateField):
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)
    if isinstance(field, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 5})
    return field.formfield(**{**options, **kwargs})


def _may_go_on(field: models.Field) -> bool:
    return not hasattr(field.model, "is_current")


def calling_codes() -> list[tuple[str, str]]:
    """Every country's calling code, as it is typed before a number."""
    return [(f"+{code}", f"+{code}") for code in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)]


def split_phone(code: str, typed: str) -> tuple[str, str]:
    """A number of any country as (calling code, national number); a typed code wins. ValueError if it is none."""
    text = typed if typed.strip().startswith("+") else f"{code}{typed}"
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException as problem:
        raise ValueError(_("This is not a phone number.")) from problem
    if not phonenumbers.is_valid_number(number):
        raise ValueError(_("There is no such number with this country code. Please check the digits."))
    return f"+{number.country_code}", phonenumbers.national_significant_number(number)
