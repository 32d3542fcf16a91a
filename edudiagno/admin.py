"""EduDiagno tests in the admin: where staff write them."""

from __future__ import annotations

from django.contrib import admin

from edudiagno import models
from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import HouseAdmin, SoftDeletedAdmin


class MCQInline(admin.StackedInline):
    """Quiz questions."""

    model = models.EduDiagnoMCQQuestion
    extra = 0


class VideoInline(admin.StackedInline):
    """Video questions."""

    model = models.EduDiagnoVideoQuestion
    extra = 0


class CaseInline(admin.StackedInline):
    """Cases of a problem."""

    model = models.EduDiagnoDSATestCase
    extra = 0


@admin.register(models.EduDiagnoTest)
class EduDiagnoTestAdmin(SoftDeletedAdmin):
    """Tests."""

    list_display = ["title", "field", "level", "status", "minutes", "pass_mark", "published_at"]
    list_filter = ["status", "level", "field"]
    search_fields = ["title", "field", "slug"]
    readonly_fields = ["status", "published_at"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [MCQInline, VideoInline]


class QuestionAdmin(HouseAdmin):
    """Questions of a test."""

    list_display = ["__str__", "test", "order"]
    list_select_related = ["test"]
    autocomplete_fields = ["test"]


@admin.register(models.EduDiagnoDSAQuestion)
class EduDiagnoDSAQuestionAdmin(QuestionAdmin):
    """Coding problems of a test."""

    search_fields = ["title"]
    inlines = [CaseInline]


@admin.register(models.EduDiagnoDSATestCase)
class EduDiagnoDSATestCaseAdmin(HouseAdmin):
    """Cases of problems."""

    list_display = ["question", "is_sample", "weight", "order"]
    list_select_related = ["question"]
    autocomplete_fields = ["question"]


admin.site.register(models.EduDiagnoMCQQuestion, QuestionAdmin)
admin.site.register(models.EduDiagnoVideoQuestion, QuestionAdmin)


@admin.register(models.EduDiagnoAttempt)
class EduDiagnoAttemptAdmin(ReadOnlyAdmin):
    """Attempts: facts."""

    list_display = ["job_seeker", "test", "status", "overall_score", "started_at", "deadline_at", "flagged"]
    list_select_related = ["job_seeker", "test"]
    list_filter = ["status", "flagged"]
