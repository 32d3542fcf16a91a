"""Question banks, answers and submissions in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

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


class OriginFilter(admin.SimpleListFilter):
    """Problems that came with the product, or those of one's own."""

    title = _("origin")
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Two kinds."""
        return [("product", _("came with the product")), ("own", _("written here"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Only a problem that was loaded has a version."""
        if self.value() == "own":
            return queryset.filter(content_hash="")
        return queryset.exclude(content_hash="") if self.value() == "product" else queryset


def _number_of(rows: QuerySet, owner: str) -> Coalesce:
    """How many of the rows belong to their owner: a subquery, because two joins would multiply each other."""
    counts = rows.order_by().values(owner).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counts), 0)


@admin.register(models.DSAPoolQuestion)
class DSAPoolQuestionAdmin(SoftDeletedAdmin):
    """The platform's pool of coding problems."""

    list_display = [
        "title",
        "topic",
        "difficulty",
        "minutes",
        "sample_cases",
        "hidden_cases",
        "copies",
        "is_the_products",
        "approved",
        "updated_at",
    ]
    list_filter = [
        "difficulty",
        "topic",
        "approved",
        OriginFilter,
        ("deleted_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["title", "topic", "slug", "description"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["content_hash"]
    inlines = [PoolCaseInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the numbers that the list shows, so that no row asks for its own."""
        cases = models.DSAPoolTestCase.objects.filter(question=OuterRef("pk"))
        copies = models.DSAQuestion.objects.alive().filter(copied_from=OuterRef("pk"))
        rows = super().get_queryset(request).defer("description")
        return rows.annotate(
            _samples=_number_of(cases.filter(is_sample=True), "question"),
            _hidden=_number_of(cases.filter(is_sample=False), "question"),
            _copies=_number_of(copies, "copied_from"),
        )

    @admin.display(description=_("samples"), ordering="_samples")
    def sample_cases(self, row: models.DSAPoolQuestion) -> int:
        """How many cases candidates see."""
        return row._samples

    @admin.display(description=_("hidden"), ordering="_hidden")
    def hidden_cases(self, row: models.DSAPoolQuestion) -> int:
        """How many cases they do not see."""
        return row._hidden

    @admin.display(description=_("copies"), ordering="_copies")
    def copies(self, row: models.DSAPoolQuestion) -> int:
        """How many jobs' problems were copied from it."""
        return row._copies

    @admin.display(description=_("built in"), boolean=True)
    def is_the_products(self, row: models.DSAPoolQuestion) -> bool:
        """Whether a new version of the product may renew it."""
        return bool(row.content_hash)


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


@admin.register(models.CodeSnapshot)
class CodeSnapshotAdmin(ReadOnlyAdmin):
    """Earlier versions of drafts."""

    list_display = ["__str__", "language", "typed_at"]
    list_filter = ["language"]


@admin.register(models.TypingRecord)
class TypingRecordAdmin(ReadOnlyAdmin):
    """How programs were typed."""

    list_display = ["__str__", "language", "count", "size", "is_complete"]
    list_filter = ["language", "is_complete"]
    exclude = ["events"]


@admin.register(models.CodePair)
class CodePairAdmin(ReadOnlyAdmin):
    """Programs that are alike."""

    list_display = ["__str__", "question", "language", "similarity"]
    list_select_related = ["question"]
    list_filter = ["language"]
