"""What came of tests, in the admin: attempts, answers, certificates. Facts, but for what a person decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from edudiagno import models
from edudiagno.services import attempts, certificates, scoring
from interviewer.errors import DomainError
from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import HouseAdmin


@admin.register(models.EduDiagnoAttempt)
class EduDiagnoAttemptAdmin(ReadOnlyAdmin):
    """Attempts: facts that may be flagged."""

    list_display = [
        *("job_seeker", "test", "status", "overall_score", "passed", "started_at", "deadline_at"),
        *("timed_out", "flagged"),
    ]
    list_select_related = ["job_seeker", "test"]
    list_filter = ["status", "flagged", "passed", "test"]
    search_fields = ["uid", "job_seeker__first_name", "job_seeker__last_name", "job_seeker__user__email"]
    actions = ["flag", "clear"]

    def _flag(self, request: HttpRequest, rows: QuerySet, is_flagged: bool) -> None:
        for row in rows.select_related("job_seeker"):
            attempts.flag(actor=request.user, attempt=row, is_flagged=is_flagged)
        messages.success(request, _("The scores of these job seekers are up to date."))

    @admin.action(description=_("Flag: counts for nothing until it is cleared"))
    def flag(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Stop them from counting."""
        self._flag(request, queryset, True)

    @admin.action(description=_("Clear: counts again"))
    def clear(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let them count."""
        self._flag(request, queryset, False)


@admin.register(models.EduDiagnoAccommodation)
class EduDiagnoAccommodationAdmin(HouseAdmin):
    """What staff granted."""

    list_display = ["job_seeker", "extra_time_percent", "text_answers", "reason"]
    list_select_related = ["job_seeker"]
    raw_id_fields = ["job_seeker"]


class RevokeForm(forms.ModelForm):
    """Revoking takes a reason."""

    is_revoked = forms.BooleanField(label=_("revoke it (for good)"), required=False)

    class Meta:
        model = models.EduDiagnoCertificate
        fields = ["revoked_reason"]

    def clean(self) -> dict[str, Any]:
        """Say why."""
        values = super().clean() or {}
        if values.get("is_revoked") and not values.get("revoked_reason", "").strip():
            self.add_error("revoked_reason", _("Say why: it is shown to whoever checks the certificate."))
        return values


@admin.register(models.EduDiagnoCertificate)
class EduDiagnoCertificateAdmin(HouseAdmin):
    """Certificates, which may be revoked with a reason."""

    form = RevokeForm
    list_display = ["code", "holder", "attempt", "issued_at", "revoked_at"]
    list_select_related = ["attempt"]
    search_fields = ["code", "holder"]
    readonly_fields = ["code", "holder", "attempt", "issued_at", "revoked_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Passing a test issues them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are revoked, not deleted."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """Revoke through the service; nothing else is written."""
        if not form.cleaned_data.get("is_revoked"):
            return
        try:
            certificates.revoke(
                actor=request.user, certificate=obj, reason=form.cleaned_data["revoked_reason"]
            )
        except DomainError as refusal:
            messages.error(request, refusal.message)


@admin.register(models.EduDiagnoVideoResponse)
class EduDiagnoVideoResponseAdmin(HouseAdmin):
    """Video answers: a person may give a level where the engine could not, or where it erred."""

    list_display = [
        "attempt",
        "question",
        "status",
        "transcript_status",
        "level",
        "not_assessed_reason",
        "scored_by",
    ]
    list_select_related = ["attempt", "question"]
    list_filter = ["status", "transcript_status", ("level", admin.EmptyFieldListFilter)]
    fields = [
        *("attempt", "question", "file", "answer", "was_typed", "transcript_status", "rationale", "quotes"),
        *("not_assessed_reason", "scored_by", "level"),
    ]
    readonly_fields = [name for name in fields if name != "level"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Attempts make them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are facts."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """A level goes through the service, which scores the attempt anew."""
        if "level" in form.changed_data:
            scoring.set_level(actor=request.user, response=obj, level=form.cleaned_data["level"])

    def get_form(self, request: HttpRequest, obj: object = None, **kwargs: Any) -> type[forms.ModelForm]:
        """Levels are 1 to 5."""
        form = super().get_form(request, obj, **kwargs)
        if "level" in form.base_fields:
            form.base_fields["level"] = forms.IntegerField(min_value=1, max_value=5, required=False)
        return form


class FactAdmin(ReadOnlyAdmin):
    """Rows that attempts write."""

    def get_list_select_related(self, request: object) -> list[str]:
        """Every owner, also one that may be missing."""
        return [field.name for field in self.model._meta.fields if field.is_relation]

    def get_list_display(self, request: object) -> list[str]:
        """Every plain column that is not long text."""
        long = {"code", "stdout", "stderr", "passages"}
        return [field.name for field in self.model._meta.fields if field.name not in long][:9]


for _model in (
    models.EduDiagnoMCQResponse,
    models.EduDiagnoDSAResponse,
    models.EduDiagnoSubmission,
    models.EduDiagnoSubmissionCase,
    models.EduDiagnoCodeDraft,
    models.EduDiagnoCodeSnapshot,
    models.EduDiagnoCodePair,
    models.EduDiagnoDSATestCase,
    models.EduDiagnoDSAImage,
    models.EduDiagnoReferenceSolution,
    models.EduDiagnoDraw,
):
    admin.site.register(_model, FactAdmin)
