"""What a recruiter types about applications: filters, notes, letters."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from companies import letters
from companies.enums import ApplicationStatus
from companies.letters import Letter
from companies.models.letters import MAX_BODY, MAX_SUBJECT
from companies.services.applications import TARGETS


class ApplicationFilterForm(forms.Form):
    """Filters of the list of applicants."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    job_uid = forms.ChoiceField(label=_("Job"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *ApplicationStatus.choices]
    )
    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[
            ("newest", _("newest first")),
            ("oldest", _("oldest first")),
            ("name", _("name")),
            ("job", _("job")),
        ],
    )
    flagged = forms.BooleanField(label=_("Flagged only"), required=False)

    def __init__(self, *args: object, jobs: QuerySet, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["job_uid"].choices = [("", _("all")), *((str(job.uid), job.title) for job in jobs)]
        self.fields["search"].widget.attrs.update(type="search", placeholder=_("Name or e-mail"))

    def clean_sort(self) -> str:
        """Newest first unless something else was asked for."""
        return self.cleaned_data["sort"] or "newest"


class NoteForm(forms.Form):
    """A note for the company."""

    text = forms.CharField(
        label=_("Note"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )


class LetterForm(forms.Form):
    """A text to applicants with placeholders."""

    subject = forms.CharField(label=_("Subject"), max_length=MAX_SUBJECT)
    body = forms.CharField(label=_("Text"), max_length=MAX_BODY, widget=forms.Textarea(attrs={"rows": 10}))

    def _checked(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        if mistake := letters.mistake(text):
            raise forms.ValidationError(mistake)
        return text

    def clean_subject(self) -> str:
        """With placeholders that there are."""
        return self._checked("subject")

    def clean_body(self) -> str:
        """With placeholders that there are."""
        return self._checked("body")

    @property
    def letter(self) -> Letter:
        """What was entered."""
        return Letter(**self.cleaned_data)


class LetterTemplateForm(LetterForm):
    """The company's wording for a status, and whether it writes then."""

    is_on = forms.BooleanField(label=_("Write to applicants who come into this status"), required=False)


class MoveForm(forms.Form):
    """Where the chosen applications go."""

    to = forms.ChoiceField(
        choices=[(status.value, status.label) for status in TARGETS],
        error_messages={
            "required": _("Choose where they go."),
            "invalid_choice": _("Choose where they go."),
        },
    )
