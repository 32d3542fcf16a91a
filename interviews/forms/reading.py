"""What a recruiter types while reading: filters, a decision, an override."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from interviews.enums import Decision, InterviewStatus
from interviews.models import Interview

SORTS = [
    ("newest", _("newest first")),
    ("overall", _("best overall")),
    ("match", _("best match")),
    ("name", _("name")),
]


class CandidateFilterForm(forms.Form):
    """Filters of the list of candidates; every field may be empty."""

    search = forms.CharField(label=_("Search"), required=False, max_length=100)
    job_uid = forms.ChoiceField(label=_("Job"), required=False)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *InterviewStatus.choices]
    )
    decision = forms.ChoiceField(
        label=_("Decision"), required=False, choices=[("", _("all")), *Decision.choices]
    )
    min_score = forms.IntegerField(label=_("Overall at least"), required=False, min_value=0, max_value=100)
    sort = forms.ChoiceField(label=_("Sort"), required=False, choices=SORTS)

    def __init__(self, *args: object, jobs: QuerySet, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(uid), title) for uid, title in jobs.values_list("uid", "title")]
        self.fields["job_uid"].choices = [("", _("all")), *names]
        self.fields["search"].widget.attrs.update(type="search", placeholder=_("Name or e-mail"))


class DecisionForm(forms.ModelForm):
    """What the recruiter decides, and why."""

    class Meta:
        model = Interview
        fields = ["decision", "decision_reason"]
        widgets = {"decision_reason": forms.Textarea(attrs={"rows": 3})}


class OverrideForm(forms.Form):
    """A person's level for one competency, kept beside the engine's."""

    level = forms.TypedChoiceField(
        label=_("Your level"), coerce=int, choices=[(level, str(level)) for level in range(1, 6)]
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept with your name beside the engine's level."),
    )


class ShareForm(forms.Form):
    """For how long a report is shared, and with whom in mind."""

    days = forms.IntegerField(label=_("Open for (days)"), min_value=1, max_value=90, initial=7)
    note = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=120,
        help_text=_("Only you and your colleagues see it."),
    )
