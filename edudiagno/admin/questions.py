"""Questions of tests in the admin: written while their test is a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from assessments.checking import why_not_checker
from assessments.services import packages, references
from edudiagno import models
from edudiagno.admin.frozen import FrozenOnceOpen
from edudiagno.services.questions import check_editable, check_options
from interviewer.errors import Conflict, DomainError, Invalid
from interviewer.web.admin_base import HouseAdmin


class QuestionForm(forms.ModelForm):
    """A question of a draft."""

    def clean(self) -> dict[str, Any]:
        """Nothing is added to a test that job seekers may have before them, nor moved into one."""
        values = super().clean() or {}
        if "test" in self.fields and values.get("test"):
            try:
                check_editable(values["test"])
            except Conflict as problem:
                self.add_error("test", problem.message)
        return values


class MCQForm(QuestionForm):
    """A quiz question whose options make one."""

    def clean(self) -> dict[str, Any]:
        """The options are two to eight, and those that are right fit the type."""
        values = super().clean()
        if "options" in values and "question_type" in values:
            try:
                check_options(question_type=values["question_type"], options=values["options"])
            except Invalid as problem:
                self.add_error("options", problem.message)
        return values


class ProblemForm(QuestionForm):
    """A problem whose judging makes sense."""

    def clean(self) -> dict[str, Any]:
        """The checker can be used."""
        values = super().clean()
        options, source = values.get("checker_options"), values.get("validator_source") or ""
        if isinstance(options, dict) and "checker" in values:
            why = why_not_checker(values["checker"], options, has_program=bool(source.strip()))
            if why:
                self.add_error("checker", why)
        return values


class QuestionAdmin(FrozenOnceOpen, HouseAdmin):
    """Questions of a test, with how many attempts had them (exposure)."""

    list_display = ["__str__", "test", "pool", "marks", "order", "exposure"]
    list_select_related = ["test"]
    list_filter = ["test__field", "test"]
    autocomplete_fields = ["test"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the number that the list shows."""
        return super().get_queryset(request).annotate(_exposure=Count("responses"))

    @admin.display(description=_("exposure"), ordering="_exposure")
    def exposure(self, row: Any) -> int:
        """How many attempts had it."""
        return row._exposure


@admin.register(models.EduDiagnoMCQQuestion)
class EduDiagnoMCQQuestionAdmin(QuestionAdmin):
    """Quiz questions of tests."""

    form = MCQForm
    search_fields = ["description"]


@admin.register(models.EduDiagnoVideoQuestion)
class EduDiagnoVideoQuestionAdmin(QuestionAdmin):
    """Video questions of tests."""

    form = QuestionForm
    search_fields = ["question"]


class CaseInline(FrozenOnceOpen, admin.StackedInline):
    """Cases of a problem."""

    model = models.EduDiagnoDSATestCase
    extra = 0


class ReferenceInline(FrozenOnceOpen, admin.StackedInline):
    """Reference solutions of a problem."""

    model = models.EduDiagnoReferenceSolution
    extra = 0
    readonly_fields = ["status", "verdict", "message", "time_ms", "judged_at"]


class ImageInline(FrozenOnceOpen, admin.TabularInline):
    """Pictures in a problem's statement."""

    model = models.EduDiagnoDSAImage
    extra = 0


@admin.register(models.EduDiagnoDSAQuestion)
class EduDiagnoDSAQuestionAdmin(QuestionAdmin):
    """Coding problems of a test."""

    form = ProblemForm
    search_fields = ["title"]
    autocomplete_fields = ["test", "copied_from"]
    inlines = [CaseInline, ReferenceInline, ImageInline]
    actions = ["export_package"]

    def save_related(self, request: HttpRequest, form: forms.ModelForm, *args: Any) -> None:
        """Whatever was changed may change verdicts: reference solutions are judged again."""
        super().save_related(request, form, *args)
        if form.changed_data or any(formset.has_changed() for formset in args[0]):
            references.outdate(problem=form.instance)

    @admin.action(description=_("Export as a problem package (one)"))
    def export_package(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """A zip of the one that is chosen."""
        try:
            if queryset.count() != 1:
                raise Conflict(_("Choose one problem."))
            name, content = packages.export(problem=queryset.get())
        except DomainError as refusal:
            messages.error(request, refusal.message)
            return None
        headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
        return HttpResponse(content, content_type="application/zip", headers=headers)
