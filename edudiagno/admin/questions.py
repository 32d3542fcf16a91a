"""Questions of tests in the admin: written while their test is a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessments.problem_admin import CheckedProblemForm, JudgedProblemAdmin
from edudiagno import models
from edudiagno.admin.frozen import FrozenOnceOpen
from edudiagno.services.questions import check_editable, check_options
from interviewer.errors import Conflict, Invalid
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


class ProblemForm(CheckedProblemForm, QuestionForm):
    """A problem of a draft whose judging makes sense."""


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
class EduDiagnoDSAQuestionAdmin(JudgedProblemAdmin, QuestionAdmin):
    """Coding problems of a test."""

    form = ProblemForm
    search_fields = ["title"]
    autocomplete_fields = ["test", "copied_from"]
    inlines = [CaseInline, ReferenceInline, ImageInline]
    actions = ["export_package"]
