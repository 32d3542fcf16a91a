"""Question banks, answers and submissions in the admin."""

from __future__ import annotations

from django.contrib import admin

from assessments import models
from interviewer.journal.admin import ReadOnlyAdmin
from interviewer.web.admin_base import ReadOnlyInline, SoftDeletedAdmin


class OptionInline(admin.TabularInline):
    """A question's options."""

    model = models.QuizOption
    extra = 0


class CaseInline(admin.StackedInline):
    """A problem's cases."""

    model = models.DSATestCase
    extra = 0


class PoolCaseInline(admin.StackedInline):
    """A pool problem's cases."""

    model = models.DSAPoolTestCase
    extra = 0


@admin.register(models.QuizQuestion)
class QuizQuestionAdmin(SoftDeletedAdmin):
    """Quiz questions of jobs."""

    list_display = ["__str__", "job", "question_type", "category", "approved", "order"]
    list_select_related = ["job"]
    list_filter = ["question_type", "category", "approved"]
    search_fields = ["description", "job__title"]
    autocomplete_fields = ["job"]
    inlines = [OptionInline]


@admin.register(models.DSAQuestion)
class DSAQuestionAdmin(SoftDeletedAdmin):
    """Coding problems of jobs."""

    list_display = ["title", "job", "difficulty", "minutes", "approved"]
    list_select_related = ["job"]
    list_filter = ["difficulty", "approved"]
    search_fields = ["title", "job__title"]
    autocomplete_fields = ["job", "copied_from"]
    inlines = [CaseInline]


@admin.register(models.DSAPoolQuestion)
class DSAPoolQuestionAdmin(SoftDeletedAdmin):
    """The platform's pool of coding problems."""

    list_display = ["title", "topic", "difficulty", "minutes", "approved"]
    list_filter = ["topic", "difficulty", "approved"]
    search_fields = ["title", "topic", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [PoolCaseInline]


class SubmissionCaseInline(ReadOnlyInline):
    """Verdicts on cases."""

    model = models.SubmissionCase
    fields = ["name", "verdict", "time_ms", "memory_kib", "detail"]


@admin.register(models.Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    """Programs and verdicts: facts."""

    list_display = [
        "uid",
        "interview",
        "question",
        "kind",
        "language",
        "status",
        "verdict",
        "score",
        "created_at",
    ]
    list_select_related = ["interview", "question"]
    list_filter = ["kind", "status", "verdict", "language"]
    search_fields = ["uid", "interview__email"]
    date_hierarchy = "created_at"
    inlines = [SubmissionCaseInline]


class AnswerAdmin(ReadOnlyAdmin):
    """A candidate's answers: facts."""

    def get_list_select_related(self, request: object) -> list[str]:
        """Every owner, also one that may be missing (`True` would leave those out)."""
        return [field.name for field in self.model._meta.fields if field.is_relation]

    def get_list_display(self, request: object) -> list[str]:
        """Every plain column that is not long text."""
        long = {"code", "stdout", "stderr"}
        return [field.name for field in self.model._meta.fields if field.name not in long][:9]


for _model in (
    models.QuizOption,
    models.QuizResponse,
    models.DSATestCase,
    models.DSAPoolTestCase,
    models.DSAResponse,
    models.DSATestCaseResponse,
    models.CodeDraft,
    models.SubmissionCase,
):
    admin.site.register(_model, AnswerAdmin)
