"""Question banks, answers and submissions in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from assessments import models
from assessments.forms import PackageForm
from assessments.problem_admin import CheckedProblemForm, JudgedProblemAdmin
from assessments.services import packages, references
from interviewer.errors import DomainError
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


class ReferenceInline(admin.StackedInline):
    """A problem's reference solutions."""

    model = models.DSAReferenceSolution
    extra = 0
    readonly_fields = ["status", "verdict", "message", "time_ms", "judged_at"]


class PoolReferenceInline(ReferenceInline):
    """A pool problem's reference solutions."""

    model = models.DSAPoolReferenceSolution


class PoolImageInline(admin.TabularInline):
    """Pictures in a pool problem's statement."""

    model = models.DSAPoolImage
    extra = 0


class ProblemForm(CheckedProblemForm):
    """A problem: how it is judged makes sense, and what is approved is proven."""

    def clean(self) -> dict[str, Any]:
        """Reference solutions do not speak against what is newly approved."""
        values = super().clean()
        is_newly_approved = values.get("approved") and "approved" in self.changed_data and self.instance.pk
        if is_newly_approved and not references.proof_of(self.instance).holds:
            self.add_error("approved", _("Its reference solutions do not prove it yet."))
        return values


class ProblemAdmin(JudgedProblemAdmin, SoftDeletedAdmin):
    """What problems of jobs and of the pool have in common."""

    form = ProblemForm
    actions = [*SoftDeletedAdmin.actions, "export_package", "judge_references"]

    @admin.action(description=_("Judge the reference solutions"))
    def judge_references(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Of all that are chosen."""
        for problem in queryset:
            references.judge_again(problem=problem)
        messages.success(request, _("The reference solutions are being judged."))


@admin.register(models.DSAQuestion)
class DSAQuestionAdmin(ProblemAdmin):
    """Coding problems of jobs."""

    list_display = ["title", "job", "difficulty", "minutes", "checker", "approved"]
    list_select_related = ["job"]
    list_filter = ["difficulty", "checker", "approved"]
    search_fields = ["title", "job__title"]
    autocomplete_fields = ["job", "copied_from"]
    inlines = [CaseInline, ReferenceInline]


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
class DSAPoolQuestionAdmin(ProblemAdmin):
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
        "checker",
        "approved",
        OriginFilter,
        ("deleted_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["title", "topic", "slug", "description"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["content_hash"]
    inlines = [PoolCaseInline, PoolReferenceInline, PoolImageInline]
    change_list_template = "admin/assessments/pool_list.html"

    def get_urls(self) -> list[URLPattern]:
        """With the page that imports a package."""
        page = self.admin_site.admin_view(self.import_package)
        return [path("import/", page, name="assessments_pool_import"), *super().get_urls()]

    def import_package(self, request: HttpRequest) -> HttpResponse:
        """Add the problem of a package; it is not approved yet."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PackageForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                row, notes = packages.import_to_pool(actor=request.user, archive=form.cleaned_data["package"])
            except DomainError as refusal:
                form.add_error("package", refusal.message)
            else:
                for note in [_("“%(title)s” was imported.") % {"title": row.title}, *notes]:
                    messages.info(request, note)
                return redirect("admin:assessments_dsapoolquestion_change", row.pk)
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "title": _("Import a problem package"),
        }
        return render(request, "admin/assessments/import_package.html", context)

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
    models.DSAReferenceSolution,
    models.DSAPoolReferenceSolution,
    models.DSAImage,
    models.DSAPoolImage,
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
