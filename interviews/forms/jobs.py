"""What a recruiter types about a job and how its candidates are interviewed."""

from __future__ import annotations

from dataclasses import fields as fields_of

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from companies.enums import JobStatus
from companies.job_input import currency_code, upside_down
from companies.models import AiInterviewedJob
from interviewer.integrations.judge import get_judge
from interviewer.web.fields import TagsField
from interviews.services.jobs import InterviewSetup, JobDetails


class JobFilterForm(forms.Form):
    """Filters of the list of jobs."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *JobStatus.choices]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["search"].widget.attrs.update(type="search", placeholder=_("Title, department or city"))


class JobDetailsForm(forms.ModelForm):
    """What the job is."""

    skills = TagsField(
        label=_("Skills"),
        required=False,
        max_items=20,
        help_text=_(
            "With commas between them, the most important first. The match and the questions use them."
        ),
    )

    class Meta:
        model = AiInterviewedJob
        fields = [field.name for field in fields_of(JobDetails)]
        labels = {"title": _("Job title"), "max_experience_years": _("to"), "max_salary": _("to")}
        help_texts = {
            "description": _("What the person will do, and with whom. Candidates read it before they begin."),
            "requirements": _("What the person has to bring along."),
            "min_salary": _("For a year."),
            "duration_months": _("For contracts and internships."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 8}),
            "requirements": forms.Textarea(attrs={"rows": 5}),
            "benefits": forms.Textarea(attrs={"rows": 3}),
        }

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
    def details(self) -> JobDetails:
        """What was entered."""
        return JobDetails(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class InterviewSetupForm(forms.ModelForm):
    """How candidates are interviewed: stages, times, thresholds."""

    coding_languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all that are installed."),
    )

    interview_language = forms.ChoiceField(
        label=_("Language of the interview"), choices=settings.LANGUAGES, required=False
    )

    offered_languages = forms.MultipleChoiceField(
        label=_("Languages that candidates may choose instead"),
        choices=settings.LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Pages and generated questions follow the choice; your own questions are asked as you wrote them."
        ),
    )

    class Meta:
        model = AiInterviewedJob
        fields = [field.name for field in fields_of(InterviewSetup)]
        help_texts = {
            "match_threshold": _(
                "0 to 100. Below it the interview ends courteously after the match. Empty: nobody is turned away."
            ),
            "question_count": _("Beside your own questions, made from the job's skills and the résumé."),
            "max_follow_ups": _("0 to 3. A follow-up builds on what the candidate said."),
            "answer_seconds": _("30 to 900."),
            "retention_days": _("After that recordings are deleted; scores and transcripts stay."),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        installed = [one for one in get_judge().languages() if one.available]
        kept = [
            slug for slug in self.instance.coding_languages if slug not in {one.slug for one in installed}
        ]
        self.fields["coding_languages"].choices = [
            *((one.slug, f"{one.name} {one.version}".strip()) for one in installed),
            *((slug, _("%(name)s (not installed here)") % {"name": slug}) for slug in kept),
        ]

    @property
    def setup(self) -> InterviewSetup:
        """What was entered."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return InterviewSetup(**values)

    def clean(self) -> dict[str, object]:
        """The language of the interview is no choice beside itself."""
        values = super().clean() or {}
        own, offered = values.get("interview_language"), values.get("offered_languages", [])
        values["offered_languages"] = [code for code in offered if code != own]
        return values

    def clean_interview_language(self) -> str:
        """The language chosen; where none was sent, the one that holds already."""
        return self.cleaned_data["interview_language"] or self.instance.interview_language
