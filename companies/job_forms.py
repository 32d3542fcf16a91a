"""What a recruiter types about classic jobs: the job, keywords for a draft, filters of the list."""

from __future__ import annotations

from dataclasses import fields as fields_of

from django import forms
from django.utils.translation import gettext_lazy as _

from companies.enums import ClassicJobState, JobPart
from companies.job_input import currency_code, upside_down
from companies.models import Job
from companies.services.jobs import ClassicJobText
from interviewer.web.fields import TagsField

#: A salary above this is a slip of the finger, and more than the column of some databases holds.
MAX_SALARY = 2_000_000_000
MAX_YEARS = 70


class ClassicJobFilterForm(forms.Form):
    """Filters of the list of classic jobs."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *ClassicJobState.choices]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["search"].widget.attrs.update(type="search", placeholder=_("Title, role or place"))


class ClassicJobForm(forms.ModelForm):
    """What the job is."""

    skills = TagsField(
        label=_("Skills"),
        required=False,
        max_items=20,
        help_text=_("With commas between them, the most important first. Job seekers search by them."),
    )
    languages = TagsField(
        label=_("Languages"), required=False, max_items=10, help_text=_("With commas between them.")
    )

    class Meta:
        model = Job
        fields = [field.name for field in fields_of(ClassicJobText)]
        labels = {"title": _("Job title"), "max_experience_years": _("to"), "max_salary": _("to")}
        help_texts = {
            "description": _("What the person will do, and with whom. Needed before the job is posted."),
            "location": _("The town, as job seekers search for it."),
            "locality": _("The part of the town, if that matters."),
            "min_salary": _("For a month."),
            "previous_industry": _("Where experience helps, for example retail."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 10}),
            "benefits": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in ("min_experience_years", "max_experience_years"):
            self._at_most(name, MAX_YEARS)
        for name in ("min_salary", "max_salary"):
            self._at_most(name, MAX_SALARY)

    def _at_most(self, name: str, limit: int) -> None:
        field = self.fields[name]
        field.max_value = limit
        field.widget.attrs["max"] = limit
        field.validators.append(forms.fields.validators.MaxValueValidator(limit))

    def clean_currency(self) -> str:
        """Three letters, as in ISO 4217."""
        return currency_code(self.cleaned_data["currency"])

    def clean(self) -> dict[str, object]:
        """Ranges begin before they end."""
        values = super().clean() or {}
        for _low, high, text in upside_down(values):
            self.add_error(high, text)
        return values

    @property
    def text(self) -> ClassicJobText:
        """What was entered."""
        return ClassicJobText(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class DraftForm(forms.Form):
    """What a draft is to be about."""

    part = forms.ChoiceField(label=_("Text"), choices=JobPart.choices)
    keywords = forms.CharField(
        label=_("Keywords"),
        max_length=500,
        help_text=_("A few words with commas between them: tasks, team, what you offer."),
    )
